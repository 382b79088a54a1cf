import type { WriteRefused } from '../../port/writes.ts';
import { objectRows, type Unfit } from '../../rows/object-rows.ts';
import { instantOfRow } from '../../rows/row-time.ts';
import type { EventRow, SeriesRows } from '../../rows/series-rows.ts';
import { canKeep } from '../event/kept-text.ts';
import { withoutCancelled } from '../event/series-text.ts';
import { NO_LENGTH, refused } from '../wire/google-failure.ts';

/** A text in rows that Google can be told. */
export type FitRows = SeriesRows & { readonly master: EventRow };

const PREFIX = 'The calendar server refuses this event: ';

const WORDS: Readonly<Record<Unfit, readonly [string, string]>> = {
  unreadable: ['its text cannot be read as one event.', 'Make it anew.'],
  'no-master': ['it is a single date of a series that is not here.', 'Make it an event of its own.'],
  'own-zone': ['Google does not know its time zone.', 'Choose a time zone by its city.'],
  'this-and-future': [
    'Google has no changes that reach from one date of a series over all later ones.',
    'Split the series at that date.',
  ],
};

/** What Google has no way to say is refused before anything is sent, and never approximated (P4). */
export function fitRows(text: string, zone: string): FitRows | WriteRefused {
  const read = objectRows(text, zone);
  if (!read.ok) return refused('invalid', PREFIX + WORDS[read.why][0], WORDS[read.why][1]);
  const rows = withoutCancelled(read.rows);
  if (rows.master === null) return refused('invalid', PREFIX + WORDS['no-master'][0], WORDS['no-master'][1]);
  if ([rows.master, ...rows.exceptions.map(({ row }) => row)].some(isEmpty))
    return refused('invalid', NO_LENGTH, 'Give it an end.');
  if (!canKeep(text))
    return refused(
      'too-large',
      `${PREFIX}it is too long for Google.`,
      'Make its notes shorter, or take attachments out.',
    );
  return { ...rows, master: rows.master };
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
