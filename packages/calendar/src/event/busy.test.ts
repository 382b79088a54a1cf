import { expect, test } from 'vitest';
import type { ReadContext } from '../occurrence.ts';
import { calendar, event, read } from '../testing/calendar-text.ts';

function isBusy(lines: string[], context: Partial<ReadContext> = {}): boolean | undefined {
  return read(calendar(event('DTSTART:20260302T100000Z', ...lines)), context).occurrences[0]?.busy;
}

const ANN = 'mailto:ann@example.org';
const BOB = 'mailto:bob@example.org';

test.each([
  [true, []],
  [true, ['TRANSP:OPAQUE']],
  [false, ['TRANSP:TRANSPARENT']],
  [false, ['TRANSP:transparent']],
  [true, ['STATUS:CONFIRMED']],
  [true, ['STATUS:TENTATIVE']],
  [false, ['STATUS:CANCELLED']],
  [false, ['X-MICROSOFT-CDO-BUSYSTATUS:FREE']],
  [false, ['X-MICROSOFT-CDO-BUSYSTATUS:WORKINGELSEWHERE']],
  [true, ['X-MICROSOFT-CDO-BUSYSTATUS:BUSY']],
  [true, ['X-MICROSOFT-CDO-BUSYSTATUS:OOF']],
  [true, ['X-MICROSOFT-CDO-BUSYSTATUS:TENTATIVE']],
  [true, ['X-MICROSOFT-CDO-INTENDEDSTATUS:FREE']],
  [false, [`ATTENDEE;PARTSTAT=DECLINED:${ANN}`]],
  [true, [`ATTENDEE;PARTSTAT=ACCEPTED:${ANN}`]],
  [true, [`ATTENDEE;PARTSTAT=DECLINED:${ANN}`, `ATTENDEE;PARTSTAT=ACCEPTED:${BOB}`]],
  [true, [`ATTENDEE;PARTSTAT=DECLINED:${ANN}`, `ATTENDEE;PARTSTAT=DECLINED:${BOB}`]],
  [false, [`ORGANIZER:${BOB}`, `ATTENDEE;PARTSTAT=ACCEPTED:${BOB}`, `ATTENDEE;PARTSTAT=DECLINED:${ANN}`]],
  [true, [`ATTENDEE;CUTYPE=ROOM;PARTSTAT=DECLINED:${ANN}`]],
])('T4 case 54: blocks: %s for %j', (expected, lines) => {
  expect(isBusy(lines)).toBe(expected);
});

test.each([
  [false, ['STATUS:TENTATIVE']],
  [false, ['X-MICROSOFT-CDO-BUSYSTATUS:TENTATIVE']],
  [true, ['STATUS:CONFIRMED']],
  [true, []],
])('T4 blocks: %s for %j where tentative does not', (expected, lines) => {
  expect(isBusy(lines, { tentativeBlocks: false })).toBe(expected);
});

test('T4 a known owner decides by their own answer', () => {
  const both = [`ATTENDEE;PARTSTAT=DECLINED:${ANN}`, `ATTENDEE;PARTSTAT=ACCEPTED:${BOB}`];
  expect(isBusy(both, { owner: ['Ann@Example.org'] })).toBe(false);
  expect(isBusy(both, { owner: ['bob@example.org'] })).toBe(true);
  expect(
    isBusy([`ATTENDEE;PARTSTAT=DECLINED:${ANN}`, ...both.slice(1)], { owner: ['eve@example.org'] }),
  ).toBe(true);
});
