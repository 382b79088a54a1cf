import type { InquiryRow } from '@atelier/database/inquiry/inquiry-store';
import type { InquiryWords } from '@atelier/words/mail/mail-words';
import { oneLine } from '../../mail/one-line.ts';
import type { Studio } from '../../studio/studio.ts';

/** What a mail tells of one idea. */
export interface InquiryFacts {
  readonly inquiry: InquiryRow;
  /** Null while nobody has taken it. */
  readonly artist: { readonly name: string; readonly slug: string } | null;
  /** IANA zone in which times are said: the artist's, or the studio's. */
  readonly zone: string;
  /** Sessions that have times to choose from, or will have. */
  readonly sessions: readonly OfferedSession[];
  readonly images: number;
  readonly studio: Studio;
  /** Where a client's answer to the mail goes; null: to the studio's sender. */
  readonly replyTo: string | null;
}

export interface OfferedSession {
  readonly number: number;
  readonly minutes: number;
  readonly starts: readonly Date[];
}

const LONGEST = 80;

export function nameOfArtist({ artist }: Pick<InquiryFacts, 'artist'>, words: InquiryWords): string {
  return artist === null ? words.anyArtist : oneLine(artist.name, LONGEST);
}

export function nameOfClient({ inquiry }: Pick<InquiryFacts, 'inquiry'>): string {
  return oneLine(inquiry.clientName, LONGEST);
}
