import { describe, expect, test } from 'vitest';
import { withoutInvitations } from '../edit/text/without-invitations.ts';
import { timeZoneText } from '../edit/zones/time-zone-text.ts';
import { expandIcsFile } from '../read/expand-file.ts';
import { splitIcsFile } from '../read/ics-file.ts';
import { BERLIN_2026, calendar, event } from '../testing/calendar-text.ts';
import { copyEvent } from './copy-event.ts';
import { joinObjects } from './object-file.ts';
import { splitImport } from './split-import.ts';

const NOW = Temporal.Instant.from('2026-11-20T10:00:00Z');
const SPAN = { from: Date.UTC(2026, 0), to: Date.UTC(2026, 1) };
const BERLIN = timeZoneText('Europe/Berlin', SPAN, '\r\n');

function ids(): () => string {
  let count = 0;
  return () => `new-${++count}`;
}

describe('joinObjects', () => {
  const timed = (uid: string) =>
    event(`UID:${uid}`, 'DTSTART;TZID=Europe/Berlin:20260302T100000', 'X-KEPT;a="b":1');

  test('S6: one file, each zone once, all events as they stood', () => {
    const sources = [calendar(BERLIN, timed('a')), calendar(BERLIN, timed('b')).replaceAll('\r\n', '\n')];
    const text = joinObjects(sources, 'Mine, all; of\nit');
    expect(text.match(/BEGIN:VTIMEZONE/g)).toHaveLength(1);
    expect(text.replaceAll('\r\n', '')).not.toContain('\n');
    expect(text).toContain('X-WR-CALNAME:Mine\\, all\\; of it\r\n');
    expect(text).toContain(timed('a') + timed('b'));
    expect(splitIcsFile(text).map(({ uid }) => uid)).toEqual(['a', 'b']);
  });

  test('case 48: of two definitions of one name the fuller stays, and every event is read as before', () => {
    const poor = 'BEGIN:VTIMEZONE\r\nTZID:Europe/Berlin\r\nEND:VTIMEZONE\r\n';
    const text = joinObjects([calendar(poor, timed('a')), calendar(BERLIN, timed('b'))], '');
    expect(text).toContain(BERLIN);
    expect(text.match(/BEGIN:VTIMEZONE/g)).toHaveLength(1);
    expect(expandIcsFile(text, BERLIN_2026).map(({ start }) => start)).toEqual(
      Array(2).fill('2026-03-02T09:00:00Z'),
    );
  });

  test('S10: a broken object does not swallow the next', () => {
    const text = joinObjects(
      ['', 'BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nDTSTART:20260302T100000Z', calendar(timed('b'))],
      '',
    );
    expect(splitIcsFile(text).map(({ uid }) => uid)).toEqual(['a', 'b']);
  });
});

describe('splitImport', () => {
  test('T1 case 46: one resource for a UID, with its zones and without METHOD', () => {
    const master = event('UID:a', 'DTSTART;TZID=Europe/Berlin:20260302T100000', 'RRULE:FREQ=DAILY;COUNT=2');
    const override = event('UID:a', 'RECURRENCE-ID:20260303T090000Z', 'DTSTART:20260303T120000Z');
    const other = event('UID:b', 'DTSTART:20260302T100000Z');
    const file = calendar(BERLIN, master, other, override).replace('VERSION', 'METHOD:REQUEST\r\nVERSION');
    const { resources, refused } = splitImport(file, ids());
    expect(refused).toEqual([]);
    expect(resources.map(({ uid }) => uid)).toEqual(['a', 'b']);
    expect(resources[0]?.text).toContain(BERLIN + master + override);
    expect(resources[1]?.text).not.toContain('VTIMEZONE');
    expect(file).toContain('METHOD');
    for (const { text } of resources) expect(text).not.toContain('METHOD');
  });

  test('T1: who has no UID gets one, and so does who claims another one’s', () => {
    const nameless = calendar('BEGIN:VEVENT\r\nDTSTART:20260302T100000Z\r\nSUMMARY:x\r\nEND:VEVENT\r\n');
    expect(splitImport(nameless, ids()).resources).toEqual([
      { uid: 'new-1', method: null, text: expect.stringContaining('SUMMARY:x\r\nUID:new-1\r\nEND:VEVENT') },
    ]);
    const [same, different] = [event('DTSTART:20260302T100000Z'), event('DTSTART:20260303T100000Z')];
    const { resources } = splitImport(calendar(same, different, same), ids());
    expect(resources.map(({ uid }) => uid)).toEqual(['one@example.org', 'new-1']);
    expect(resources[1]?.text).toContain('DTSTART:20260303T100000Z');
    expect(resources[0]?.text.match(/BEGIN:VEVENT/g)).toHaveLength(1);
  });

  test('S10: what cannot be read is refused by itself', () => {
    const file = calendar(event('UID:a', 'SUMMARY:When?'), event('UID:b', 'DTSTART:20260302T100000Z'));
    const { resources, refused } = splitImport(file, ids());
    expect(resources.map(({ uid }) => uid)).toEqual(['b']);
    expect(refused).toEqual([{ reason: 'read-without-start', title: 'When?' }]);
    expect(splitImport('<html>', ids())).toMatchObject({
      resources: [],
      refused: [{ reason: 'read-no-calendar' }],
    });
  });
});

describe('copyEvent', () => {
  test('S2: the same bytes under another UID, and nobody is invited again', () => {
    const source = calendar(
      event(
        'DTSTART:20260302T100000Z',
        'X-FOLDED:a\r\n b',
        'DTSTAMP:20250101T000000Z',
        'ATTENDEE:mailto:a@example.org',
      ),
      event('RECURRENCE-ID:20260302T100000Z', 'DTSTART:20260302T110000Z'),
    );
    const expected = source
      .replaceAll('UID:one@example.org', 'UID:two\\,2')
      .replace('20250101T000000Z', '20261120T100000Z')
      .replace('ATTENDEE:', 'ATTENDEE;SCHEDULE-AGENT=CLIENT:');
    expect(copyEvent(source, 'two,2', NOW)).toBe(expected);
    expect(copyEvent('', 'two', NOW)).toBe('');
  });
});

describe('withoutInvitations', () => {
  test('case 36: says so on everybody who does not say otherwise, but for alarms', () => {
    const alarm = 'BEGIN:VALARM\r\nACTION:EMAIL\r\nATTENDEE:mailto:me@example.org\r\nEND:VALARM';
    const long = `ATTENDEE;CN="${'Long; name: '.repeat(6)}":mailto:a@example.org`;
    const source = calendar(
      event(alarm, long, 'organizer;schedule-agent=SERVER:mailto:b@example.org', 'X-ATTENDEE:c'),
    );
    const text = withoutInvitations(source);
    expect(text.replace(/\r\n /g, '')).toBe(source.replace('":mailto:a', '";SCHEDULE-AGENT=CLIENT:mailto:a'));
    expect(withoutInvitations(text)).toBe(text);
  });
});
