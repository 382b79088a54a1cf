import { expect, test } from 'vitest';
import { at, busy, clock, hours, studio } from '../testing/studio.ts';
import { findSlots } from './find-slots.ts';
import { mergeArtists } from './merge-artists.ts';
import { nearestSlots } from './nearest-slots.ts';
import { orderArtists } from './order-artists.ts';

const DATES = { from: '2026-06-05', to: '2026-06-05' };

test('B6 case 41: any artist is the union of their slots, each with those who offer it', () => {
  const ana = studio({ hours: hours({ fr: [['09:00', '12:00']] }) });
  const ben = studio({
    hours: hours({ fr: [['10:00', '13:00']] }),
    external: [busy('2026-06-05T08:00Z', '2026-06-05T09:00Z')],
  });
  const merged = mergeArtists([
    { artist: 'ben', slots: findSlots(ben, DATES) },
    { artist: 'ana', slots: findSlots(ana, DATES) },
  ]);
  expect(merged.map((slot) => `${clock([slot])} ${slot.artists.join(' ')}`)).toEqual([
    '09:00 ana',
    '10:00 ana',
    '11:00 ben ana',
    '12:00 ben',
  ]);
  const longer = mergeArtists([
    { artist: 'ana', slots: findSlots(studio({ service: { minutes: 90 } }), DATES) },
    { artist: 'ben', slots: findSlots(ana, DATES) },
  ]);
  expect(longer.slice(0, 2).map(({ start, end, artists }) => [(end - start) / 60_000, artists])).toEqual([
    [60, ['ben']],
    [90, ['ana']],
  ]);
});

test('B6 case 41: who has least comes first, and the seed decides between equals', () => {
  const three = ['ana', 'ben', 'cleo'].map((artist) => ({ artist, booked: 1 }));
  expect(orderArtists([...three, { artist: 'dora', booked: 0 }], 'x')[0]).toBe('dora');
  const first = new Map<string, number>();
  for (let seed = 0; seed < 3_000; seed++) {
    const order = orderArtists(three, `booking ${seed}`);
    expect(orderArtists(three.toReversed(), `booking ${seed}`)).toEqual(order);
    first.set(order[0] ?? '', (first.get(order[0] ?? '') ?? 0) + 1);
  }
  // A fair lot: about a thousand each.
  expect(first.size).toBe(3);
  for (const count of first.values()) expect(Math.abs(count - 1_000)).toBeLessThan(120);
});

test('B6 case 44: what is offered instead are the three nearest, before or after', () => {
  const query = studio({
    rules: { slotInterval: 30 },
    external: [busy('2026-06-05T07:30Z', '2026-06-05T09:00Z')],
  });
  const slots = findSlots(query, DATES);
  const near = (time: string, count?: number) =>
    clock(nearestSlots(slots, at(`2026-06-05T${time}+02:00`), count));
  expect(clock(slots).slice(0, 3)).toEqual(['11:00', '11:30', '12:00']);
  expect(near('10:00')).toEqual(['11:00', '11:30', '12:00']);
  expect(near('13:10')).toEqual(['12:30', '13:00', '13:30']);
  // Of two equally near ones the earlier.
  expect(near('13:15', 1)).toEqual(['13:00']);
  expect(near('23:00')).toEqual(['15:00', '15:30', '16:00']);
  expect(near('12:00', 100)).toHaveLength(slots.length);
  expect(nearestSlots([], 0)).toEqual([]);
});
