import { type LocalRange, type OpeningHours, WEEKDAYS, type WeekdayKey } from './opening-hours.ts';
import { readClosure, readOverride } from './read-dates.ts';
import { readRanges } from './read-ranges.ts';
import { MAX_LIST, type Problem, ProblemList, readList, readObject } from './read-value.ts';

export type ParsedHours =
  | { readonly ok: true; readonly hours: OpeningHours }
  /** In the order of the input; `path` is `weekly.mo.0.1`, empty for the input as a whole. */
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * Reads opening hours as `hours set` and the forms send them:
 * `{"weekly":{"mo":[["09:00","12:30"]]},"overrides":[{"date":"2026-12-24","ranges":[]}],"closures":[{"from":"2026-08-01","to":"2026-08-14"}]}`.
 * Times are `HH:MM`, an end may be `24:00`, and one at or before its start lies on the next day. `overrides`,
 * `closures` and the `to` of a closure of one day may be left out. Nothing is guessed: whatever is not understood is a
 * problem, in words for the person who typed it. Never throws.
 */
export function parseHours(input: unknown): ParsedHours {
  const problems = new ProblemList();
  const hours = readHours(input, problems);
  return problems.found.length > 0 ? { ok: false, problems: problems.found } : { ok: true, hours };
}

function readHours(input: unknown, problems: ProblemList): OpeningHours {
  const fields = readObject(input, '', ['weekly', 'overrides', 'closures'], problems);
  if (!fields) return { weekly: {}, overrides: [], closures: [] };
  const list = <T>(name: string, read: (value: unknown, path: string, problems: ProblemList) => T[]) =>
    readList(fields[name] === undefined ? [] : fields[name], name, MAX_LIST, problems).flatMap(
      (value, index) => read(value, `${name}.${index}`, problems),
    );
  return {
    weekly: readWeek(fields['weekly'], problems),
    overrides: list('overrides', readOverride),
    closures: list('closures', readClosure),
  };
}

function readWeek(input: unknown, problems: ProblemList): OpeningHours['weekly'] {
  const weekly: { [Key in WeekdayKey]?: readonly LocalRange[] } = {};
  const fields = readObject(input, 'weekly', WEEKDAYS, problems);
  for (const key of WEEKDAYS) {
    const value = fields?.[key];
    if (value !== undefined) weekly[key] = readRanges(value, `weekly.${key}`, problems);
  }
  return weekly;
}
