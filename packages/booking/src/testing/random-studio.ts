import { dayOf, isoDate } from '@atelier/calendar/time/civil';
import { ianaZone } from '@atelier/calendar/zone/iana-zone';
import fc from 'fast-check';
import { type LocalRange, WEEKDAYS } from '../hours/opening-hours.ts';
import type { DateRange } from '../slots/open-windows.ts';
import type { BusyTime, Chair, Claim, SlotQuery } from '../slots/slot-query.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;

/** Days on which clocks do something odd, and some on which they do not. */
const DAYS: readonly (readonly [zone: string, year: number, month: number, day: number])[] = [
  ['Europe/Paris', 2026, 3, 29],
  ['Europe/Paris', 2026, 10, 25],
  ['America/New_York', 2026, 3, 8],
  ['America/New_York', 2026, 11, 1],
  // Half an hour only.
  ['Australia/Lord_Howe', 2026, 4, 5],
  ['Australia/Lord_Howe', 2026, 10, 4],
  // No midnight in spring; in autumn the last hour of the day before comes twice.
  ['Asia/Beirut', 2026, 3, 29],
  ['Asia/Beirut', 2026, 10, 25],
  ['America/Santiago', 2026, 9, 6],
  ['America/Santiago', 2026, 4, 5],
  // A minute behind midnight, back into the evening.
  ['America/St_Johns', 2010, 11, 7],
  ['America/St_Johns', 2010, 3, 14],
  // A whole day skipped.
  ['Pacific/Apia', 2011, 12, 30],
  ['Asia/Kathmandu', 2026, 6, 10],
  ['Pacific/Kiritimati', 2026, 12, 31],
  ['Pacific/Honolulu', 2028, 2, 29],
];

export interface RandomStudio {
  readonly query: SlotQuery;
  readonly dates: DateRange;
}

const LENGTH = fc.oneof(
  fc.integer({ min: 1, max: 32 }).map((n) => n * 15),
  fc.integer({ min: 1, max: 1_440 }),
);
const TIME_OF_DAY = fc.oneof(
  fc.integer({ min: 0, max: 95 }).map((n) => n * 15),
  fc.integer({ min: 0, max: 1_439 }),
);
const RANGE: fc.Arbitrary<LocalRange> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.tuple(TIME_OF_DAY, LENGTH).map(([start, length]) => ({ start, end: start + length })),
  },
  { weight: 2, arbitrary: fc.constant({ start: 0, end: 1_440 }) },
  { weight: 1, arbitrary: fc.constant({ start: 1_200, end: 1_560 }) },
);
const RANGES = fc.array(RANGE, { maxLength: 3 });
/** Days from the first date asked for. */
const NEAR = fc.integer({ min: -3, max: 5 });
const BUFFER = fc.constantFrom(0, 0, 5, 15, 40);
/** Seconds from the start of the first date. */
const AT = fc.integer({ min: -DAY / 1_000, max: (4 * DAY) / 1_000 });

const SHAPE = fc.record({
  place: fc.constantFrom(...DAYS),
  before: fc.integer({ min: -1, max: 2 }),
  length: fc.integer({ min: 0, max: 2 }),
  weekly: fc.array(RANGES, { minLength: 7, maxLength: 7 }),
  // Open without end is proved by itself: nobody finds its first minute by looking back.
  closedDay: fc.integer({ min: 0, max: 6 }),
  overrides: fc.array(fc.record({ day: NEAR, ranges: RANGES }), { maxLength: 3 }),
  closures: fc.array(fc.record({ day: NEAR, days: fc.integer({ min: 0, max: 2 }) }), { maxLength: 1 }),
  service: fc.record({
    minutes: fc.constantFrom(5, 20, 45, 60, 90, 240, 600),
    bufferBefore: BUFFER,
    bufferAfter: BUFFER,
  }),
  rules: fc.record({
    slotInterval: fc.constantFrom(5, 7, 15, 30, 45, 60),
    notice: fc.constantFrom(0, 0, 90, 1_440),
    horizon: fc.constantFrom(0, 1, 3, 90),
    dailyLimit: fc.constantFrom(null, null, 0, 1, 2, 3),
  }),
  now: AT,
  external: fc.array(fc.record({ at: AT, seconds: fc.constantFrom(0, 1, 59, 600, 3_600, 10_007, 90_000) }), {
    maxLength: 6,
  }),
  claims: fc.array(fc.nat(), { maxLength: 5 }),
  chairs: fc.option(fc.array(fc.array(fc.nat(), { maxLength: 4 }), { maxLength: 2 }), {
    nil: undefined,
    freq: 2,
  }),
});

export const randomStudio: fc.Arbitrary<RandomStudio> = SHAPE.map(studioOf);

function studioOf(shape: typeof SHAPE extends fc.Arbitrary<infer Shape> ? Shape : never): RandomStudio {
  const [zone, year, month, day] = shape.place;
  const first = dayOf(year, month, day) - shape.before;
  const origin = ianaZone(zone).startOfDay(first);
  const date = (days: number) => isoDate(first + days);
  const weekly = WEEKDAYS.map((key, index) => [
    key,
    index === shape.closedDay ? [] : (shape.weekly[index] ?? []),
  ]);
  const chairs = shape.chairs?.map(
    (seeds, index): Chair => ({ id: `chair ${index}`, claims: seeds.map((seed) => claimOf(seed, origin)) }),
  );
  const query: SlotQuery = {
    zone,
    hours: {
      weekly: Object.fromEntries(weekly),
      overrides: shape.overrides.map((override) => ({ date: date(override.day), ranges: override.ranges })),
      closures: shape.closures.map((closure) => ({
        from: date(closure.day),
        to: date(closure.day + closure.days),
      })),
    },
    service: shape.service,
    rules: shape.rules,
    // Mostly before the dates, so that something is left to offer.
    now: origin + (shape.now % 3 === 0 ? shape.now * 1_000 : -DAY),
    external: shape.external.map(({ at, seconds }): BusyTime => {
      const start = origin + at * 1_000;
      return { start, end: start + seconds * 1_000 };
    }),
    claims: shape.claims.map((seed) => claimOf(seed, origin)),
    ...(chairs ? { chairs } : {}),
  };
  return { query, dates: { from: date(0), to: date(shape.length) } };
}

/** A claim from the digits of one number, which shrinks faster than a record. */
function claimOf(seed: number, origin: number): Claim {
  const start = origin + ((seed % 1_000) * 5 - 600) * MINUTE;
  const digit = (place: number) => Math.floor(seed / place) % 10;
  return {
    start,
    end: start + (digit(1_000) + 1) * 20 * MINUTE,
    bufferBefore: [0, 0, 10, 30][digit(10_000) % 4] ?? 0,
    bufferAfter: [0, 0, 5, 25][digit(100_000) % 4] ?? 0,
    kind: (['held', 'requested', 'confirmed'] as const)[digit(1_000_000) % 3] ?? 'held',
    ...(digit(10_000_000) < 2 ? { mine: true } : {}),
    bookingId: null,
  };
}
