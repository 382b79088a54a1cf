import { describe, expect, test } from 'vitest';
import { at, busy, claim, clock, daily, hours, shown, studio } from '../testing/studio.ts';
import { checkSlot } from './check-slot.ts';
import { explainSlots, findSlots } from './find-slots.ts';
import type { SlotQuery } from './slot-query.ts';

function slots(query: SlotQuery, from: string, to = from) {
  return findSlots(query, { from, to });
}

function times(query: SlotQuery, date: string): string[] {
  return clock(slots(query, date), query.zone);
}

function reasons(query: SlotQuery, date: string): string[] {
  const starts = explainSlots(query, { from: date, to: date });
  return starts.map((start) => `${clock([start], query.zone)} ${start.reason ?? 'free'}`);
}

describe('B11 where clocks jump', () => {
  const night = studio({ hours: hours(daily(['01:00', '05:00'])), rules: { slotInterval: 30 } });

  test('case 1: in spring nothing starts in the gap, and three hours are open', () => {
    expect(shown(slots(night, '2026-03-29'))).toEqual([
      '03-29 01:00+01:00',
      '03-29 01:30+01:00',
      '03-29 03:00+02:00',
      '03-29 03:30+02:00',
      '03-29 04:00+02:00',
    ]);
  });

  test('case 2: in autumn both hours from two to three are offered, as different instants', () => {
    const autumn = shown(slots(night, '2026-10-25'));
    expect(autumn).toHaveLength(9);
    expect(autumn).toEqual(expect.arrayContaining(['10-25 02:30+02:00', '10-25 02:30+01:00']));
  });

  test('case 3: nine stays nine, the day before, on and after each change', () => {
    for (const date of ['2026-03-28', '2026-03-29', '2026-03-30', '2026-10-24', '2026-10-25', '2026-10-26']) {
      expect(times(studio(), date)).toEqual([
        '09:00',
        '10:00',
        '11:00',
        '12:00',
        '13:00',
        '14:00',
        '15:00',
        '16:00',
      ]);
    }
  });

  test('case 4: seven days of notice are seven times 24 hours, over a change as well', () => {
    const noticed = studio({ now: at('2026-03-22T10:00+01:00'), rules: { notice: 7 * 1_440 } });
    expect(times(noticed, '2026-03-29')[0]).toBe('11:00');
    const later = studio({ now: at('2026-03-22T10:01+01:00'), rules: { notice: 7 * 1_440 } });
    expect(times(later, '2026-03-29')[0]).toBe('12:00');
  });

  test('case 6: half-hour and 45-minute zones', () => {
    expect(shown(slots(studio({ zone: 'Asia/Kathmandu' }), '2026-06-10'), 'UTC')[0]).toBe(
      '06-10 03:15+00:00',
    );
    const lordHowe = studio({ zone: 'Australia/Lord_Howe', hours: hours(daily(['01:00', '05:00'])) });
    // Half an hour is left out, and an hour is an hour still.
    expect(times(lordHowe, '2026-10-04')).toEqual(['01:00', '02:30', '03:30']);
    expect(times(lordHowe, '2026-04-05')).toEqual(['01:00', '01:30', '02:30', '03:30']);
  });

  test('case 15: where there is no midnight the day starts at one', () => {
    const early = { hours: hours(daily(['00:00', '04:00'])) };
    expect(times(studio({ ...early, zone: 'Asia/Beirut' }), '2026-03-29')).toEqual([
      '01:00',
      '02:00',
      '03:00',
    ]);
    expect(times(studio({ ...early, zone: 'America/Santiago' }), '2026-09-06')).toEqual([
      '01:00',
      '02:00',
      '03:00',
    ]);
  });
});

describe('B11 windows', () => {
  test('case 9: overnight hours give slots on both dates, on one grid', () => {
    const bar = studio({ hours: hours({ fr: [['20:30', '02:00']] }) });
    expect(shown(slots(bar, '2026-06-05', '2026-06-06'))).toHaveLength(5);
    expect(times(bar, '2026-06-05')).toEqual(['20:30', '21:30', '22:30', '23:30']);
    expect(times(bar, '2026-06-06')).toEqual(['00:30']);
    expect(slots(bar, '2026-06-06')[0]?.date).toBe('2026-06-06');
  });

  test('case 10: a slot may end at midnight', () => {
    expect(times(studio({ hours: hours({ fr: [['22:00', '24:00']] }) }), '2026-06-05')).toEqual([
      '22:00',
      '23:00',
    ]);
    expect(times(studio({ hours: hours({ fr: [['22:00', '23:59']] }) }), '2026-06-05')).toEqual(['22:00']);
  });

  test('case 39: no slot spans a gap, and touching ranges have none', () => {
    const lunch = (to: string) =>
      studio({
        hours: hours({
          fr: [
            ['09:00', '12:30'],
            [to, '15:00'],
          ],
        }),
      });
    expect(times(lunch('13:00'), '2026-06-05')).toEqual(['09:00', '10:00', '11:00', '13:00', '14:00']);
    expect(times(lunch('12:30'), '2026-06-05')).toEqual([
      '09:00',
      '10:00',
      '11:00',
      '12:00',
      '13:00',
      '14:00',
    ]);
  });

  test('case 12: with another zone the hours move and bookings keep their instants', () => {
    const taken = { claims: [claim('2026-06-05T10:00+02:00', '2026-06-05T11:00+02:00')] };
    expect(reasons(studio(taken), '2026-06-05').slice(0, 3)).toEqual([
      '09:00 free',
      '10:00 BUSY',
      '11:00 free',
    ]);
    const moved = reasons(studio({ ...taken, zone: 'Europe/London' }), '2026-06-05');
    expect(moved.slice(0, 2)).toEqual(['09:00 BUSY', '10:00 free']);
  });

  test('case 38: the grid stays with the opening, whatever ends in between', () => {
    const query = studio({
      external: [busy('2026-06-05T09:00+02:00', '2026-06-05T10:07+02:00')],
      rules: { slotInterval: 15 },
    });
    expect(times(query, '2026-06-05')[0]).toBe('10:15');
    const odd = studio({ hours: hours({ fr: [['09:10', '11:00']] }), rules: { slotInterval: 45 } });
    expect(times(odd, '2026-06-05')).toEqual(['09:10', '09:55']);
  });

  test('case 36: a short service with a buffer has every start of the grid that leaves it room', () => {
    const short = { service: { minutes: 20, bufferAfter: 5 }, rules: { slotInterval: 20 } };
    const open = { hours: hours({ fr: [['09:00', '10:00']] }) };
    // The last buffer may lie behind closing time.
    expect(times(studio({ ...short, ...open }), '2026-06-05')).toEqual(['09:00', '09:20', '09:40']);
    const taken = studio({
      ...short,
      ...open,
      claims: [claim('2026-06-05T09:20+02:00', '2026-06-05T09:40+02:00', { bufferAfter: 5 })],
    });
    expect(reasons(taken, '2026-06-05')).toEqual(['09:00 BUFFER', '09:20 BUSY', '09:40 BUFFER']);
  });
});

describe('B2 what is busy', () => {
  const date = '2026-06-05';
  const onDate = (from: string, to: string) => busy(`${date}T${from}+02:00`, `${date}T${to}+02:00`);
  const claimed = (from: string, to: string, rest = {}) =>
    claim(`${date}T${from}+02:00`, `${date}T${to}+02:00`, rest);

  test('case 34: back to back without buffers', () => {
    const query = studio({ external: [onDate('10:00', '11:00')], claims: [claimed('12:00', '13:00')] });
    expect(times(query, date)).toEqual(['09:00', '11:00', '13:00', '14:00', '15:00', '16:00']);
  });

  test('case 27: an event inside a slot, over it, and touching either end', () => {
    const free = (from: string, to: string) => times(studio({ external: [onDate(from, to)] }), date).length;
    expect(free('10:15', '10:45')).toBe(7);
    expect(free('09:30', '11:30')).toBe(5);
    expect(free('08:00', '09:00')).toBe(8);
    expect(free('17:00', '18:00')).toBe(8);
    expect(free('16:59', '18:00')).toBe(7);
  });

  test('case 28: an event over midnight blocks both days, and one that began before the dates counts', () => {
    const query = studio({ external: [busy('2026-06-04T16:30+02:00', '2026-06-05T09:30+02:00')] });
    expect(times(query, '2026-06-04').at(-1)).toBe('15:00');
    expect(times(query, '2026-06-05')[0]).toBe('10:00');
    const long = studio({ external: [busy('2026-06-01T00:00Z', '2026-06-09T00:00Z')] });
    expect(times(long, '2026-06-05')).toEqual([]);
  });

  test('case 30: an event without length takes no time; one of a second takes its minute', () => {
    expect(times(studio({ external: [onDate('10:30:20', '10:30:20')] }), date)).toHaveLength(8);
    const second = studio({ external: [onDate('09:59:59', '10:00:00')], rules: { slotInterval: 30 } });
    expect(reasons(second, date).slice(0, 3)).toEqual(['09:00 BUSY', '09:30 BUSY', '10:00 free']);
    const next = studio({ external: [onDate('09:59:59', '10:00:01')] });
    expect(reasons(next, date).slice(0, 2)).toEqual(['09:00 BUSY', '10:00 BUSY']);
  });

  test.each([
    ['an event', { external: [onDate('12:00', '13:00')] }],
    ['a request', { claims: [claimed('12:00', '13:00', { kind: 'requested' })] }],
    ['a booking', { claims: [claimed('12:00', '13:00')] }],
  ])('case 35: buffers need free time before and behind %s', (_, taken) => {
    const query = studio({ ...taken, service: { bufferBefore: 15, bufferAfter: 15 } });
    expect(reasons(query, date).slice(2, 5)).toEqual(['11:00 BUFFER', '12:00 BUSY', '13:00 BUFFER']);
  });

  test('case 35: the buffers of two neighbours add up, and none is needed towards closing time', () => {
    const neighbour = claimed('12:00', '13:00', { bufferBefore: 10, bufferAfter: 20 });
    const query = studio({
      claims: [neighbour],
      service: { bufferBefore: 40, bufferAfter: 50 },
      rules: { slotInterval: 5 },
    });
    const free = times(query, date);
    expect(free[0]).toBe('09:00');
    // 12:00 less both buffers and the service; 13:00 and both buffers.
    expect(free.filter((time) => time < '12:00').at(-1)).toBe('10:00');
    expect(free.find((time) => time > '12:00')).toBe('14:00');
    expect(free.at(-1)).toBe('16:00');
  });

  test('case 49: a hold hides a slot from others, never from the one who has it', () => {
    const held = (mine: boolean) => studio({ claims: [claimed('12:00', '13:00', { kind: 'held', mine })] });
    expect(reasons(held(false), date)[3]).toBe('12:00 HELD');
    expect(reasons(held(true), date)[3]).toBe('12:00 free');
    const limited = { ...held(true), rules: { ...held(true).rules, dailyLimit: 1 } };
    expect(times(limited, date)).toHaveLength(8);
  });

  test('case 54: a booking may move by a quarter of an hour onto itself', () => {
    const own = claimed('12:00', '13:00', { bufferBefore: 10, bufferAfter: 10, mine: true });
    const query = studio({
      claims: [own],
      service: { bufferBefore: 10, bufferAfter: 10 },
      rules: { slotInterval: 15 },
    });
    expect(checkSlot(query, at(`${date}T12:15+02:00`)).available).toBe(true);
  });

  test('case 42: only where artist and one chair are free, with the chairs to choose from', () => {
    const query = studio({
      claims: [claimed('09:00', '10:00')],
      chairs: [
        { id: 'window', claims: [claimed('10:00', '12:00'), claimed('13:00', '14:00', { kind: 'held' })] },
        { id: 'door', claims: [claimed('11:00', '12:00'), claimed('13:00', '14:00')] },
      ],
    });
    expect(reasons(query, date).slice(0, 6)).toEqual([
      '09:00 BUSY',
      '10:00 free',
      '11:00 BUSY',
      '12:00 free',
      // One of them may come back.
      '13:00 HELD',
      '14:00 free',
    ]);
    const chairs = (time: string) => {
      const check = checkSlot(query, at(`${date}T${time}+02:00`));
      return check.available ? check.chairs : check.reason;
    };
    expect(chairs('10:00')).toEqual(['door']);
    expect(chairs('12:00')).toEqual(['window', 'door']);
    expect(times({ ...query, chairs: [] }, date)).toEqual([]);
  });
});

describe('B6 notice, horizon, limit', () => {
  test('case 37: a slot goes when now passes it, not before', () => {
    const on = (now: string) =>
      checkSlot(studio({ now: at(now), rules: { notice: 120 } }), at('2026-06-05T12:00+02:00'));
    expect(on('2026-06-05T10:00:00+02:00').available).toBe(true);
    expect(on('2026-06-05T10:00:00.001+02:00')).toEqual({ available: false, reason: 'NOTICE' });
  });

  test('case 37: the horizon is counted in the artist’s days', () => {
    // Half past midnight in Paris, and still yesterday in UTC.
    const query = studio({ now: at('2026-06-04T22:30Z'), rules: { horizon: 2 } });
    expect(times(query, '2026-06-07')).toHaveLength(8);
    expect(reasons(query, '2026-06-08')[0]).toBe('09:00 HORIZON');
    expect(
      times(studio({ now: at('2026-06-05T00:30+02:00'), rules: { horizon: 0 } }), '2026-06-05'),
    ).toHaveLength(8);
  });

  test('case 14: the daily limit is counted on the artist’s dates', () => {
    const auckland = {
      zone: 'Pacific/Auckland',
      // The 5th there, at 9 and 16; the 4th and the 5th in UTC.
      claims: [
        claim('2026-06-05T09:00+12:00', '2026-06-05T10:00+12:00', { kind: 'requested' as const }),
        claim('2026-06-05T16:00+12:00', '2026-06-05T17:00+12:00', { kind: 'held' as const }),
      ],
    };
    const limited = (dailyLimit: number) => studio({ ...auckland, rules: { dailyLimit } });
    expect(times(limited(2), '2026-06-05')).toEqual([]);
    expect(times(limited(3), '2026-06-05')).toHaveLength(6);
    expect(times(limited(2), '2026-06-04')).toHaveLength(8);
    expect(times(limited(2), '2026-06-06')).toHaveLength(8);
  });

  test('of several reasons the first in the order they are listed in', () => {
    const date = '2026-06-05';
    const all = studio({
      now: at('2026-07-01T00:00Z'),
      rules: { dailyLimit: 0 },
      claims: [
        claim(`${date}T09:00+02:00`, `${date}T10:00+02:00`, { bufferAfter: 10 }),
        claim(`${date}T09:00+02:00`, `${date}T13:00+02:00`, { kind: 'held' }),
      ],
      hours: hours({ fr: [['09:00', '12:30']] }),
    });
    expect(reasons(all, date)).toEqual(['09:00 BUSY', '10:00 BUFFER', '11:00 NOTICE', '12:00 CLOSED']);
    const soon = { ...all, now: at('2026-06-01T00:00Z') };
    expect(reasons({ ...soon, rules: { ...all.rules, horizon: 1 } }, date)[2]).toBe('11:00 HORIZON');
    expect(reasons(soon, date)[2]).toBe('11:00 LIMIT');
    expect(reasons({ ...soon, rules: { ...all.rules, dailyLimit: null } }, date)[2]).toBe('11:00 HELD');
  });

  test.each([
    ['slotInterval', { rules: { slotInterval: 0 } }],
    ['slotInterval', { rules: { slotInterval: 0.5 } }],
    ['minutes', { service: { minutes: 0 } }],
    ['minutes', { service: { minutes: 10_081 } }],
    ['bufferBefore', { service: { bufferBefore: -1 } }],
    ['dailyLimit', { rules: { dailyLimit: Number.NaN } }],
  ])('no grid is laid with an impossible %s', (name, change) => {
    expect(() => slots(studio(change), '2026-06-05')).toThrow(name);
  });
});

describe('B6 case 47: a forged start', () => {
  const query = studio({ rules: { slotInterval: 30 } });

  test.each([
    ['on the grid', '2026-06-05T10:30+02:00', null],
    ['off the grid', '2026-06-05T10:20+02:00', 'OFFGRID'],
    ['a second off', '2026-06-05T10:30:01+02:00', 'OFFGRID'],
    ['a millisecond off', '2026-06-05T10:30:00.001+02:00', 'OFFGRID'],
    ['before opening', '2026-06-05T08:30+02:00', 'CLOSED'],
    ['off the grid before opening', '2026-06-05T08:20+02:00', 'CLOSED'],
    ['running past closing', '2026-06-05T16:30+02:00', 'CLOSED'],
    ['off the grid and past closing', '2026-06-05T16:20+02:00', 'CLOSED'],
    ['at closing', '2026-06-05T17:00+02:00', 'CLOSED'],
    ['in another century', '1926-06-05T10:00Z', 'CLOSED'],
  ])('%s', (_, start, reason) => {
    const check = checkSlot(query, at(start));
    expect(check).toMatchObject(reason === null ? { available: true } : { available: false, reason });
  });

  test('no number makes it throw', () => {
    for (const start of [Number.NaN, Number.POSITIVE_INFINITY, 8.64e15, -8.64e15, 9e18, 0.5]) {
      expect(checkSlot(query, start).available).toBe(false);
    }
  });

  test('the end comes from the service', () => {
    expect(checkSlot(studio({ service: { minutes: 90 } }), at('2026-06-05T10:00+02:00'))).toEqual({
      available: true,
      slot: { start: at('2026-06-05T10:00+02:00'), end: at('2026-06-05T11:30+02:00'), date: '2026-06-05' },
      chairs: [],
    });
  });
});
