/** A date as `YYYY-MM-DD`, and a month as `YYYY-MM`. Neither has a zone. */
export type CivilDate = string;
export type Month = string;

const DAY_MS = 86_400_000;
const midnight = (date: CivilDate) => Date.parse(`${date}T00:00:00Z`);
const written = (time: number): CivilDate => new Date(time).toISOString().slice(0, 10);

export function isCivilDate(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(midnight(text)) && written(midnight(text)) === text;
}

export function addDays(date: CivilDate, days: number): CivilDate {
  return written(midnight(date) + days * DAY_MS);
}

/** The same day of another month, or its last where that month is shorter. */
export function addMonths(date: CivilDate, months: number): CivilDate {
  const month = monthAfter(monthOf(date), months);
  const day = Math.min(Number(date.slice(8)), daysIn(month));
  return `${month}-${String(day).padStart(2, '0')}`;
}

/** 0 is Sunday. */
export function weekdayOf(date: CivilDate): number {
  return new Date(midnight(date)).getUTCDay();
}

export const monthOf = (date: CivilDate): Month => date.slice(0, 7);
export const firstOf = (month: Month): CivilDate => `${month}-01`;
export const lastOf = (month: Month): CivilDate => `${month}-${daysIn(month)}`;

export function monthAfter(month: Month, months: number): Month {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return written(Date.UTC(year, number - 1 + months, 1)).slice(0, 7);
}

function daysIn(month: Month): number {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 0)).getUTCDate();
}

/** For `Intl` with `timeZone: 'UTC'`. */
export const atUtcNoon = (date: CivilDate): Date => new Date(midnight(date) + DAY_MS / 2);
