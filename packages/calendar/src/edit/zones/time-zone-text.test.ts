import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { scanCalendar } from '../../text/scan-calendar.ts';
import { embeddedZone } from '../../zone/embedded-zone.ts';
import { ianaZone } from '../../zone/iana-zone.ts';
import { timeZoneText } from './time-zone-text.ts';

// A second or two each; a machine that is busy with other things takes its time.
vi.setConfig({ testTimeout: 60_000 });

const DAY = 86_400_000;
const ZONES = Intl.supportedValuesOf('timeZone').filter((name) => name !== 'UTC');

function defined(name: string, from: number, to: number | null) {
  const text = timeZoneText(name, { from, to }, '\r\n');
  const [definition] = scanCalendar(text, () => true).components;
  if (!definition) throw new Error(text);
  // Under a name of nobody's, so that only the definition counts.
  return { text, zone: embeddedZone(`custom ${text}`, definition) };
}

describe('timeZoneText', () => {
  test('case 48: Berlin is two yearly rules', () => {
    const { text } = defined('Europe/Berlin', Date.UTC(2026, 5), Date.UTC(2026, 5, 2));
    expect(text.split('\r\n')).toEqual([
      'BEGIN:VTIMEZONE',
      'TZID:Europe/Berlin',
      'BEGIN:DAYLIGHT',
      'DTSTART:19810329T020000',
      'TZOFFSETFROM:+0100',
      'TZOFFSETTO:+0200',
      'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
      'END:DAYLIGHT',
      'BEGIN:STANDARD',
      'DTSTART:19961027T030000',
      'TZOFFSETFROM:+0200',
      'TZOFFSETTO:+0100',
      'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
      'END:STANDARD',
      'END:VTIMEZONE',
      '',
    ]);
  });

  test('case 48: a zone without changes is one line of offset', () => {
    const { text } = defined('Asia/Kolkata', Date.UTC(2026, 5), null);
    expect(text).toContain(
      'BEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nTZOFFSETFROM:+0530\r\nTZOFFSETTO:+0530',
    );
    expect(text).not.toContain('RRULE');
  });

  test('T2: a definition says of every zone what the zone database says, wherever the event lies', () => {
    const day = (from: number, to: number) =>
      fc.integer({ min: Date.UTC(from, 0) / DAY, max: Date.UTC(to, 0) / DAY });
    const property = fc.property(
      fc.constantFrom(...ZONES),
      day(1972, 2036),
      fc.oneof(fc.constant(null), fc.integer({ min: 0, max: 4_000 })),
      fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 20, maxLength: 20 }),
      (name, start, days, places) => {
        const from = start * DAY;
        const to = days === null ? null : from + days * DAY;
        const { text, zone } = defined(name, from, to);
        const known = ianaZone(name);
        const length = (to ?? from + 20 * 365 * DAY) - from;
        for (const place of [0, 1_000_000, ...places]) {
          const at = Math.floor(from + (place / 1_000_000) * length);
          expect(`${name} ${zone?.offsetAt(at)} ${text}`).toBe(`${name} ${known.offsetAt(at)} ${text}`);
        }
      },
    );
    fc.assert(property, { numRuns: 1_000 });
  });
});
