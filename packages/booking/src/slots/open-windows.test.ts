import { describe, expect, test } from 'vitest';
import { daily, hours } from '../testing/studio.ts';
import { openWindows } from './open-windows.ts';

function on(from: string, given: object, zone = 'Europe/Paris', to = from): string[] {
  const parsed =
    'weekly' in given ? hours(given.weekly as object, { ...given, weekly: given.weekly }) : hours(given);
  const text = (at: number) =>
    Temporal.Instant.fromEpochMilliseconds(at)
      .toZonedDateTimeISO(zone)
      .toString({ timeZoneName: 'never', smallestUnit: 'minute' })
      .slice(5);
  return openWindows(parsed, zone, { from, to }).map(({ start, end }) => `${text(start)} ${text(end)}`);
}

describe('B11 where clocks jump', () => {
  test('case 1: the times of a gap do not exist, and the window is an hour shorter', () => {
    expect(on('2026-03-29', daily(['01:00', '05:00']))).toEqual(['03-29T01:00+01:00 03-29T05:00+02:00']);
    expect(on('2026-03-29', daily(['02:00', '03:00']))).toEqual([]);
    expect(on('2026-03-29', daily(['02:15', '03:15']))).toEqual(['03-29T03:00+02:00 03-29T03:15+02:00']);
    // Nothing lies between what ends at the gap and what begins behind it.
    expect(on('2026-03-29', daily(['01:00', '02:00'], ['03:00', '04:00']))).toEqual([
      '03-29T01:00+01:00 03-29T04:00+02:00',
    ]);
  });

  test('case 2: the times of a fold come twice', () => {
    expect(on('2026-10-25', daily(['01:00', '05:00']))).toEqual(['10-25T01:00+02:00 10-25T05:00+01:00']);
    expect(on('2026-10-25', daily(['02:15', '02:45']))).toEqual([
      '10-25T02:15+02:00 10-25T02:45+02:00',
      '10-25T02:15+01:00 10-25T02:45+01:00',
    ]);
  });

  test('case 6: half an hour only', () => {
    const lordHowe = 'Australia/Lord_Howe';
    expect(on('2026-10-04', daily(['01:00', '03:00']), lordHowe)).toEqual([
      '10-04T01:00+10:30 10-04T03:00+11:00',
    ]);
    expect(on('2026-10-04', daily(['02:00', '02:30']), lordHowe)).toEqual([]);
    expect(on('2026-04-05', daily(['01:45', '02:00']), lordHowe)).toEqual([
      '04-05T01:45+11:00 04-05T01:30+10:30',
      '04-05T01:45+10:30 04-05T02:00+10:30',
    ]);
  });

  test('case 15: a day without midnight begins at one', () => {
    expect(on('2026-03-29', daily(['00:00', '02:00']), 'Asia/Beirut')).toEqual([
      '03-29T01:00+03:00 03-29T02:00+03:00',
    ]);
    expect(on('2026-09-06', { su: [['00:00', '24:00']] }, 'America/Santiago')).toEqual([
      '09-06T01:00-03:00 09-07T00:00-03:00',
    ]);
  });

  test('a day that never was has no window, and the days beside it touch', () => {
    const apia = 'Pacific/Apia';
    expect(on('2011-12-30', daily(['09:00', '17:00']), apia)).toEqual([]);
    expect(on('2011-12-31', { th: [['20:00', '24:00']], sa: [['00:00', '02:00']] }, apia)).toEqual([
      '12-29T20:00-10:00 12-31T02:00+14:00',
    ]);
  });
});

describe('B11 over midnight', () => {
  test('case 9: an end at or before the start lies on the next day', () => {
    expect(on('2026-06-05', { fr: [['20:00', '02:00']] })).toEqual(['06-05T20:00+02:00 06-06T02:00+02:00']);
    expect(on('2026-06-06', { fr: [['20:00', '02:00']] })).toEqual(['06-05T20:00+02:00 06-06T02:00+02:00']);
    expect(on('2026-06-07', { fr: [['20:00', '02:00']] })).toEqual([]);
    expect(on('2026-06-05', { fr: [['20:00', '20:00']] })).toEqual(['06-05T20:00+02:00 06-06T20:00+02:00']);
  });

  test('case 10: hours may end at 24:00', () => {
    expect(on('2026-06-05', { fr: [['20:00', '24:00']] })).toEqual(['06-05T20:00+02:00 06-06T00:00+02:00']);
  });

  test('case 11: an override clips what the evening before spills into it, and so does a closure', () => {
    const friday = { fr: [['20:00', '02:00']] };
    const override = (ranges: unknown) => ({ weekly: friday, overrides: [{ date: '2026-06-06', ranges }] });
    expect(on('2026-06-05', override([['10:00', '12:00']]))).toEqual(['06-05T20:00+02:00 06-06T00:00+02:00']);
    expect(on('2026-06-06', override([['10:00', '12:00']]))).toEqual(['06-06T10:00+02:00 06-06T12:00+02:00']);
    expect(on('2026-06-06', override([['00:00', '01:00']]))).toEqual(['06-05T20:00+02:00 06-06T01:00+02:00']);
    expect(on('2026-06-05', { weekly: friday, closures: [{ from: '2026-06-06' }] })).toEqual([
      '06-05T20:00+02:00 06-06T00:00+02:00',
    ]);
    // And it spills by itself.
    expect(on('2026-06-07', override([['22:00', '03:00']]))).toEqual(['06-06T22:00+02:00 06-07T03:00+02:00']);
  });

  test('case 39: ranges that touch or overlap are one window, over midnight too', () => {
    expect(
      on('2026-06-05', {
        fr: [
          ['09:00', '12:00'],
          ['12:00', '15:00'],
          ['14:00', '18:00'],
        ],
      }),
    ).toEqual(['06-05T09:00+02:00 06-05T18:00+02:00']);
    expect(
      on('2026-06-05', {
        fr: [
          ['09:00', '12:00'],
          ['12:01', '15:00'],
        ],
      }),
    ).toHaveLength(2);
    expect(on('2026-06-06', { fr: [['20:00', '24:00']], sa: [['00:00', '06:00']] })).toEqual([
      '06-05T20:00+02:00 06-06T06:00+02:00',
    ]);
  });

  test('a window has the same first minute from whichever of its dates it is asked for', () => {
    // Open without a pause from Monday nine to Saturday noon.
    const week = { mo: [['09:00', '24:00']], ...openAll(['tu', 'we', 'th', 'fr']), sa: [['00:00', '12:00']] };
    for (let day = 1; day <= 6; day++) {
      expect(on(`2026-06-0${day}`, week)).toEqual(['06-01T09:00+02:00 06-06T12:00+02:00']);
    }
  });

  test('hours that never close begin in 2000, or behind the last day that was closed', () => {
    const never = { weekly: daily(['00:00', '24:00']) };
    const since = (given: object) => on('2026-06-05', given)[0]?.slice(0, 11);
    expect(since(never)).toBe('01-01T00:00');
    expect(since({ ...never, closures: [{ from: '2019-05-01', to: '2019-05-03' }] })).toBe('05-04T00:00');
    expect(on('1999-06-05', never)).toEqual([]);
  });
});

function openAll(keys: readonly string[]): object {
  return Object.fromEntries(keys.map((key) => [key, [['00:00', '24:00']]]));
}

describe('B11 dates', () => {
  const weekly = daily(['09:00', '17:00']);

  test('case 13: overrides and closures are dates, the same in every zone', () => {
    const given = { weekly, overrides: [{ date: '2026-06-10', ranges: [['12:00', '13:00']] }] };
    for (const zone of ['Pacific/Kiritimati', 'Asia/Kathmandu', 'Pacific/Honolulu']) {
      expect(on('2026-06-10', given, zone).map((text) => text.slice(0, 11))).toEqual(['06-10T12:00']);
      expect(on('2026-06-09', given, zone).map((text) => text.slice(0, 11))).toEqual(['06-09T09:00']);
      expect(on('2026-06-11', given, zone).map((text) => text.slice(0, 11))).toEqual(['06-11T09:00']);
    }
  });

  test('case 40: an override without ranges closes its date, and several of one date count together', () => {
    const given = (...ranges: unknown[]) => ({
      weekly,
      overrides: ranges.map((list) => ({ date: '2026-06-10', ranges: list })),
    });
    expect(on('2026-06-10', given([]))).toEqual([]);
    expect(on('2026-06-10', given([['10:00', '12:00']], [['11:00', '13:00']]))).toEqual([
      '06-10T10:00+02:00 06-10T13:00+02:00',
    ]);
    expect(on('2026-06-10', given([['10:00', '12:00']], []))).toHaveLength(1);
  });

  test('case 13: a closure is closed from its first date to its last, overrides notwithstanding', () => {
    const closures = [{ from: '2026-06-09', to: '2026-06-11' }];
    const overrides = [{ date: '2026-06-10', ranges: [['12:00', '13:00']] }];
    const open = on('2026-06-07', { weekly, overrides, closures }, 'Europe/Paris', '2026-06-13');
    expect(open.map((text) => text.slice(0, 5))).toEqual(['06-07', '06-08', '06-12', '06-13']);
  });

  test('no dates, no windows; no such zone, no answer', () => {
    expect(on('2026-06-10', daily(['09:00', '10:00']), 'Europe/Paris', '2026-06-09')).toEqual([]);
    expect(() => on('2026-06-10', {}, 'Mars/Olympus')).toThrow(RangeError);
    expect(() => on('2026-06-31', {})).toThrow(RangeError);
  });
});
