import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { VIEWS } from './agenda-search.ts';
import { firstRange } from './first-range.ts';

const DAYS = ['2027-02-28', '2027-03-01', '2027-03-31', '2027-08-01', '2028-02-29', '2027-12-31'];
const ZONES = ['Pacific/Kiritimati', 'Europe/Zurich', 'Pacific/Pago_Pago'];

/** What FullCalendar shows: whole weeks, six of them for a month. */
function shown(view: (typeof VIEWS)[number], date: Temporal.PlainDate, firstWeekday: number) {
  const weekOf = (day: Temporal.PlainDate) => day.subtract({ days: (day.dayOfWeek - firstWeekday + 7) % 7 });
  if (view === 'month') return [weekOf(date.with({ day: 1 })), 42] as const;
  if (view === 'week') return [weekOf(date), 7] as const;
  return [date, view === 'list' ? 14 : 1] as const;
}

test.each(VIEWS)('I7 what is asked for first holds all that the %s shows, in every zone and week', (view) => {
  for (const day of DAYS)
    for (const firstWeekday of [1, 6, 7])
      for (const zone of ZONES) {
        const date = Temporal.PlainDate.from(day);
        const [first, days] = shown(view, date, firstWeekday);
        const { from, to } = firstRange(view, date);
        const at = (each: Temporal.PlainDate) => each.toZonedDateTime(zone).epochMilliseconds;
        expect(from.getTime(), `${day} ${zone}`).toBeLessThanOrEqual(at(first));
        expect(to.getTime(), `${day} ${zone}`).toBeGreaterThanOrEqual(at(first.add({ days })));
      }
});
