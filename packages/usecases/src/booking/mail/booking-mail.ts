import type { ArtistRow } from '@atelier/database/booking/artist-store';
import type { Transaction } from '@atelier/database/transaction';
import type { Context } from '../../context.ts';
import { ANSWER, type ArtistMailKind, artistMail } from './artist-mail.ts';
import { artistReaders, type StudioReader } from './artist-readers.ts';
import { calendarFile } from './calendar-file.ts';
import { type ClientMailKind, clientMail, MANAGE } from './client-mail.ts';
import type { MailFacts } from './mail-facts.ts';
import { mailLanguage } from './mail-language.ts';
import { ownLink } from './own-link.ts';
import { queueMail } from './queue-mail.ts';

export interface MailContext extends Pick<Context, 'secrets' | 'clock' | 'newId'> {
  readonly publicUrl: string | null;
}

export interface BookingMail extends Omit<MailFacts, 'now' | 'publicUrl'> {
  readonly artist: ArtistRow;
}

/** Tells the client, once for this kind and version of the booking. */
export async function mailClient(
  transaction: Transaction,
  context: MailContext,
  kind: ClientMailKind,
  mail: BookingMail,
): Promise<void> {
  const { publicUrl, clock } = context;
  const [first] = mail.bookings;
  const now = clock();
  const text = clientMail(kind, { ...mail, now, publicUrl });
  await queueMail(transaction, context, {
    once: occasion(mail, kind),
    recipient: first.clientEmail,
    ...text,
    calendar: calendarFile(mail.bookings, mail.artist.name),
    links: ownLink(MANAGE, { bookingId: first.id, party: 'client', now }, context),
  });
}

/** Tells the artist, or the admins where the artist has no account; each once for this kind and version. */
export async function mailArtist(
  transaction: Transaction,
  context: MailContext,
  kind: ArtistMailKind,
  mail: BookingMail,
): Promise<void> {
  for (const reader of await artistReaders(transaction, mail.artist))
    await mailReader(transaction, context, kind, mail, reader);
}

async function mailReader(
  transaction: Transaction,
  context: MailContext,
  kind: ArtistMailKind,
  mail: BookingMail,
  { id, name, email, language }: StudioReader,
): Promise<void> {
  const { publicUrl, clock } = context;
  const now = clock();
  const bookingId = mail.bookings[0].id;
  const text = artistMail(kind, { ...mail, now, publicUrl }, { name, language: mailLanguage(language) });
  await queueMail(transaction, context, {
    once: `${occasion(mail, `artist-${kind}`)}:${id}`,
    recipient: email,
    ...text,
    links: ownLink(ANSWER, { bookingId, party: 'artist', now }, context),
  });
}

function occasion({ bookings: [{ id, version }] }: BookingMail, kind: string): string {
  return `booking:${id}:${kind}:v${version}`;
}
