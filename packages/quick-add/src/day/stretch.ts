import { dayOf, daysIn, mondayOf, partsOf } from './day.ts';
import { type DateSpec, onDate, onMonthDay, SURE } from './spec.ts';

/** From one day to another, which is the first such day behind it. */
export const between = (from: DateSpec, to: DateSpec): DateSpec => ({
  weight: Math.max(from.weight, to.weight) + 20,
  find: (earliest, today) => {
    const start = from.find(earliest, today);
    const end = start && to.find(start.first, today);
    if (!start || !end || end.last < start.first) return null;
    return { first: start.first, last: end.last, doubts: [...start.doubts, ...end.doubts] };
  },
});

/** 11-15 January; 28-3 January begins in December. */
export function daysOfMonth(first: number, last: number, month: number, year?: number): DateSpec {
  const end = onDate(month, last, year);
  const before = month === 1 ? 12 : month - 1;
  const start = first <= last ? onDate(month, first, year) : onDate(before, first);
  return between(start, end);
}

/** The 5th, 6th and 7th of February. With days between them they are no stretch, and an event has one date. */
export function threeDays(
  days: readonly [number, number, number],
  month: number,
  year?: number,
): DateSpec | null {
  const [first, second, last] = days;
  const isStretch = second === first + 1 && last === second + 1;
  return isStretch ? { ...daysOfMonth(first, last, month, year), weight: SURE + 40 } : null;
}

/** Friday 5 to Sunday 7 February: the month is that of both. */
export const weekdaysOfMonth: typeof daysOfMonth = (...days) => ({
  ...daysOfMonth(...days),
  weight: SURE + 40,
});

/** From the 5th to the 7th. */
export const monthDays = (first: number, last: number): DateSpec =>
  between(onMonthDay(first), onMonthDay(last));

/** Saturday and Sunday of the week that is `weeks` away. */
export const weekendIn = (weeks: number): DateSpec => ({
  weight: SURE,
  near: true,
  find: (from, today) => {
    const saturday = mondayOf(today) + 5 + weeks * 7;
    return { first: Math.max(saturday, Math.min(from, saturday + 1)), last: saturday + 1, doubts: [] };
  },
});

/** The weekend in, or next behind, a date. */
export const weekendOf = (spec: DateSpec): DateSpec => ({
  weight: SURE + 10,
  find: (from, today) => {
    const found = spec.find(from, today);
    const saturday = found && mondayOf(found.first) + 5;
    return saturday === null ? null : { first: saturday, last: saturday + 1, doubts: [] };
  },
});

/** Monday to Sunday of the week that is `weeks` away. */
export const wholeWeek = (weeks: number): DateSpec => ({
  weight: SURE + 10,
  find: (from, today) => {
    const monday = mondayOf(today) + weeks * 7;
    return { first: weeks === 0 ? Math.max(monday, from) : monday, last: monday + 6, doubts: [] };
  },
});

/** The seven days from a date on: the week of 14 December. */
export const weekOf = (spec: DateSpec): DateSpec => ({
  weight: SURE + 10,
  find: (from, today) => {
    const found = spec.find(from, today);
    return found && { ...found, last: mondayOf(found.first) + 6 };
  },
});

/** A week by its number (ISO 8601): the next of that number. */
export function weekNumber(week: number): DateSpec | null {
  if (week < 1 || week > 53) return null;
  return {
    weight: SURE,
    find: (from) => {
      const { year } = partsOf(from);
      for (const later of [year, year + 1, year + 2]) {
        // The week of 4 January is the first.
        const first = mondayOf(dayOf(later, 1, 4) ?? 0) + (week - 1) * 7;
        const isOfYear = partsOf(first + 3).year === later;
        if (isOfYear && first + 6 >= from)
          return { first: Math.max(first, from), last: first + 6, doubts: [] };
      }
      return null;
    },
  };
}

/** All of a month; without a year the next that has not ended. */
export const wholeMonth = (month: number, year?: number): DateSpec => ({
  weight: SURE + 10,
  find: (from, today) => {
    const found = onDate(month, 1, year).find(from, today);
    if (!found) return null;
    const { year: of } = partsOf(found.first);
    return { ...found, last: found.first + daysIn(of, month) - 1 };
  },
});
