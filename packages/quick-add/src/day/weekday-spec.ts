import { mondayOf, weekdayFrom, weekdayOf } from './day.ts';
import { type DateSpec, onMonthDay, SURE, single } from './spec.ts';

/** The next such weekday, today included. */
export const onWeekday = (weekday: number, weight = 50): DateSpec => ({
  weight,
  near: true,
  weekday: true,
  find: (from, today) => {
    const first = weekdayFrom(from, weekday);
    const found = single(first);
    return found && (first === today ? { ...found, ifPast: first + 7 } : found);
  },
});

/** A weekday and a date: the date counts, and says so where the two differ. */
export const withWeekday = (weekday: number, spec: DateSpec): DateSpec => ({
  ...spec,
  // "Tuesday next week" is no Tuesday that happens to be a week from now.
  weight: spec.near ? spec.weight - 1 : spec.weight + 10,
  find: (from, today) => {
    const found = spec.find(from, today);
    if (!found || weekdayOf(found.first) === weekday) return found;
    return {
      ...found,
      doubts: [...found.doubts, { code: 'other-weekday', said: weekday, date: found.first }],
    };
  },
});

/** Friday 18: the next 18th that is a Friday, where one is near; else the next 18th, in doubt. */
export const weekdayAndDay = (weekday: number, day: number): DateSpec => ({
  weight: SURE,
  find: (from, today) => {
    let at = onMonthDay(day).find(from, today);
    for (let months = 0; at !== null && months < 4; months += 1) {
      if (weekdayOf(at.first) === weekday) return at;
      at = onMonthDay(day).find(at.first + 1, today);
    }
    return withWeekday(weekday, onMonthDay(day)).find(from, today);
  },
});

/** A weekday of this week (0), the next (1), the last (-1). */
export const inWeek = (weeks: number, weekday: number): DateSpec => ({
  weight: SURE,
  near: true,
  find: (_from, today) => single(mondayOf(today) + weeks * 7 + weekday - 1),
});

/** On Saturday in three weeks. */
export const weeksAway = (weeks: number, weekday: number): DateSpec => ({
  ...inWeek(weeks, weekday),
  weight: SURE + 25,
});

/** Next Friday is that of the next week, and may be meant to be that of this one. */
export const nextWeekday = (weekday: number): DateSpec => ({
  weight: SURE,
  near: true,
  find: (_from, today) => {
    const date = mondayOf(today) + 7 + weekday - 1;
    const other = date - 7;
    return single(date, other > today + 1 ? [{ code: 'which-week', date, other }] : []);
  },
});

/** Last Friday: the one before today. */
export const lastWeekday = (weekday: number): DateSpec => ({
  weight: SURE,
  near: true,
  find: (_from, today) => single(weekdayFrom(today - 7, weekday)),
});

/** Friday week, vendredi en huit. */
export const weeksAfter = (weekday: number, weeks: number): DateSpec => ({
  weight: SURE + 5,
  find: (from) => single(weekdayFrom(from, weekday) + weeks * 7),
});
