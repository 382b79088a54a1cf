import { type Day, dayOf, nthWeekday, partsOf } from './day.ts';
import { type DateSpec, SURE } from './spec.ts';

export type Feast = (year: number) => Day | null;

/** Easter Sunday of the Gregorian calendar (Meeus, Jones, Butcher). */
export function easter(year: number): Day {
  const [golden, century, ofCentury] = [year % 19, Math.floor(year / 100), year % 100];
  const leapCenturies = century - Math.floor(century / 4);
  const moonShift = Math.floor((8 * century + 13) / 25);
  const epact = (19 * golden + leapCenturies - moonShift + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - epact - (ofCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const days = epact + weekday - 7 * late + 114;
  return dayOf(year, Math.floor(days / 31), (days % 31) + 1) ?? 0;
}

export const fixed =
  (month: number, day: number): Feast =>
  (year) =>
    dayOf(year, month, day);

export const afterEaster =
  (days: number): Feast =>
  (year) =>
    easter(year) + days;

export const floating =
  (month: number, nth: number, weekday: number): Feast =>
  (year) =>
    nthWeekday(year, month, nth, weekday);

/** The feast of a year, or the next one. */
export const onFeast = (feast: Feast, year?: number, away = 0): DateSpec => ({
  // A date in the same sentence is surer: the New Year's party on 31 December.
  weight: SURE - 8,
  feast: true,
  find: (from) => {
    const now = partsOf(from).year;
    const years = year === undefined ? [now, now + 1] : [year];
    const days = years.flatMap((of) => feast(of) ?? []).map((day) => day + away);
    const first = days.find((day) => year !== undefined || day >= from);
    return first === undefined ? null : { first, last: first, doubts: [] };
  },
});
