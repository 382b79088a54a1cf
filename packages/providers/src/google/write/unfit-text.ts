import type { WriteRefused } from '../../port/writes.ts';
import { objectRows, type Unfit } from '../../rows/object-rows.ts';
import { instantOfRow } from '../../rows/row-time.ts';
import type { EventRow, SeriesRows } from '../../rows/series-rows.ts';
import { canKeep } from '../event/kept-text.ts';
import { withoutCancelled } from '../event/series-text.ts';
import { refused } from '../wire/google-failure.ts';

/** A text in rows that Google can be told. */
export type FitRows = SeriesRows & { readonly master: EventRow };

type GoogleGap = Unfit | 'no-length' | 'too-long';

const WORDS: Readonly<Record<GoogleGap, readonly [string, string]>> = {
  unreadable: ['its text cannot be read as one event.', 'Make it anew.'],
  'no-master': ['it is a single date of a series that is not here.', 'Make it an event of its own.'],
  'own-zone': ['Google does not know its time zone.', 'Choose a time zone by its city.'],
  'this-and-future': [
    'Google has no changes that reach from one date of a series over all later ones.',
    'Split the series at that date.',
  ],
  'no-length': ['Google has no events without a length.', 'Give it an end.'],
  'too-long': ['it is too long for Google.', 'Make its notes shorter, or take attachments out.'],
};

/** What Google has no way to say is refused before anything is sent, and never approximated (P4). */
export function fitRows(text: string, zone: string): FitRows | WriteRefused {
  const rows = rowsThatFit(text, zone);
  if (!('why' in rows)) return rows;
  const [what, hint] = WORDS[rows.why];
  const reason = rows.why === 'too-long' ? 'too-large' : 'invalid';
  return { ...refused(reason, `The calendar server refuses this event: ${what}`, hint), gap: rows.why };
}

/** The rows of a text, or what of it Google has no words for. Pure. */
export function rowsThatFit(text: string, zone: string): FitRows | { readonly why: GoogleGap } {
  const read = objectRows(text, zone);
  if (!read.ok) return { why: read.why };
  const rows = withoutCancelled(read.rows);
  if (rows.master === null) return { why: 'no-master' };
  if ([rows.master, ...rows.exceptions.map(({ row }) => row)].some(isEmpty)) return { why: 'no-length' };
  return canKeep(text) ? { ...rows, master: rows.master } : { why: 'too-long' };
}

function isEmpty({ start, end }: EventRow): boolean {
  return Temporal.Instant.compare(instantOfRow(start, 'UTC'), instantOfRow(end, 'UTC')) >= 0;
}

/** Times in no zone have to be given one. */
export function hasFloating({ master, exceptions }: FitRows): boolean {
  return [master, ...exceptions.map(({ row }) => row)].some(
    ({ start, end }) => start.kind === 'floating' || end.kind === 'floating',
  );
}
