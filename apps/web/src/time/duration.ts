export const HOUR = 60;
export const DAY = 24 * HOUR;
const WEEK = 7 * DAY;
const MONTH = 30 * DAY;

/** The words of English and French for each unit, in minutes; a unit is known by its whole word. */
const UNITS: readonly (readonly [minutes: number, words: readonly string[]])[] = [
  [1, ['m', 'min', 'mins', 'minute', 'minutes', 'mn']],
  [HOUR, ['h', 'hr', 'hrs', 'hour', 'hours', 'heure', 'heures']],
  [DAY, ['d', 'day', 'days', 'j', 'jour', 'jours']],
  [WEEK, ['w', 'wk', 'wks', 'week', 'weeks', 'sem', 'semaine', 'semaines']],
  [MONTH, ['month', 'months', 'mois']],
];
const NONE = new Set(['none', 'no', 'aucun', 'aucune', 'non', '-', '–']);
const WHOLE = /^(?:\d+(?:[.,]\d+)?\s*[a-zà-ÿ]*(?:\s|\+|and\b|et\b)*)+$/;
const PART = /(\d+(?:[.,]\d+)?)\s*([a-zà-ÿ]*)/g;

/**
 * A length as people type it, in English or French: `2 h`, `1h30`, `1:30`, `90 min`, `1,5 heure`, `3 jours`, `1 week`.
 * A bare number counts in `bareUnit` minutes, after hours in minutes. Whole minutes; null when it is not understood.
 */
export function parseDuration(text: string, bareUnit = 1): number | null {
  const typed = text.trim().toLowerCase();
  if (NONE.has(typed)) return 0;
  const colon = /^(\d{1,3}):([0-5]\d)$/.exec(typed);
  if (colon) return Number(colon[1]) * HOUR + Number(colon[2]);
  if (!WHOLE.test(typed)) return null;
  let sum = 0;
  let last: number | null = null;
  for (const [, number = '', word = ''] of typed.matchAll(PART)) {
    const unit = unitOf(word.replace(/^(and|et)$/, ''), last, bareUnit);
    if (unit === null || (last !== null && unit >= last)) return null;
    sum += Number(number.replace(',', '.')) * unit;
    last = unit;
  }
  return Math.round(sum);
}

function unitOf(word: string, last: number | null, bareUnit: number): number | null {
  if (word !== '') return UNITS.find(([, words]) => words.includes(word))?.[0] ?? null;
  if (last === null) return bareUnit;
  return last === HOUR ? 1 : null;
}

/** `2 hours`, `1 hour 30 minutes`, `3 days`, `1 week`, as `parseDuration` reads it back. @param locale BCP 47 */
export function durationText(minutes: number, locale: string, style: 'long' | 'narrow' = 'long'): string {
  const parts = partsOf(minutes).map(([value, unit]) =>
    new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: style, useGrouping: false }).format(
      value,
    ),
  );
  return parts.join(' ').replaceAll(/[\u00a0\u202f]/g, ' ');
}

function partsOf(minutes: number): readonly (readonly [number, string])[] {
  if (minutes === 0) return [[0, 'minute']];
  if (minutes % WEEK === 0) return [[minutes / WEEK, 'week']];
  const parts = [
    [Math.floor(minutes / DAY), 'day'],
    [Math.floor((minutes % DAY) / HOUR), 'hour'],
    [minutes % HOUR, 'minute'],
  ] as const;
  return parts.filter(([value]) => value > 0);
}

/** Whole minutes within bounds, or null. */
export function boundedDuration(
  typed: string,
  unit: number,
  [least, most]: readonly [number, number],
): number | null {
  const minutes = parseDuration(typed, unit);
  return minutes !== null && minutes >= least && minutes <= most ? minutes : null;
}
