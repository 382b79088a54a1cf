import { describe, expect, test } from 'vitest';
import { addDays } from '../../../time/civil/civil-date.ts';
import {
  EMPTY_BOARD,
  isKnown,
  rangeOf,
  slotsByDate,
  slotsShown,
  withDays,
  withoutGone,
  withPage,
} from './slot-board.ts';

const HOUR = 3_600_000;
const NOVEMBER = { from: '2026-11-01', to: '2026-11-30' };
const slot = (text: string) => {
  const start = new Date(text);
  return { start, end: new Date(start.getTime() + HOUR), artist: 'lena' };
};
const ten = slot('2026-11-24T09:00Z');
const eleven = slot('2026-11-24T10:00Z');
const zone = 'Europe/Zurich';
const month = (slots: ReturnType<typeof slot>[]) =>
  withPage(EMPTY_BOARD, NOVEMBER, [{ date: '2026-11-24', slots }], true);
const shown = (board: typeof EMPTY_BOARD, own: Date | null = null) =>
  slotsShown(board, '2026-11-24', zone, own).map(({ start, gone }) => [start.getUTCHours(), gone]);

describe('B7 a slot that is taken elsewhere', () => {
  test('stays in its place, as gone', () => {
    const board = withDays(month([ten, eleven]), [{ date: '2026-11-24', slots: [eleven] }], true);
    expect(shown(board)).toEqual([
      [9, true],
      [10, false],
    ]);
    expect(slotsByDate(board, zone).get('2026-11-24')).toEqual([eleven]);
  });
  test('is back when it is freed', () => {
    const taken = withDays(month([ten, eleven]), [{ date: '2026-11-24', slots: [] }], true);
    const back = withDays(taken, [{ date: '2026-11-24', slots: [ten] }], true);
    expect(shown(back)).toEqual([
      [9, false],
      [10, true],
    ]);
  });
  test('is forgotten when somebody looks at another day', () => {
    const board = withDays(month([ten, eleven]), [{ date: '2026-11-24', slots: [] }], true);
    expect(shown(withoutGone(board))).toEqual([]);
  });
  test('goes too when it went while the connection was lost', () => {
    const again = withPage(month([ten, eleven]), NOVEMBER, [{ date: '2026-11-24', slots: [ten] }], true);
    expect(shown(again)).toEqual([
      [9, false],
      [10, true],
    ]);
  });
});

test('case 49: one’s own hold never hides the slot from oneself', () => {
  const board = withDays(month([ten, eleven]), [{ date: '2026-11-24', slots: [] }], true);
  expect(shown(board, ten.start)).toEqual([
    [9, false],
    [10, true],
  ]);
});

test('a page is known when every date that it needs has been told, by whichever page', () => {
  const board = month([ten]);
  expect(isKnown(board, NOVEMBER)).toBe(true);
  const into = { from: '2026-11-23', to: '2026-12-06' };
  expect(isKnown(board, into)).toBe(false);
  expect(isKnown(withPage(board, { from: '2026-12-01', to: '2026-12-31' }, [], true), into)).toBe(true);
});

test('B8 what a message says of the calendars counts for the whole page', () => {
  expect(withDays(month([ten]), [], false).verified).toBe(false);
});

describe('B11 cases 7 and 8: another zone', () => {
  const zones = [
    'Europe/Zurich',
    'Pacific/Honolulu',
    'Pacific/Kiritimati',
    'Asia/Kathmandu',
    'Australia/Lord_Howe',
  ];
  const { from, to } = rangeOf(NOVEMBER);
  const days = [];
  for (let date = from; date <= to; date = addDays(date, 1))
    days.push({ date, slots: [slot(`${date}T00:30+01:00`), slot(`${date}T23:30+01:00`)] });
  const board = withPage(EMPTY_BOARD, NOVEMBER, days, true);
  const instants = (one: string) =>
    [...slotsByDate(board, one).values()].flat().map(({ start }) => start.getTime());

  test.each(zones)('%s changes labels only: the instants are the same', (one) => {
    expect(instants(one)).toEqual(instants('Europe/Zurich'));
  });
  test.each(zones)('in %s no slot of the month’s first or last date is missing', (one) => {
    const byDate = slotsByDate(board, one);
    expect(byDate.get('2026-11-01')).toHaveLength(2);
    expect(byDate.get('2026-11-30')).toHaveLength(2);
  });
});
