import { describe, expect, test } from 'vitest';
import { calendar, event, read, startsOf } from '../testing/calendar-text.ts';

function zone(tzid: string, ...parts: string[][]): string {
  const observances = parts.map(([name, ...lines]) =>
    [`BEGIN:${name}`, ...lines, `END:${name}`].join('\r\n'),
  );
  return ['BEGIN:VTIMEZONE', `TZID:${tzid}`, ...observances, 'END:VTIMEZONE', ''].join('\r\n');
}

// New York's hours, as Outlook writes a zone it has no name for.
const OUTLOOK = [
  [
    'STANDARD',
    'DTSTART:16010101T020000',
    'TZOFFSETFROM:-0400',
    'TZOFFSETTO:-0500',
    'RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=11',
  ],
  [
    'DAYLIGHT',
    'DTSTART:16010101T020000',
    'TZOFFSETFROM:-0500',
    'TZOFFSETTO:-0400',
    'RRULE:FREQ=YEARLY;BYDAY=2SU;BYMONTH=3',
  ],
];

describe('T2 case 48: a TZID resolves', () => {
  test('by name, also where the file defines it otherwise', () => {
    const outdated = zone('Europe/Berlin', [
      'STANDARD',
      'DTSTART:19700101T000000',
      'TZOFFSETFROM:+0900',
      'TZOFFSETTO:+0900',
    ]);
    const object = read(calendar(outdated, event('DTSTART;TZID=Europe/Berlin:20260705T100000')));
    expect(startsOf(object)).toEqual(['2026-07-05T08:00:00Z']);
    expect(object.components[0]?.timeZone).toBe('Europe/Berlin');
    expect(object.flags).toEqual(['zone-differs']);
  });

  test.each(['EST', 'GMT', 'CET', 'PST', 'Etc/GMT+5', 'GMT-0500', 'UTC+9', 'Eastern'])(
    'by its definition where its name is no place: %s',
    (tzid) => {
      const own = zone(tzid, [
        'STANDARD',
        'DTSTART:19700101T000000',
        'TZOFFSETFROM:+0345',
        'TZOFFSETTO:+0345',
      ]);
      const object = read(calendar(own, event(`DTSTART;TZID=${tzid}:20260705T100000`)));
      expect(startsOf(object)).toEqual(['2026-07-05T06:15:00Z']);
      expect(object.flags).toEqual(['zone-differs']);
    },
  );

  test('by X-LIC-LOCATION before its definition', () => {
    const located = zone('My Zone', ...OUTLOOK).replace(
      'TZID:My Zone',
      'TZID:My Zone\r\nX-LIC-LOCATION:Asia/Tokyo',
    );
    const object = read(calendar(located, event('DTSTART;TZID=My Zone:20260705T100000')));
    expect(startsOf(object)).toEqual(['2026-07-05T01:00:00Z']);
    expect(object.components[0]?.timeZone).toBe('Asia/Tokyo');
  });

  test('by a definition from 1601, in summer and winter', () => {
    const times = event(
      'DTSTART;TZID=Customized Time Zone:20260105T100000',
      'RDATE;TZID=Customized Time Zone:20260705T100000',
    );
    const object = read(calendar(zone('Customized Time Zone', ...OUTLOOK), times));
    expect(startsOf(object)).toEqual(['2026-01-05T15:00:00Z', '2026-07-05T14:00:00Z']);
    expect(object.flags).toEqual([]);
    expect(object.components[0]?.timeZone).toBeNull();
  });

  test('by its definition hour by hour as New York, for years', () => {
    const days = ['20260308', '20260309', '20261101', '20261102', '20300310', '20991101'];
    for (const day of days) {
      for (const hour of ['00', '01', '02', '03', '04']) {
        const custom = read(calendar(zone('NY', ...OUTLOOK), event(`DTSTART;TZID=NY:${day}T${hour}3000`)));
        const named = read(calendar(event(`DTSTART;TZID=America/New_York:${day}T${hour}3000`)));
        expect(startsOf(custom), `${day} ${hour}:30`).toEqual(startsOf(named));
      }
    }
  });

  test('by each file where two give one TZID to different rules', () => {
    const at = (offset: string) => {
      const fixed = zone('Office', [
        'STANDARD',
        'DTSTART:19700101T000000',
        `TZOFFSETFROM:${offset}`,
        `TZOFFSETTO:${offset}`,
      ]);
      return startsOf(read(calendar(fixed, event('DTSTART;TZID=Office:20260705T100000'))));
    };
    expect(at('+0300')).toEqual(['2026-07-05T07:00:00Z']);
    expect(at('-0530')).toEqual(['2026-07-05T15:30:00Z']);
  });

  test('by a definition whose rules changed over the years', () => {
    const changed = zone(
      'Changed',
      ['STANDARD', 'DTSTART:20000101T000000', 'TZOFFSETFROM:+0100', 'TZOFFSETTO:+0100'],
      [
        'STANDARD',
        'DTSTART:20260401T000000',
        'TZOFFSETFROM:+0100',
        'TZOFFSETTO:+0300',
        'RDATE:20260401T000000',
      ],
    );
    const times = event('DTSTART;TZID=Changed:20260105T100000', 'RDATE;TZID=Changed:20260705T100000');
    expect(startsOf(read(calendar(changed, times)))).toEqual([
      '2026-01-05T09:00:00Z',
      '2026-07-05T07:00:00Z',
    ]);
  });

  test('by a Windows name, quotes and a colon in it notwithstanding', () => {
    const object = read(
      calendar(
        event(
          'DTSTART;TZID="W. Europe Standard Time":20260705T100000',
          'DTEND;TZID=(UTC+01:00) Berlin:20260705T110000',
        ),
      ),
      { zone: 'Europe/Berlin' },
    );
    expect(startsOf(object)).toEqual(['2026-07-05T08:00:00Z']);
    expect(object.occurrences[0]?.end).toBe(Date.UTC(2026, 6, 5, 9));
    expect(object.flags).toEqual([]);
  });
});

describe('T2 case 48: a TZID that nothing defines', () => {
  test.each(['Asia/Tokyo', 'America/New_York', 'Europe/Berlin'])(
    'is read in the calendar’s zone %s and flagged',
    (own) => {
      const object = read(calendar(event('DTSTART;TZID=Nowhere:20260705T100000')), { zone: own });
      const named = read(calendar(event(`DTSTART;TZID=${own}:20260705T100000`)));
      expect(startsOf(object)).toEqual(startsOf(named));
      expect(object.flags).toEqual(['unknown-zone']);
    },
  );

  test('stays unknown with a definition that defines nothing', () => {
    const object = read(calendar(zone('Empty'), event('DTSTART;TZID=Empty:20260705T100000')));
    expect(object.flags).toEqual(['unknown-zone']);
  });
});
