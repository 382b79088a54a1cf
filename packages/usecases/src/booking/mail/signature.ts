import type { MailWords } from '@atelier/words/mail/mail-words';
import { oneLine } from '../../mail/one-line.ts';
import { placeOf } from '../../studio/contact.ts';
import type { Studio } from '../../studio/studio.ts';

const LONGEST_LINE = 400;

/** Who writes, where they are and how they are reached; and plainly when nobody reads an answer. */
export function signature(studio: Studio, answered: boolean, { facts, next }: MailWords): string {
  return [
    placeOf(studio) ?? studio.name,
    studio.phone === null ? null : `${facts.phone}${studio.phone}`,
    answered ? null : next.unread,
  ]
    .filter((line) => line !== null)
    .map((line) => oneLine(line, LONGEST_LINE))
    .join('\n');
}
