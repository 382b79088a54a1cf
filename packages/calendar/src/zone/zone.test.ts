import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayOf } from '../time/civil.ts';
import { ianaZone } from './iana-zone.ts';

const ZONES = Intl.supportedValuesOf('timeZone');

function temporalWall(wall: number, zone: string): number {
  const text = new Date(wall).toISOString().slice(0, -1);
  return Temporal.PlainDateTime.from(text).toZonedDateTime(zone).epochMilliseconds;
}

describe('T2 a zone agrees with Temporal', () => {
  // Seconds from 1900 to 2150, and now and then far beyond.
  const moment = fc.oneof(
    { weight: 9, arbitrary: fc.integer({ min: -2_208_988_800, max: 5_680_281_600 }) },
    { weight: 1, arbitrary: fc.integer({ min: -60_000_000_000, max: 250_000_000_000 }) },
  );

  test('at random moments, in random zones', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ZONES), moment, (name, second) => {
        const zone = ianaZone(name);
        const ms = second * 1_000;
        const zoned = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(name);
        expect(zone.offsetAt(ms)).toBe(Math.round(zoned.offsetNanoseconds / 1e6));
        expect(zone.toUtc(ms)).toBe(temporalWall(ms, name));
      }),
      { numRuns: 4_000, seed: 2026 },
    );
  });

  test('in every quarter of an hour around changes of the clock', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ZONES), moment, (name, second) => {
        const zone = ianaZone(name);
        const start = Temporal.Instant.fromEpochMilliseconds(Math.abs(second) * 1_000).toZonedDateTimeISO(
          name,
        );
        const change = start.getTimeZoneTransition('previous');
        if (!change) return;
        const local = change.epochMilliseconds + zone.offsetAt(change.epochMilliseconds);
        for (let minutes = -180; minutes <= 180; minutes += 15) {
          const wall = Math.floor(local / 60_000 + minutes) * 60_000;
          expect(zone.toUtc(wall)).toBe(temporalWall(wall, name));
        }
      }),
      { numRuns: 600, seed: 2026 },
    );
  });

  test('about the start of any day', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ZONES), fc.integer({ min: -20_000, max: 40_000 }), (name, day) => {
        const date = Temporal.PlainDate.from('1970-01-01').add({ days: day });
        expect(ianaZone(name).startOfDay(day)).toBe(date.toZonedDateTime(name).epochMilliseconds);
      }),
      { numRuns: 3_000, seed: 2026 },
    );
  });
});

describe('T3 a wall clock time that is no single instant', () => {
  const berlin = ianaZone('Europe/Berlin');

  test('case 50: in a fold is the first of the two', () => {
    expect(berlin.toUtc(Date.UTC(2026, 9, 25, 2, 30))).toBe(Date.UTC(2026, 9, 25, 0, 30));
  });

  test('case 50: in a gap is shifted forward by the gap', () => {
    expect(berlin.toUtc(Date.UTC(2026, 2, 29, 2, 30))).toBe(Date.UTC(2026, 2, 29, 1, 30));
    expect(berlin.toWall(Date.UTC(2026, 2, 29, 1, 30))).toBe(Date.UTC(2026, 2, 29, 3, 30));
  });

  test('on a day without midnight, the day starts when its clock does', () => {
    const beirut = ianaZone('Asia/Beirut');
    expect(beirut.startOfDay(dayOf(2026, 3, 29))).toBe(Date.UTC(2026, 2, 28, 22));
    expect(beirut.toWall(Date.UTC(2026, 2, 28, 22))).toBe(Date.UTC(2026, 2, 29, 1));
  });
});
