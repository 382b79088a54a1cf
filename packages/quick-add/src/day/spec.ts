import { addMonths, type Day, dayOf, daysIn, nthWeekday, partsOf } from './day.ts';

export type DateDoubt =
  /** The weekday that was said is not that of the date. */
  | { readonly code: 'other-weekday'; readonly said: number; readonly date: Day }
  /** Day and month may be the other way round. */
  | { readonly code: 'day-or-month'; readonly date: Day; readonly other: Day }
  /** "Next Friday", said before this week's. */
  | { readonly code: 'which-week'; readonly date: Day; readonly other: Day };

export interface FoundDate {
  readonly first: Day;
  /** The last day of a stretch; the first where it is a single day. */
  readonly last: Day;
  /** What is meant where the time of this day has passed: "Wednesday at 9", said on a Wednesday at 10. */
  readonly ifPast?: Day;
  readonly doubts: readonly DateDoubt[];
}

/** A date as it was said, before anybody knows which day that is. */
export interface DateSpec {
  /** How surely the words mean a date. */
  readonly weight: number;
  /** `tomorrow`, `Friday`, which a bare hour may follow: "Friday 9". */
  readonly near?: boolean;
  /** A weekday and nothing else. */
  readonly weekday?: boolean;
  /** Days after another date, which "for 3 days from Monday" does not mean. */
  readonly counted?: boolean;
  /** The name of a feast, which says what is celebrated as well. */
  readonly feast?: boolean;
  /** The first day that is meant and is not before `from`, where it may be chosen; null where there is none. */
  readonly find: (from: Day, today: Day) => FoundDate | null;
}

export const SURE = 60;
export const LIKELY = 45;
export const GUESS = 25;

export const single = (first: Day | null, doubts: readonly DateDoubt[] = []): FoundDate | null =>
  first === null ? null : { first, last: first, doubts };

/** Counted from today: tomorrow, in three days. */
export const daysAway = (days: number, weight = SURE): DateSpec => ({
  weight,
  near: true,
  find: (_from, today) => single(today + days),
});

export const monthsAway = (months: number): DateSpec => ({
  weight: SURE,
  find: (_from, today) => single(addMonths(today, months)),
});

/** A length after another date: a week from Friday. */
export const daysAfter = (spec: DateSpec, days: number): DateSpec => ({
  weight: SURE,
  counted: true,
  find: (from, today) => {
    const found = spec.find(from, today);
    return found && single(found.first + days);
  },
});

/** Without a year: the next one. */
export const onDate = (month: number, day: number, year?: number): DateSpec => ({
  weight: SURE,
  find: (from) => {
    if (year !== undefined) return single(dayOf(fullYear(year), month, day));
    const { year: now } = partsOf(from);
    // A leap day may be eight years away.
    for (let later = now; later <= now + 8; later += 1) {
      const found = dayOf(later, month, day);
      if (found !== null && found >= from) return single(found);
    }
    return null;
  },
});

export const fullYear = (year: number): number => (year < 100 ? 2000 + year : year);

/** `12/03/2027`: in one order where there is no such date in the other. */
export function inDigits(
  first: number,
  second: number,
  year: number | undefined,
  dayFirst: boolean,
): DateSpec | null {
  const [day, month] = dayFirst ? [first, second] : [second, first];
  const straight = isDate(month, day) ? onDate(month, day, year) : null;
  const turned = isDate(day, month) ? onDate(day, month, year) : null;
  if (!straight || !turned || day === month) return straight ?? turned;
  return {
    ...straight,
    find: (from, today) => {
      const found = straight.find(from, today);
      const other = turned.find(from, today)?.first;
      if (!found || other === undefined) return found;
      return single(found.first, [{ code: 'day-or-month', date: found.first, other }]);
    },
  };
}

const isDate = (month: number, day: number): boolean => dayOf(2028, month, day) !== null;

/** The 21st: of this month or the next that has one. */
export const onMonthDay = (day: number, weight = SURE): DateSpec => ({
  weight,
  find: (from) => {
    const { year, month } = partsOf(from);
    for (let later = 0; later < 12; later += 1) {
      const found = dayOf(year + Math.floor((month - 1 + later) / 12), ((month - 1 + later) % 12) + 1, day);
      if (found !== null && found >= from) return single(found);
    }
    return null;
  },
});

/** A part of the month, -1 for its last day; without a year the next that has not passed. */
export const inMonth = (month: number, day: number, year?: number, weight = SURE): DateSpec => ({
  weight,
  find: (from, today) => {
    const of = (within: number) => (day < 0 ? daysIn(within, month) + 1 + day : day);
    const { year: now } = partsOf(from);
    const found = onDate(month, of(year ?? now), year).find(from, today);
    // The last of February is another one next year.
    return found && day < 0
      ? single(dayOf(partsOf(found.first).year, month, of(partsOf(found.first).year)))
      : found;
  },
});

/** A day of this month (0) or the next (1), -1 for the last day. */
export const ofMonth = (months: number, day: number): DateSpec => ({
  weight: SURE,
  find: (from, today) => {
    const { year, month } = partsOf(addMonths(today, months));
    const of = day < 0 ? daysIn(year, month) + 1 + day : day;
    const found = dayOf(year, month, of);
    return found === null ? null : single(months === 0 && found < from ? addMonths(found, 1) : found);
  },
});

/** The first Monday of January. */
export const nthOfMonth = (nth: number, weekday: number, month: number, year?: number): DateSpec => ({
  weight: SURE + 15,
  find: (from) => {
    const now = year ?? partsOf(from).year;
    const found = nthWeekday(now, month, nth, weekday);
    return single(
      found !== null && found < from && year === undefined ? nthWeekday(now + 1, month, nth, weekday) : found,
    );
  },
});

/** The first Monday of next month. */
export const nthOfMonthAway = (nth: number, weekday: number, months: number): DateSpec => ({
  weight: SURE + 30,
  find: (from, today) => {
    const { year, month } = partsOf(addMonths(today, months));
    const found = nthWeekday(year, month, nth, weekday);
    if (months !== 0 || found === null || found >= from) return single(found);
    const later = partsOf(addMonths(today, 1));
    return single(nthWeekday(later.year, later.month, nth, weekday));
  },
});
