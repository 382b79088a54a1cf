import { before, exactly, fourDigits, halfDay, numberSpan, spoken } from '../grammar/clock.ts';
import { ahead, positive, soon, stated, unasked } from '../grammar/lengths.ts';
import { minutesOf, partAt as part } from '../grammar/meaning.ts';
import { type Rule, rule } from '../grammar/pattern.ts';

const HOUR_WORDS: readonly Rule[] = [
  rule('bare', '{hour}', ({ hour }) => spoken(hour)),
  rule('bare', '{hourword}', ({ hourword }) => spoken(hourword)),
];

/** Half past nine, quarter to five, half ten. */
const CLOCK_WORDS: readonly Rule[] = [
  rule('clock', '[12] (noon|midday)', () => exactly(12)),
  rule('clock', '[12] midnight', () => exactly(0)),
  rule('clock', '(half past|half-past) {bare}', ({ bare }) => spoken(bare.hour, 30)),
  rule('clock', 'half {bare}', ({ bare }) =>
    bare.hour >= 1 && bare.hour <= 12 ? spoken(bare.hour, 30) : null,
  ),
  rule('clock', '[a] quarter (past|after) {bare}', ({ bare }) => spoken(bare.hour, 15)),
  rule('clock', '[a] quarter (to|of|before) {bare}', ({ bare }) => before(bare.hour, 15)),
  rule('clock', '{count} [minutes|min] past {bare}', ({ count, bare }) =>
    count < 60 && count % 5 === 0 ? spoken(bare.hour, count) : null,
  ),
  rule('clock', '{word} [minutes] to {hourword}', ({ word, hourword }) =>
    [5, 10, 20, 25].includes(word) ? before(hourword, word) : null,
  ),
  rule('clock', "{bare} o'clock (am|a.m.)", ({ bare }) => halfDay(bare.hour, 0, 'am')),
  rule('clock', "{bare} o'clock (pm|p.m.)", ({ bare }) => halfDay(bare.hour, 0, 'pm')),
  rule('clock', "{bare} (o'clock|oclock)", ({ bare }) => bare),
  rule('clock', '{hourword} (pm|p.m.)', ({ hourword }) => halfDay(hourword, 0, 'pm')),
  rule('clock', '{hourword} (am|a.m.)', ({ hourword }) => halfDay(hourword, 0, 'am')),
  rule('clock', '{hourword} thirty (pm|p.m.)', ({ hourword }) => halfDay(hourword, 30, 'pm')),
  rule('clock', '{hourword} thirty (am|a.m.)', ({ hourword }) => halfDay(hourword, 30, 'am')),
  rule('clock', '{hourword} thirty', ({ hourword }) => spoken(hourword, 30)),
  rule('clock', '{hourword} fifteen', ({ hourword }) => spoken(hourword, 15)),
  rule('clock', '{hourword} (forty-five|forty five)', ({ hourword }) => spoken(hourword, 45)),
];

const ASKED =
  '(from|at|@|around|about|by|before|after|starting|starting at|starts at|begins at|from around|at around|~)';
const AT = `[${ASKED}]`;
const TO = '(-|to|until|till|til|through)';

/** A bare number is an hour between the right words only: from 10 to 12. */
const TIMES: readonly Rule[] = [
  rule(
    'time',
    '[from|between|at] {n:first} (to|until|till|til|through|and) {n:last} [h|hrs|hours]',
    ({ first, last }) => numberSpan(first, last),
  ),
  rule('time', `${AT} {clock:start} ${TO} {clock:end}`, ({ start, end }) => ({ start, end, weight: 90 })),
  rule('time', '[from] {clock:start} - {bare:end}', ({ start, end }) => ({ start, end, weight: 80 })),
  rule('time', 'from {clock:start} (to|until|till|til) {bare:end}', ({ start, end }) => ({
    start,
    end,
    weight: 85,
  })),
  rule('time', `${AT} {clock:start} (to|until|till|til) {bare:end}`, ({ start, end }) => ({
    start,
    end,
    weight: 70,
  })),
  rule('time', `${AT} {bare:start} ${TO} {clock:end}`, ({ start, end }) => ({ start, end, weight: 85 })),
  rule('time', `(from|at) {bare:start} (-|to|until|till|til) {bare:end}`, ({ start, end }) => ({
    start,
    end,
    weight: 75,
  })),
  rule('time', 'between {clock:start} (and|-|&) {clock:end}', ({ start, end }) => ({
    start,
    end,
    weight: 90,
  })),
  rule('time', 'between {bare:start} (and|-|&) {clock:end}', ({ start, end }) => ({
    start,
    end,
    weight: 90,
  })),
  rule('time', 'between {bare:start} (and|-|&) {bare:end}', ({ start, end }) => ({ start, end, weight: 75 })),
  rule('time', '{bare:start} - {bare:end}', ({ start, end }) => ({ start, end, weight: 35 })),
  rule('time', '{hour:start} to {hour:end}', ({ start, end }) => ({
    start: spoken(start),
    end: spoken(end),
    weight: 34,
  })),
  rule('time', `${ASKED} {clock} [sharp]`, ({ clock }) => ({ start: clock, end: null, weight: 56 })),
  rule('time', `${ASKED} {dotted}`, ({ dotted }) => ({ start: dotted, end: null, weight: 55 })),
  rule('time', '{clock} [sharp]', ({ clock }) => ({
    start: clock,
    end: null,
    weight: clock.lengthy ? 42 : 54,
  })),
  rule('time', '(at|from|around|about|after|before|by|starting at|~) {bare} [sharp|ish]', ({ bare }) => ({
    start: bare,
    end: null,
    weight: 50,
  })),
  rule('time', `${AT} {bare} _ ish`, ({ bare }) => ({ start: bare, end: null, weight: 50 })),
  rule('time', '@ {bare}', ({ bare }) => ({ start: bare, end: null, weight: 50 })),
  rule('time', '(at|from|@) {n} [hours|hrs]', ({ n }) => fourDigits(n)),
  rule('stay', `[from] {day:first} ${AT} {clock:start} ${TO} {day:last} ${AT} {clock:end}`, (read) => read),
  rule('time', '(until|till|til|ending at|ends at|to) {clock}', ({ clock }) => ({
    start: null,
    end: clock,
    weight: 54,
  })),
  rule('time', '(until|till|til) {bare}', ({ bare }) => ({ start: null, end: bare, weight: 40 })),
];

const IN = '[in the|on the|at|the|during the|this]';
/** Conventions: the morning begins at 6, the evening at 20, tonight at 22. */
const PARTS: readonly Rule[] = [
  rule('part', '(tonight|tonite|this night)', () => part(22, 'pm', true)),
  rule('part', 'this morning', () => part(6, 'am', true)),
  rule('part', 'this afternoon', () => part(15, 'pm', true)),
  rule('part', 'this evening', () => part(20, 'pm', true)),
  rule('part', '[in the|the] late morning', () => part(11, 'am')),
  rule('part', '[in the|the] early afternoon', () => part(13, 'pm')),
  rule('part', '[in the|the] late afternoon', () => part(17, 'pm')),
  rule('part', '[in the|the] early evening', () => part(18, 'pm')),
  rule('part', '(first thing|first thing in the morning)', () => part(9, 'am')),
  rule('part', '[at|by] (the end of the day|end of day|eod|close of business)', () => part(17, 'pm')),
  rule('part', `${IN} (lunchtime|lunch time|lunch-time)`, () => part(12, 'pm')),
  rule('part', `${IN} morning`, () => part(6, 'am')),
  rule('part', `${IN} afternoon`, () => part(15, 'pm')),
  rule('part', `${IN} evening`, () => part(20, 'pm')),
  rule('part', `${IN} night`, () => part(20, 'pm')),
];

const LENGTHS: readonly Rule[] = [
  rule('length', '{count} [-] {unit}', ({ count, unit }) => positive(count, unit)),
  rule('length', '{n} _ (hr|hrs) _ {n:more} [min|mins|m]', ({ n, more }) => minutesOf(n * 60 + more)),
  rule('length', '{count} (hour|hours|hr|hrs|h) [and|,] {n} (minutes|minute|min|mins|m)', ({ count, n }) =>
    minutesOf(count * 60 + n),
  ),
  rule('length', '{n} _ (d)', ({ n }) => positive(n, 'day')),
  rule('length', 'half an hour', () => minutesOf(30)),
  rule('length', '(half hour|half-hour|a half hour)', () => minutesOf(30)),
  rule('length', '(a quarter of an hour|quarter of an hour|quarter hour)', () => minutesOf(15)),
  rule('length', '(three quarters of an hour|three-quarters of an hour)', () => minutesOf(45)),
  rule('length', '(an hour and a half|one hour and a half|hour and a half)', () => minutesOf(90)),
  rule('length', '{count} and a half hours', ({ count }) => minutesOf(count * 60 + 30)),
  rule('length', '{count} hours and a half', ({ count }) => minutesOf(count * 60 + 30)),
  rule('length', '{count} (1/2|½) (hours|hour|hrs|h)', ({ count }) => minutesOf(count * 60 + 30)),
];

const DURATIONS: readonly Rule[] = [
  rule('duration', '(for|lasting|during|over|lasts) [about|around] {length}', ({ length }) => stated(length)),
  rule('duration', '{length} long', ({ length }) => stated(length)),
  rule('duration', '{length}', ({ length }) => unasked(length)),
  rule('duration', '(duration|length) [:] {length}', ({ length }) => stated(length)),
  rule('moment', "in {length} [time|from now|' s time]", ({ length }) => soon(length)),
  rule('moment', '{length} from now', ({ length }) => soon(length)),
  rule(
    'alarm',
    '(alert|alarm|remind me|reminder|notify me|remind) {length} [before|early|ahead|beforehand|prior]',
    ({ length }) => ahead(length),
  ),
  rule('alarm', '(with|and|,) [a|an] {length} (reminder|alert|alarm|notice)', ({ length }) => ahead(length)),
  rule('alarm', '{length} (reminder|alert)', ({ length }) => ahead(length)),
];

export const TIME_RULES: readonly Rule[] = [
  ...HOUR_WORDS,
  ...CLOCK_WORDS,
  ...TIMES,
  ...PARTS,
  ...LENGTHS,
  ...DURATIONS,
  rule(
    'allday',
    '([an] all day|[an] all-day|[the] whole day|[the] entire day|allday) [event|long]',
    () => true,
  ),
  rule('free', '(show as free|as free|not busy|non-blocking)', () => true),
];
