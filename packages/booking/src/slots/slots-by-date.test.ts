import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { daily, hours, shown, studio } from '../testing/studio.ts';
import { findSlots } from './find-slots.ts';
import { artistDates, slotsByDate } from './slots-by-date.ts';

/** What a visitor sees on dates of their own. */
function seen(visitorZone: string, from: string, to = from, query = studio()) {
  const dates = artistDates({ from, to }, visitorZone, query.zone);
  return dates === null ? [] : slotsByDate(findSlots(query, dates), { from, to }, visitorZone);
}

describe('B11 the visitor’s dates', () => {
  test('case 7: across the date line a slot stands under the visitor’s date, and none is lost at the edges', () => {
    const auckland = studio({ zone: 'Pacific/Auckland', hours: hours(daily(['08:00', '20:00'])) });
    const [day] = seen('Pacific/Honolulu', '2026-06-04', '2026-06-04', auckland);
    expect(shown(day?.slots ?? [], 'Pacific/Honolulu')).toEqual([
      '06-04 10:00-10:00',
      '06-04 11:00-10:00',
      '06-04 12:00-10:00',
      '06-04 13:00-10:00',
      '06-04 14:00-10:00',
      '06-04 15:00-10:00',
      '06-04 16:00-10:00',
      '06-04 17:00-10:00',
      '06-04 18:00-10:00',
      '06-04 19:00-10:00',
      '06-04 20:00-10:00',
      '06-04 21:00-10:00',
    ]);
    expect(day?.slots[0]?.date).toBe('2026-06-05');
    const kiritimati = seen(
      'Pacific/Kiritimati',
      '2026-06-05',
      '2026-06-05',
      studio({ zone: 'Pacific/Honolulu' }),
    );
    // 24 hours apart: the same clock, another date.
    expect(shown(kiritimati[0]?.slots ?? [], 'Pacific/Kiritimati')[0]).toBe('06-05 09:00+14:00');
    expect(kiritimati[0]?.slots[0]?.date).toBe('2026-06-04');
  });

  test('case 5: in the weeks between two changes of the clock the instants are the same', () => {
    // New York has changed already, Paris has not.
    const [day] = seen('America/New_York', '2026-03-20');
    expect(shown(day?.slots ?? [], 'America/New_York')[0]).toBe('03-20 04:00-04:00');
    expect(shown(day?.slots ?? [])[0]).toBe('03-20 09:00+01:00');
  });

  test('case 8: another zone changes labels and dates, never the set of instants', () => {
    const zones = fc.constantFrom(...Intl.supportedValuesOf('timeZone'));
    const query = studio({
      hours: hours(daily(['00:00', '06:00'], ['20:00', '03:00'])),
      rules: { slotInterval: 30 },
    });
    const all = new Set(findSlots(query, { from: '2026-03-20', to: '2026-04-05' }).map(({ start }) => start));
    const property = fc.property(zones, fc.integer({ min: 22, max: 31 }), (zone, day) => {
      const found: number[] = [];
      // Day by day, so that every edge is one of the dates asked for.
      for (let date = day; date <= 31; date++) {
        found.push(
          ...seen(zone, `2026-03-${date}`, `2026-03-${date}`, query)
            .flatMap((d) => d.slots)
            .map((s) => s.start),
        );
      }
      const [first, last] = [found[0] ?? 0, found.at(-1) ?? 0];
      expect(found).toEqual([...all].filter((start) => start >= first && start <= last));
      const own = Temporal.PlainDate.from(`2026-03-${day}`).toZonedDateTime(zone).epochMilliseconds;
      expect([...all].find((start) => start >= own)).toBe(first);
    });
    fc.assert(property, { numRuns: 150, seed: 8 });
  });

  test('a date that the visitor never had has no slots', () => {
    expect(seen('Pacific/Apia', '2011-12-30')).toEqual([]);
  });
});
