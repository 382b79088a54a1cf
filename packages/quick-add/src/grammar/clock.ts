import { type Clock, type Length, lengthOf, type TimeSpec } from './meaning.ts';
import { type Rule, rule } from './pattern.ts';

/** With am or pm, twelve hours; null where there is no such hour. */
export function halfDay(hour: number, minute: number, half: 'am' | 'pm'): Clock | null {
  if (hour < 1 || hour > 12) return hour <= 24 && half === 'pm' ? exactly(hour, minute) : null;
  return { ...exactly((hour % 12) + (half === 'pm' ? 12 : 0), minute), half };
}

export const exactly = (hour: number, minute = 0): Clock => ({ hour, minute, exact: true });

/** As people say hours: twelve of them, and the listener knows which half of the day is meant. */
export const spoken = (hour: number, minute = 0): Clock => ({ hour, minute, exact: hour > 12 || hour === 0 });

/** A quarter to five. */
export const before = (hour: number, minutes: number): Clock =>
  hour === 0 ? exactly(23, 60 - minutes) : spoken(hour - 1 || 12, 60 - minutes);

/** 1430, 0930. */
export function fourDigits(value: number): TimeSpec | null {
  const [hour, minute] = [Math.floor(value / 100), value % 100];
  if (value < 100 || hour > 23 || minute > 59) return null;
  return { start: exactly(hour, minute), end: null, weight: 45 };
}

const YEARS = { from: 1_950, to: 2_059 };
const isYear = ({ hour, minute }: Clock) =>
  hour * 100 + minute >= YEARS.from && hour * 100 + minute <= YEARS.to;

/** 1400 to 1530. Two years are none: 2020 to 2025. */
export function fourDigitSpan(start: Clock, end: Clock): TimeSpec | null {
  const isForward = start.hour * 60 + start.minute < end.hour * 60 + end.minute;
  return isForward && !(isYear(start) && isYear(end)) ? { start, end, weight: 60 } : null;
}

/** The same from its numbers: from six o'clock on, and by the five minutes. */
export function numberSpan(first: number, last: number): TimeSpec | null {
  const clock = (value: number) => (value >= 600 && value % 5 === 0 ? fourDigits(value)?.start : null);
  const [start, end] = [clock(first), clock(last)];
  return start && end ? fourDigitSpan(start, end) : null;
}

const AM = '(am|a.m.|a.m)';
const PM = '(pm|p.m.|p.m)';

/** Times in digits, which both languages write alike. */
export const CLOCKS: readonly Rule[] = [
  rule('dotted', '{hour} _ . _ {minute}', ({ hour, minute }) => digits(hour, minute)),
  rule('time', '{dotted:start} - {dotted:end}', ({ start, end }) => ({ start, end, weight: 45 })),
  rule('time', '{dotted}', ({ dotted }) => ({ start: dotted, end: null, weight: 30 })),
  rule('clock', `{hour} _ (:|.) _ {minute} ${AM}`, ({ hour, minute }) => halfDay(hour, minute, 'am')),
  rule('clock', `{hour} _ (:|.) _ {minute} ${PM}`, ({ hour, minute }) => halfDay(hour, minute, 'pm')),
  rule('clock', '{zerohour} _ (:|.) _ {minute}', ({ zerohour, minute }) => exactly(zerohour, minute)),
  rule('clock', '{hour} _ : _ {minute} [_ : _ {minute:second?}]', ({ hour, minute }) => digits(hour, minute)),
  rule('clock', `{hour} _ h _ {minute} ${PM}`, ({ hour, minute }) => halfDay(hour, minute, 'pm')),
  rule('clock', '{hour} _ h _ {minute}', ({ hour, minute }) => lengthy(hour, minute)),
  rule('clock', '{hour} (h|hrs) {minute}', ({ hour, minute }) => lengthy(hour, minute)),
  rule('clock', `{hour} ${AM}`, ({ hour }) => halfDay(hour, 0, 'am')),
  rule('clock', `{hour} ${PM}`, ({ hour }) => halfDay(hour, 0, 'pm')),
  rule('clock', '{hour} h', ({ hour }) => lengthy(hour, 0)),
  rule('clock', '{n} (h|hr|hrs|hours)', ({ n }) => (n >= 600 ? (fourDigits(n)?.start ?? null) : null)),
];

/** `9:15` may be in the afternoon where the hour is small; `09:15` and `14:15` say themselves which half they mean. */
const digits = (hour: number, minute: number): Clock => ({
  hour,
  minute,
  // 6:58 is of a timetable.
  exact: hour > 12 || hour === 0 || minute % 5 !== 0,
});

function lengthy(hour: number, minute: number): Clock {
  return { hour, minute, exact: true, ...(hour <= 12 && minute % 5 === 0 ? { lengthy: true } : {}) };
}

/** Lengths in digits. `2h` and `1h30` are times as well: who stands beside them decides. */
export const LENGTHS: readonly Rule[] = [
  rule('length', '{hour} _ h _ {minute} [min|mn|m]', ({ hour, minute }) => lengthyLength(hour, minute)),
  rule('length', '{hour} h {minute} [min|mn|m]', ({ hour, minute }) => lengthyLength(hour, minute)),
  rule('length', '{hour} h', ({ hour }) => lengthyLength(hour, 0)),
  rule('length', '{n} _ (.|,) _ {n:tenths} (h|hr|hrs|hour|hours|heure|heures)', ({ n, tenths }) =>
    lengthOf(Number(`${n}.${tenths}`), 'hour'),
  ),
  rule('length', "{n} (min|mins|mn|minute|minutes|')", ({ n }) => (n > 0 ? lengthOf(n, 'minute') : null)),
  rule('length', '{n} _ m', ({ n }) => (n > 0 ? lengthOf(n, 'minute') : null)),
];

function lengthyLength(hour: number, minute: number): Length | null {
  if (hour * 60 + minute === 0 || hour > 12 || minute % 5 !== 0) return null;
  return { ...lengthOf(hour * 60 + minute, 'minute'), lengthy: true };
}
