import { DAY_MINUTES } from '../time/minutes.ts';
import type { LocalRange } from './opening-hours.ts';
import { type ProblemList, readList, shown } from './read-value.ts';

const MAX_RANGES = 48;
const TIME = /^(\d\d):(\d\d)$/;

/** `[["09:00","12:30"],["14:00","19:00"]]`. */
export function readRanges(input: unknown, path: string, problems: ProblemList): LocalRange[] {
  return readList(input, path, MAX_RANGES, problems).flatMap((value, index) =>
    readRange(value, `${path}.${index}`, problems),
  );
}

function readRange(input: unknown, path: string, problems: ProblemList): LocalRange[] {
  if (!Array.isArray(input) || input.length !== 2) {
    problems.add(path, 'A range is its two times: ["09:00","17:00"].');
    return [];
  }
  const start = readTime(input[0], `${path}.0`, problems);
  const end = readTime(input[1], `${path}.1`, problems);
  if (start === null || end === null) return [];
  if (start === DAY_MINUTES) {
    problems.add(`${path}.0`, 'Only an end can be 24:00; write 00:00 on the next day instead.');
    return [];
  }
  return [{ start, end: end > start ? end : end + DAY_MINUTES }];
}

/** Minutes since midnight, 1440 included. */
function readTime(input: unknown, path: string, problems: ProblemList): number | null {
  const [, hours, minutes] = (typeof input === 'string' && TIME.exec(input)) || [];
  const time = Number(hours) * 60 + Number(minutes);
  if (hours !== undefined && Number(minutes) < 60 && time <= DAY_MINUTES) return time;
  problems.add(path, `${capitalised(shown(input))} is no time of day; write it as 09:00 or 17:30.`);
  return null;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
