import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { expandIcsFile } from './expand-file.ts';

/** What a file comes to; `end`, or bounds for it where more than one reading is right. */
interface ExpectedRow {
  readonly uid: string;
  readonly start: string;
  readonly end?: string;
  readonly atLeastMinutes?: number;
  readonly atMostMinutes?: number;
  readonly allDay: boolean;
  readonly summary: string;
  readonly busy: boolean;
  readonly flagged?: boolean;
  /** May be missing. */
  readonly cancelled?: boolean;
}

interface CaseFile {
  readonly about: string;
  readonly from: string;
  readonly to: string;
  readonly zone: string;
  readonly occurrences: readonly ExpectedRow[];
  readonly alternatives?: readonly (readonly ExpectedRow[])[];
}

const FOLDER = new URL('../testing/files/', import.meta.url);
const NAMES = readdirSync(FOLDER).flatMap((file) => /^(.*)\.ics$/.exec(file)?.[1] ?? []);

type Row = ReturnType<typeof expandIcsFile>[number];

function fits(row: Row, expected: ExpectedRow): boolean {
  const { uid, start, allDay, summary, busy } = row;
  const same =
    uid === expected.uid && start === expected.start && allDay === expected.allDay && busy === expected.busy;
  if (!same || summary !== expected.summary || (expected.flagged && row.flags.length === 0)) return false;
  if (expected.end !== undefined) return row.end === expected.end;
  const minutes = (Date.parse(row.end ?? '') - Date.parse(start ?? '')) / 60_000;
  return minutes >= (expected.atLeastMinutes ?? 0) && minutes <= (expected.atMostMinutes ?? Number.NaN);
}

function isReading(rows: readonly Row[], expected: readonly ExpectedRow[]): boolean {
  const there = expected.filter((each) => rows.some((row) => fits(row, each)));
  return (
    rows.length === there.length && expected.every((each) => each.cancelled === true || there.includes(each))
  );
}

test.each(NAMES)('T4 the file %s is read as it was meant', (name) => {
  const expected: CaseFile = JSON.parse(readFileSync(new URL(`${name}.json`, FOLDER), 'utf8'));
  const text = readFileSync(new URL(`${name}.ics`, FOLDER), 'utf8');
  const { zone, from, to } = expected;
  const rows = expandIcsFile(text, { zone, from: Date.parse(from), to: Date.parse(to) });
  const readings = [expected.occurrences, ...(expected.alternatives ?? [])];
  const right = readings.some((reading) => isReading(rows, reading));
  // What was read instead is shown where none of them is it.
  if (!right) expect(rows).toEqual(expected.occurrences);
});
