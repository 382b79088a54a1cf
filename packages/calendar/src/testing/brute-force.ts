/**
 * A second reading of RFC 5545, 3.3.10, for tests alone: slow, and written so that it shares no idea with the
 * real one. It looks at every second that could be an instance and asks of each BYxxx part whether it holds.
 */
export interface BruteRule {
  readonly freq: string;
  readonly interval: number;
  readonly wkst: number;
  readonly by: Readonly<Record<string, readonly string[]>>;
}

interface Candidate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** Monday 0. */
  readonly weekday: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly ms: number;
}

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const FINER = ['YEARLY', 'MONTHLY', 'WEEKLY', 'DAILY', 'HOURLY', 'MINUTELY', 'SECONDLY'];
const DAY = 86_400_000;

export function bruteRule(text: string): BruteRule {
  const parts = Object.fromEntries(text.split(';').map((part) => part.split('=') as [string, string]));
  const by = Object.entries(parts).filter(([name]) => name.startsWith('BY'));
  return {
    freq: parts.FREQ ?? '',
    interval: Number(parts.INTERVAL ?? 1),
    wkst: WEEKDAYS.indexOf(parts.WKST ?? 'MO'),
    by: Object.fromEntries(by.map(([name, value]) => [name, value.split(',')])),
  };
}

/** Wall clock readings after `start` and before `to`, as ms of that clock. */
export function bruteForce(rule: BruteRule, start: number, to: number): number[] {
  const origin = candidate(start);
  const found = new Map<number, number[]>();
  // A period that holds DTSTART began up to a year before it, and BYSETPOS counts from there.
  const days: Readonly<Record<string, number>> = { YEARLY: 366, MONTHLY: 31, WEEKLY: 7, DAILY: 1 };
  const margin = (days[rule.freq] ?? 1 / 24) * DAY;
  for (let day = Math.floor((start - margin) / DAY) * DAY; day < to + margin; day += DAY) {
    if (!dayHolds(rule, candidate(day), origin)) continue;
    for (const ms of times(rule, origin)) {
      if (day + ms < start - margin || day + ms > to + margin) continue;
      const each = candidate(day + ms);
      const period = periodOf(rule, each) - periodOf(rule, origin);
      if (period < 0 || period % rule.interval !== 0) continue;
      const set = found.get(period);
      if (set) set.push(each.ms);
      else found.set(period, [each.ms]);
    }
  }
  const picked = [...found.values()].flatMap((set) => positions(rule, set));
  return picked.filter((ms) => ms > start && ms < to).sort((a, b) => a - b);
}

function candidate(ms: number): Candidate {
  const date = new Date(ms);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    weekday: (date.getUTCDay() + 6) % 7,
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
    ms,
  };
}

function periodOf(rule: BruteRule, { year, month, ms }: Candidate): number {
  // Day 0 was a Thursday; the week that starts on WKST began so many days before it.
  const weekOffset = (3 - rule.wkst + 7) % 7;
  switch (rule.freq) {
    case 'YEARLY':
      return year;
    case 'MONTHLY':
      return year * 12 + month;
    case 'WEEKLY':
      return Math.floor((ms / DAY + weekOffset) / 7);
    case 'DAILY':
      return Math.floor(ms / DAY);
    default:
      return Math.floor(ms / { HOURLY: 3_600_000, MINUTELY: 60_000, SECONDLY: 1_000 }[rule.freq as 'HOURLY']);
  }
}

function finerThan(rule: BruteRule, freq: string): boolean {
  return FINER.indexOf(rule.freq) >= FINER.indexOf(freq);
}

function dayHolds(rule: BruteRule, date: Candidate, origin: Candidate): boolean {
  const { by } = rule;
  const numbers = (name: string): number[] | undefined => by[name]?.map(Number);
  if (numbers('BYMONTH')?.includes(date.month) === false) return false;
  const monthLength = new Date(Date.UTC(date.year, date.month, 0)).getUTCDate();
  const monthDays = numbers('BYMONTHDAY')?.map((day) => (day < 0 ? monthLength + 1 + day : day));
  if (monthDays?.includes(date.day) === false) return false;
  const yearLength = (Date.UTC(date.year + 1, 0) - Date.UTC(date.year, 0)) / DAY;
  const dayOfYear = (Date.UTC(date.year, date.month - 1, date.day) - Date.UTC(date.year, 0)) / DAY + 1;
  const yearDays = numbers('BYYEARDAY')?.map((day) => (day < 0 ? yearLength + 1 + day : day));
  if (yearDays?.includes(dayOfYear) === false) return false;
  if (by.BYWEEKNO && !weekHolds(rule, date)) return false;
  if (by.BYDAY) return by.BYDAY.some((part) => weekdayHolds(rule, part, date));
  if (by.BYMONTHDAY || by.BYYEARDAY || finerThan(rule, 'DAILY')) return true;
  if (by.BYWEEKNO || rule.freq === 'WEEKLY') return date.weekday === origin.weekday;
  if (rule.freq === 'YEARLY' && !by.BYMONTH && date.month !== origin.month) return false;
  return date.day === origin.day;
}

/** A week belongs to the year that has its fourth day, as then it has four days or more there. */
function weekHolds(rule: BruteRule, date: Candidate): boolean {
  const today = Date.UTC(date.year, date.month - 1, date.day);
  const fourth = new Date(today - ((date.weekday - rule.wkst + 7) % 7) * DAY + 3 * DAY);
  const [before, after] = sameWeekdays(fourth.getTime(), (day) => day.getUTCFullYear());
  const week = before + 1;
  const weeks = week + after;
  return (rule.by.BYWEEKNO ?? [])
    .map(Number)
    .some((number) => (number < 0 ? weeks + 1 + number : number) === week);
}

function weekdayHolds(rule: BruteRule, part: string, date: Candidate): boolean {
  if (WEEKDAYS.indexOf(part.slice(-2)) !== date.weekday) return false;
  const ordinal = Number(part.slice(0, -2) || 0);
  if (ordinal === 0 || finerThan(rule, 'WEEKLY')) return true;
  const wholeYear = rule.freq === 'YEARLY' && !rule.by.BYMONTH;
  const scope = (day: Date) => day.getUTCFullYear() * 12 + (wholeYear ? 0 : day.getUTCMonth());
  const [before, after] = sameWeekdays(Date.UTC(date.year, date.month - 1, date.day), scope);
  return ordinal > 0 ? before === ordinal - 1 : after === -ordinal - 1;
}

/** How many days of this weekday come before and after this one within its month or year. */
function sameWeekdays(today: number, scope: (day: Date) => number): [before: number, after: number] {
  const own = scope(new Date(today));
  let before = 0;
  let after = 0;
  while (scope(new Date(today - (before + 1) * 7 * DAY)) === own) before++;
  while (scope(new Date(today + (after + 1) * 7 * DAY)) === own) after++;
  return [before, after];
}

function times(rule: BruteRule, origin: Candidate): number[] {
  const unit = (name: string, freq: string, size: number, own: number): number[] =>
    rule.by[name]?.map(Number) ?? (finerThan(rule, freq) ? Array.from({ length: size }, (_, n) => n) : [own]);
  const hours = unit('BYHOUR', 'HOURLY', 24, origin.hour);
  const minutes = unit('BYMINUTE', 'MINUTELY', 60, origin.minute);
  const seconds = unit('BYSECOND', 'SECONDLY', 60, origin.second);
  const all = hours.flatMap((h) =>
    minutes.flatMap((m) => seconds.map((s) => ((h * 60 + m) * 60 + s) * 1_000)),
  );
  return all.sort((a, b) => a - b);
}

function positions(rule: BruteRule, set: number[]): number[] {
  const wanted = rule.by.BYSETPOS?.map(Number);
  return set.filter(
    (_, index) => !wanted || wanted.includes(index + 1) || wanted.includes(index - set.length),
  );
}
