import { Temporal } from 'temporal-polyfill';

/** A repeat rule that common words can say. Everything else is a custom rule. */
export interface SimpleRule {
  readonly every: 'daily' | 'weekly' | 'monthly' | 'yearly';
  readonly interval: number;
  /** Weekdays, 1 is Monday. */
  readonly weekdays: readonly number[];
  /** With a monthly or yearly weekday: which of the month, -1 is the last. */
  readonly nth: number | null;
  /** Day of the month, -1 is the last. */
  readonly monthDay: number | null;
  readonly count: number | null;
  /** ISO date of the last possible day. */
  readonly until: string | null;
}

const FREQUENCIES = { DAILY: 'daily', WEEKLY: 'weekly', MONTHLY: 'monthly', YEARLY: 'yearly' } as const;
const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const SPEAKABLE = new Set([
  'FREQ',
  'INTERVAL',
  'BYDAY',
  'BYMONTHDAY',
  'BYMONTH',
  'COUNT',
  'UNTIL',
  'WKST',
  'BYSETPOS',
]);

/**
 * The same RRULE with its end as the date that people mean: UNTIL is written in UTC (RFC 5545 3.3.10), where an evening
 * in New York is the next day already. @param zone of the event, an IANA name
 */
export function ruleInZone(text: string, zone: string): string {
  return text.replace(
    /(UNTIL=)(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z/i,
    (_, name: string, ...digits) => {
      const [year, month, day, hour, minute, second] = digits.slice(0, 6);
      const instant = Temporal.Instant.from(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
      return name + instant.toZonedDateTimeISO(zone).toPlainDate().toString().replaceAll('-', '');
    },
  );
}

/** Reads RRULE text (RFC 5545 3.3.10); null when it says more than we have words for. */
export function readRule(text: string): SimpleRule | null {
  const parts = new Map(
    text
      .replace(/^RRULE:/i, '')
      .split(';')
      .map(pair),
  );
  const every = frequency(parts.get('FREQ'));
  if (!every || [...parts.keys()].some((name) => !SPEAKABLE.has(name))) return null;
  const days = weekdays(parts.get('BYDAY'), parts.get('BYSETPOS'));
  const monthDay = wholeNumber(parts.get('BYMONTHDAY'));
  if (!days || monthDay === undefined || !isSpeakable(every, parts, days, monthDay)) return null;
  return {
    every,
    interval: Number(parts.get('INTERVAL') ?? 1),
    ...days,
    monthDay,
    count: wholeNumber(parts.get('COUNT')) ?? null,
    until: isoDate(parts.get('UNTIL')),
  };
}

function pair(part: string): [string, string] {
  const [name = '', value = ''] = part.split('=');
  return [name.toUpperCase(), value.toUpperCase()];
}

function frequency(value: string | undefined): SimpleRule['every'] | null {
  return value !== undefined && value in FREQUENCIES ? FREQUENCIES[value as keyof typeof FREQUENCIES] : null;
}

/** Null when absent; undefined when it is a list or no number. */
function wholeNumber(value: string | undefined): number | null | undefined {
  if (value === undefined) return null;
  return /^-?\d+$/.test(value) ? Number(value) : undefined;
}

type Days = Pick<SimpleRule, 'weekdays' | 'nth'>;

function weekdays(byDay: string | undefined, position: string | undefined): Days | null {
  if (byDay === undefined) return position === undefined ? { weekdays: [], nth: null } : null;
  const named = byDay.split(',').map((day) => /^([+-]?\d)?(MO|TU|WE|TH|FR|SA|SU)$/.exec(day));
  if (named.some((match) => match === null)) return null;
  const days = named.map((match) => DAYS.indexOf(match?.[2] ?? '') + 1).toSorted((a, b) => a - b);
  const numbers = named.flatMap((match) => (match?.[1] === undefined ? [] : [Number(match[1])]));
  const nth = numbers[0] ?? wholeNumber(position) ?? null;
  // "The 2nd Tuesday" has words; "the 1st Monday and the 3rd Friday" and "the last working day" do not.
  if (nth !== null && (days.length !== 1 || numbers.length > 1)) return null;
  return { weekdays: days, nth };
}

function isSpeakable(
  every: SimpleRule['every'],
  parts: ReadonlyMap<string, string>,
  days: Days,
  monthDay: number | null,
): boolean {
  const hasDays = days.weekdays.length > 0;
  if (monthDay !== null && (hasDays || monthDay < -1 || monthDay === 0)) return false;
  if (days.nth !== null && (days.nth === 0 || days.nth > 5 || days.nth < -2)) return false;
  if (every === 'daily' && (hasDays || monthDay !== null || parts.has('BYMONTH'))) return false;
  if (every === 'weekly' && (days.nth !== null || monthDay !== null || parts.has('BYMONTH'))) return false;
  if (every === 'monthly' && (parts.has('BYMONTH') || (hasDays && days.nth === null))) return false;
  // A yearly rule is said by its first date; only the month it begins in anyway may be named.
  return (
    every !== 'yearly' ||
    (!hasDays && monthDay === null && !parts.has('BYMONTH')) ||
    isPlainBirthday(parts, hasDays)
  );
}

function isPlainBirthday(parts: ReadonlyMap<string, string>, hasDays: boolean): boolean {
  return !hasDays && /^\d+$/.test(parts.get('BYMONTH') ?? '') && /^\d+$/.test(parts.get('BYMONTHDAY') ?? '');
}

function isoDate(until: string | undefined): string | null {
  const [, year, month, day] = /^(\d{4})(\d{2})(\d{2})/.exec(until ?? '') ?? [];
  return year ? `${year}-${month}-${day}` : null;
}
