import { parseIsoDay } from '../time/iso-day.ts';
import type { Closure, DateOverride } from './opening-hours.ts';
import { readRanges } from './read-ranges.ts';
import { type ProblemList, readObject, shown } from './read-value.ts';

/** `{"date":"2026-12-24","ranges":[]}`. */
export function readOverride(input: unknown, path: string, problems: ProblemList): DateOverride[] {
  const fields = readObject(input, path, ['date', 'ranges'], problems);
  if (!fields) return [];
  const date = readDate(fields['date'], `${path}.date`, problems);
  // A forgotten "ranges" must not close a day.
  const ranges = readRanges(fields['ranges'], `${path}.ranges`, problems);
  return date === null ? [] : [{ date, ranges }];
}

/** `{"from":"2026-08-01","to":"2026-08-14","reason":"Convention"}`; `to` left out is the same day, `reason` none. */
export function readClosure(input: unknown, path: string, problems: ProblemList): Closure[] {
  const fields = readObject(input, path, ['from', 'to', 'reason'], problems);
  if (!fields) return [];
  const from = readDate(fields['from'], `${path}.from`, problems);
  const to = fields['to'] === undefined ? from : readDate(fields['to'], `${path}.to`, problems);
  const reason = readReason(fields['reason'], `${path}.reason`, problems);
  if (from === null || to === null || reason === null) return [];
  // Dates of one form are in order as texts.
  if (to < from) {
    problems.add(`${path}.to`, `A closure cannot end (${to}) before it begins (${from}).`);
    return [];
  }
  return [{ from, to, ...(reason !== '' && { reason }) }];
}

export const LONGEST_REASON = 200;

function readReason(input: unknown, path: string, problems: ProblemList): string | null {
  const reason = input === undefined || input === null ? '' : input;
  if (typeof reason === 'string' && reason.trim().length <= LONGEST_REASON) return reason.trim();
  problems.add(path, `A reason is a text of at most ${LONGEST_REASON} characters.`);
  return null;
}

function readDate(input: unknown, path: string, problems: ProblemList): string | null {
  if (typeof input === 'string' && parseIsoDay(input) !== null) return input;
  problems.add(path, `There is no date ${shown(input)}; write it as 2026-12-24.`);
  return null;
}
