import type { ArtistRow } from '@atelier/database/booking/artist-store';
import type { BookingRow } from '@atelier/database/booking/booking-store';
import type { MailWords } from '@atelier/words/mail/mail-words';
import type { CodedRefusal } from '@atelier/words/refusals/coded-refusal';
import { oneLine } from '../../mail/one-line.ts';
import type { SpokenTime, TimeSpan } from '../../mail/spoken-time.ts';
import type { Studio } from '../../studio/studio.ts';

/** What a mail tells of one booking, or of the sessions that were booked together. */
export interface MailFacts {
  /** In order of time. */
  readonly bookings: readonly [BookingRow, ...BookingRow[]];
  readonly artist: Pick<ArtistRow, 'name' | 'slug' | 'timeZone' | 'cutOffMinutes'>;
  /** Where it was before it was moved. */
  readonly before: TimeSpan | null;
  /** Words of the artist. */
  readonly message: string | null;
  /** Why a person has to look. */
  readonly trouble: CodedRefusal | null;
  readonly now: Date;
  readonly studio: Studio;
  /** Whether anybody reads an answer to this mail. */
  readonly answered: boolean;
}

/** A text with a place for its link. */
export interface MailText {
  readonly subject: string;
  readonly body: string;
}

const LONGEST = 80;

export function spanOf({ startsAt, endsAt }: BookingRow): TimeSpan {
  return { start: startsAt, end: endsAt };
}

export function artistName({ artist }: Pick<MailFacts, 'artist'>): string {
  return oneLine(artist.name, LONGEST);
}

export function serviceName({ bookings: [first] }: Pick<MailFacts, 'bookings'>): string {
  return oneLine(first.serviceName, LONGEST);
}

/** What it is, and with whom, as every page and every mail says it. */
export function whatWithWhom(facts: MailFacts, words: MailWords): string {
  return words.withArtist(serviceName(facts), artistName(facts));
}

/** For a subject: what it is, when, and whether there is more. */
export function whatAndWhen(facts: MailFacts, what: string, spoken: SpokenTime, words: MailWords): string {
  const { bookings } = facts;
  const whole = `${what}, ${spoken.short(bookings[0].startsAt)}`;
  return bookings.length > 1 ? words.andMore(whole, bookings.length - 1) : whole;
}

/** What a mail begins with, for one booking or for several. */
export function leadOf(
  kind: string,
  { bookings }: MailFacts,
  lead: (name: string) => string,
  { together }: MailWords,
): (name: string) => string {
  const several: Readonly<Record<string, (name: string) => string>> = together;
  return (bookings.length > 1 && several[kind]) || lead;
}

/** `Price: 120` where there is one. */
export function labelled(label: string, text: string | null): readonly string[] {
  const line = oneLine(text ?? '', LONGEST * 4);
  return line === '' ? [] : [`${label}${line}`];
}

/** Paragraphs with an empty line between them. */
export function paragraphs(parts: readonly (string | null)[]): string {
  return `${parts.filter((part) => part !== null && part !== '').join('\n\n')}\n`;
}
