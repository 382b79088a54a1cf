import { expect, test } from 'vitest';
import { zoneLines } from './zone-text.ts';

test.for([
  ['Europe/Zurich', 'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU', 'DTSTART:20070325T020000', 'TZOFFSETTO:+0200'],
  [
    'America/New_York',
    'RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU',
    'DTSTART:20071104T020000',
    'TZOFFSETTO:-0500',
  ],
  [
    'Australia/Sydney',
    'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=1SU',
    'DTSTART:20071007T020000',
    'TZOFFSETTO:+1100',
  ],
])('%s', ([zone = '', ...expected]) => {
  const lines = zoneLines(zone);
  for (const line of expected) expect(lines).toContain(line);
  expect(lines.filter((line) => line.startsWith('BEGIN:'))).toHaveLength(3);
});

test('a zone without changes has one offset', () => {
  expect(zoneLines('Asia/Kolkata').slice(2, -1)).toEqual([
    'BEGIN:STANDARD',
    'DTSTART:19700101T000000',
    'TZOFFSETFROM:+0530',
    'TZOFFSETTO:+0530',
    'END:STANDARD',
  ]);
});
