import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bruteForce, bruteRule } from '../../testing/brute-force.ts';
import { calendar, event, instant, read, startsOf } from '../../testing/calendar-text.ts';
import { randomRule } from '../../testing/random-rule.ts';

const DAY = 86_400_000;
const ZONES = [
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kolkata',
  'Africa/Casablanca',
  'UTC',
];
const FREQUENCIES = fc.constantFrom('YEARLY', 'MONTHLY', 'WEEKLY', 'DAILY', 'HOURLY');
const START = fc.integer({ min: Date.UTC(2025, 0, 1) / 60_000, max: Date.UTC(2025, 11, 28) / 60_000 });

type Limit = { readonly count?: number; readonly until?: number };
const LIMIT: fc.Arbitrary<Limit> = fc.oneof(
  fc.constant({}),
  fc.record({ count: fc.integer({ min: 1, max: 60 }) }),
  fc.record({ until: fc.integer({ min: 1, max: 600 }) }),
);

function basic(wall: number): string {
  return new Date(wall).toISOString().slice(0, 19).replace(/[-:]/g, '');
}

/** What T3 says of the readings of a wall clock: each one's instant, no instant twice, DTSTART among them. */
function expectedStarts(rule: string, start: number, zone: string, limit: Limit, to: number): number[] {
  const instants = new Set<number>();
  for (const wall of [start, ...bruteForce(bruteRule(rule), start, to + 2 * DAY)]) {
    const local = Temporal.PlainDateTime.from(new Date(wall).toISOString().slice(0, -1));
    const at = local.toZonedDateTime(zone).epochMilliseconds;
    if (limit.until === undefined || at <= start + limit.until * DAY) instants.add(at);
    if (instants.size === limit.count) break;
  }
  return [...instants].sort((a, b) => a - b);
}

test('T3 random series in zones with changing clocks, with COUNT and UNTIL, agree with Temporal', {
  timeout: 60_000,
}, () => {
  const property = fc.property(
    FREQUENCIES.chain(randomRule),
    START,
    fc.constantFrom(...ZONES),
    LIMIT,
    fc.integer({ min: 0, max: 500 }),
    (rule, minute, zone, limit, later) => {
      const start = minute * 60_000;
      const from = start + later * DAY;
      const to = from + (rule.includes('HOURLY') ? 20 : 120) * DAY;
      const count = limit.count === undefined ? '' : `;COUNT=${limit.count}`;
      const until = limit.until === undefined ? '' : `;UNTIL=${basic(start + limit.until * DAY)}Z`;
      const text = calendar(event(`DTSTART;TZID=${zone}:${basic(start)}`, `RRULE:${rule}${count}${until}`));
      const expected = expectedStarts(rule, start, zone, limit, to).filter((at) => at >= from && at < to);
      const object = read(text, { from, to });
      expect(startsOf(object)).toEqual(expected.map(instant));
      expect(object.flags).toEqual([]);
      for (const at of expected) expect(at).toBeLessThanOrEqual(object.lastEnd ?? Number.POSITIVE_INFINITY);
    },
  );
  fc.assert(property, { numRuns: 1_500, seed: 5545, includeErrorInReport: true });
});
