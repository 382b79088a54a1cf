import type { ArtistRow } from '@atelier/database/booking/artist-store';
import { insertLink, type LinkParty } from '@atelier/database/booking/link-store';
import { readersFor, type StudioReader } from '@atelier/database/people/readers';
import type { Transaction } from '@atelier/database/transaction';
import { nearestLanguage } from '@atelier/words/language';
import type { Context } from '../../context.ts';
import type { MailLink } from '../../mail/queue-mail.ts';
import { queueMail } from '../../mail/queue-mail.ts';
import { readStudio } from '../../studio/read-studio.ts';
import type { Studio } from '../../studio/studio.ts';
import { hashToken, newToken } from '../../tokens.ts';
import { bookingAddress } from '../link/booking-address.ts';
import { ANSWER, type ArtistMailKind, artistMail } from './artist-mail.ts';
import { calendarFile } from './calendar-file.ts';
import { type ClientMailKind, clientMail, MANAGE } from './client-mail.ts';
import { artistMailAbout, clientMailAbout } from './mail-about.ts';
import type { MailFacts } from './mail-facts.ts';
import { isAnswered, replyAddress } from './reply-address.ts';

export type MailContext = Pick<Context, 'secrets' | 'clock' | 'newId' | 'given'>;

export interface BookingMail extends Omit<MailFacts, 'now' | 'studio' | 'answered'> {
  readonly artist: ArtistRow;
}

/** Tells the client, once for this kind and version of the booking. */
export async function mailClient(
  transaction: Transaction,
  context: MailContext,
  kind: ClientMailKind,
  mail: BookingMail,
): Promise<void> {
  const [first] = mail.bookings;
  const now = context.clock();
  const studio = await readStudio(transaction, context);
  const replyTo = await replyAddress(transaction, studio, mail.artist);
  const answered = isAnswered(studio, replyTo);
  const text = clientMail(kind, { ...mail, now, studio, answered });
  const link = text.body.includes(`{${MANAGE}}`) ? `{${MANAGE}}` : null;
  const { bookings } = mail;
  await queueMail(transaction, context, {
    once: occasion(mail, kind),
    recipient: first.clientEmail,
    ...text,
    replyTo,
    calendar: calendarFile({ bookings, artist: mail.artist.name, studio, link, as: 'mail' }),
    about: clientMailAbout(kind, bookings, now),
    links: ownLink(MANAGE, { bookingId: first.id, party: 'client', now }, studio),
  });
}

/** Tells the artist, or the admins where the artist has no account; each once for this kind and version. */
export async function mailArtist(
  transaction: Transaction,
  context: MailContext,
  kind: ArtistMailKind,
  mail: BookingMail,
): Promise<void> {
  const studio = await readStudio(transaction, context);
  for (const reader of await readersFor(transaction, mail.artist.userId))
    await mailReader(transaction, context, kind, { ...mail, studio }, reader);
}

async function mailReader(
  transaction: Transaction,
  context: MailContext,
  kind: ArtistMailKind,
  mail: BookingMail & Pick<MailFacts, 'studio'>,
  { id, name, email, language }: StudioReader,
): Promise<void> {
  const { studio } = mail;
  const now = context.clock();
  const bookingId = mail.bookings[0].id;
  const own = id === mail.artist.userId;
  const reader = { name, language: nearestLanguage(language ?? studio.language), own };
  const text = artistMail(kind, { ...mail, now, answered: true }, reader);
  await queueMail(transaction, context, {
    once: `${occasion(mail, `artist-${kind}`)}:${id}`,
    recipient: email,
    ...text,
    about: artistMailAbout(kind, mail.bookings, now),
    links: ownLink(ANSWER, { bookingId, party: 'artist', now }, studio),
  });
}

function occasion({ bookings: [{ id, version }] }: BookingMail, kind: string): string {
  return `booking:${id}:${kind}:v${version}`;
}

/** A link of one mail's own to a booking (B10). */
function ownLink(
  name: string,
  { bookingId, party, now }: { readonly bookingId: string; readonly party: LinkParty; readonly now: Date },
  { url }: Pick<Studio, 'url'>,
): Readonly<Record<string, MailLink>> {
  const token = newToken();
  const keep: MailLink['keep'] = (transaction) =>
    insertLink(transaction, { tokenHash: hashToken(token), bookingId, party }, now);
  return { [name]: { url: bookingAddress(url, token), keep } };
}
