import { parseTime, timeText } from '../../time/typed-time.ts';

export const WEEKDAYS = ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** What stands in the two fields of one range, as typed. */
export interface RangeText {
  readonly from: string;
  readonly to: string;
}

/** Local times as they are sent: `["09:00", "12:30"]`. */
type SentRange = readonly [from: string, to: string];

export type WeekText = Readonly<Record<Weekday, readonly RangeText[]>>;

/** Minutes since midnight of the day that the range belongs to; an end behind 1440 lies on the next day. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

const DAY = 1_440;

/** Null while one of the two times cannot be read. An end at or before its start lies on the next day. */
export function rangeOf({ from, to }: RangeText): Range | null {
  const [start, end] = [parseTime(from), parseTime(to)];
  if (start === null || end === null || start === DAY) return null;
  return { start, end: end > start ? end : end + DAY };
}

export type RangeProblem = 'from' | 'to' | 'overlap' | null;

/** What is wrong with each range of one day, in its order. Ranges that overlap are told of once, at the later one. */
export function dayProblems(ranges: readonly RangeText[]): readonly RangeProblem[] {
  return ranges.map((text, index) => {
    const start = parseTime(text.from);
    if (start === null || start === DAY) return 'from';
    if (parseTime(text.to) === null) return 'to';
    const range = rangeOf(text);
    const others = ranges.slice(0, index).map(rangeOf);
    return range && others.some((other) => other && overlaps(range, other)) ? 'overlap' : null;
  });
}

function overlaps(one: Range, other: Range): boolean {
  return one.start < other.end && other.start < one.end;
}

/** Until when the next day a range goes on, in minutes of that day; null when it ends on its own day. */
export function nextDayEnd(text: RangeText): number | null {
  const range = rangeOf(text);
  return range && range.end > DAY ? range.end - DAY : null;
}

/** Whether the night of the day before reaches into the first range of a day; the two are then one. */
export function meetsEvening(week: WeekText, day: Weekday): boolean {
  const before = WEEKDAYS[(WEEKDAYS.indexOf(day) + 6) % 7] ?? 'su';
  const nights = week[before].map(nextDayEnd).filter((end) => end !== null);
  return week[day].some((text) => {
    const start = rangeOf(text)?.start;
    return start !== undefined && nights.some((end) => start < end);
  });
}

/** The ranges of a day as they are sent, by time; null while one of them cannot be read. */
export function sentRanges(ranges: readonly RangeText[]): [string, string][] | null {
  const read = ranges.map(rangeOf);
  if (read.some((range) => range === null)) return null;
  return read
    .filter((range) => range !== null)
    .toSorted((a, b) => a.start - b.start)
    .map(({ start, end }) => [timeText(start), end === DAY ? '24:00' : timeText(end % DAY)]);
}

export function textRanges(ranges: readonly SentRange[]): RangeText[] {
  return ranges.map(([from, to]) => ({ from, to }));
}

/** Every weekday, also those that the sent hours leave out. */
export function weekText(weekly: { readonly [Day in Weekday]?: readonly SentRange[] | undefined }): WeekText {
  const day = (key: Weekday) => textRanges(weekly[key] ?? []);
  return {
    mo: day('mo'),
    tu: day('tu'),
    we: day('we'),
    th: day('th'),
    fr: day('fr'),
    sa: day('sa'),
    su: day('su'),
  };
}

/** The week as it is sent; null while something in it cannot be read. */
export function sentWeek(week: WeekText): Record<Weekday, [string, string][]> | null {
  const days = { mo: [], tu: [], we: [], th: [], fr: [], sa: [], su: [] } as Record<
    Weekday,
    [string, string][]
  >;
  for (const key of WEEKDAYS) {
    const ranges = sentRanges(week[key]);
    if (ranges === null) return null;
    days[key] = ranges;
  }
  return days;
}

const FIRST: RangeText = { from: '10:00', to: '18:00' };

/** What a further range of a day begins with: an hour after the last one, so that it never overlaps. */
export function nextRange(ranges: readonly RangeText[]): RangeText {
  const ends = ranges.map(rangeOf).filter((range) => range !== null);
  if (ends.length === 0) return FIRST;
  const start = Math.max(...ends.map(({ end }) => end)) + 60;
  return start + 60 > DAY
    ? { from: '', to: '' }
    : { from: timeText(start), to: timeText(Math.min(start + 240, DAY)) };
}

/** Minutes open in a week, for a word on the whole. Ranges that overlap are counted once. */
export function weekMinutes(week: WeekText): number {
  const minutes = WEEKDAYS.flatMap((key, day) =>
    week[key]
      .map(rangeOf)
      .flatMap((range) => (range ? [[range.start + day * DAY, range.end + day * DAY]] : [])),
  ).toSorted(([a = 0], [b = 0]) => a - b);
  let [sum, reached] = [0, 0];
  for (const [start = 0, end = 0] of minutes) {
    sum += Math.max(0, end - Math.max(start, reached));
    reached = Math.max(reached, end);
  }
  return sum;
}
