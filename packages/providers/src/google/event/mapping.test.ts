import { describe, expect, test } from 'vitest';
import { objectRows } from '../../rows/object-rows.ts';
import { changedBody, newBody } from './event-body.ts';
import { fieldsIn, fieldsOf } from './event-fields.ts';
import type { GoogleEvent } from './google-event.ts';
import { keptProperties, keptText } from './kept-text.ts';
import { seriesText, withoutCancelled } from './series-text.ts';

const event = (more: object = {}): GoogleEvent => ({
  id: 'abc12',
  etag: '"1"',
  status: 'confirmed',
  iCalUID: 'abc12@google.com',
  summary: 'Mix; then, dinner',
  start: { dateTime: '2026-07-04T12:00:00+02:00', timeZone: 'Europe/Zurich' },
  end: { dateTime: '2026-07-04T13:00:00+02:00', timeZone: 'Europe/Zurich' },
  reminders: { useDefault: true },
  updated: '2026-06-01T08:00:00.000Z',
  ...more,
});

const textOf = (more: object = {}): string => seriesText({ master: event(more), instances: [] });

function masterIn(text: string) {
  const read = objectRows(text, 'UTC');
  if (!read.ok || read.rows.master === null) throw new Error('unfit');
  return { ...withoutCancelled(read.rows), master: read.rows.master };
}

const unfolded = (text: string): string => text.replaceAll('\r\n ', '');

describe('an event of Google, in iCalendar', () => {
  test('T2 stands in the zone that it was made in, whatever clock the answer is on', () => {
    const start = { dateTime: '2026-07-04T10:00:00Z', timeZone: 'America/New_York' };
    expect(textOf({ start })).toContain('DTSTART;TZID=America/New_York:20260704T060000\r\n');
    expect(textOf({ start: { dateTime: '2026-07-04T10:00:00Z', timeZone: 'UTC' } })).toContain(
      'DTSTART:20260704T100000Z\r\n',
    );
  });

  test('T2 whole days end before their last date', () => {
    const text = textOf({ start: { date: '2026-07-04' }, end: { date: '2026-07-06' } });
    expect(text).toContain('DTSTART;VALUE=DATE:20260704\r\nDTEND;VALUE=DATE:20260706\r\n');
  });

  test.each([
    [{ transparency: 'transparent' }, 'TRANSP:TRANSPARENT'],
    [{ eventType: 'workingLocation' }, 'TRANSP:TRANSPARENT'],
    [{ visibility: 'private' }, 'CLASS:PRIVATE'],
    [{ visibility: 'confidential' }, 'CLASS:CONFIDENTIAL'],
    [{ status: 'tentative' }, 'STATUS:TENTATIVE'],
    [{ location: 'Room\n2' }, 'LOCATION:Room\\n2'],
    [{ source: { url: 'https://studio.example/a' } }, 'URL:https://studio.example/a'],
    [{ hangoutLink: 'https://meet.example/x' }, 'CONFERENCE;VALUE=URI;FEATURE=VIDEO:https://meet.example/x'],
    [{ recurrence: ['RRULE:FREQ=WEEKLY;WKST=SU;COUNT=4'] }, 'RRULE:FREQ=WEEKLY;WKST=SU;COUNT=4'],
    [{ sequence: 4 }, 'SEQUENCE:4'],
    [{ description: '<b>Bring</b> cables<br>and &amp; more' }, 'DESCRIPTION:Bring cables\\nand & more'],
  ])('P4 %j says %s', (more, line) => {
    expect(unfolded(textOf(more))).toContain(`\r\n${line}\r\n`);
  });

  test('T4 an ordinary event says nothing of being busy', () => {
    expect(textOf()).not.toMatch(/TRANSP|CLASS|STATUS|VALARM|ORGANIZER/);
  });

  test('P6 guests are shown with their answers', () => {
    const attendees = [
      { email: 'ann@gmail.example', self: true, responseStatus: 'declined' },
      { email: 'bob@studio.example', displayName: 'Bob "B"', optional: true, responseStatus: 'needsAction' },
    ];
    const text = unfolded(textOf({ attendees, organizer: { email: 'bob@studio.example' } }));
    expect(text).toContain('ORGANIZER:mailto:bob@studio.example\r\n');
    expect(text).toContain('ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=DECLINED:mailto:ann@gmail.example\r\n');
    expect(text).toContain(
      'ATTENDEE;CN="Bob B";ROLE=OPT-PARTICIPANT;PARTSTAT=NEEDS-ACTION:mailto:bob@studio.example\r\n',
    );
  });

  test('reminders of its own are alarms, the usual ones of the calendar are not', () => {
    const overrides = [
      { method: 'popup', minutes: 10 },
      { method: 'email', minutes: 1440 },
    ];
    const text = textOf({ reminders: { useDefault: false, overrides } });
    expect(text).toContain('ACTION:DISPLAY\r\nDESCRIPTION:Reminder\r\nTRIGGER:-PT10M\r\n');
    expect(fieldsIn(masterIn(text).master).reminders).toEqual(overrides);
  });

  test('T3 dates left out at its making and instances cancelled later are both left out', () => {
    const master = event({
      recurrence: ['RRULE:FREQ=DAILY;COUNT=9', 'EXDATE;TZID=Europe/Zurich:20260705T120000'],
    });
    const gone = {
      id: 'abc12_20260706T100000Z',
      etag: '"2"',
      status: 'cancelled',
      recurringEventId: 'abc12',
      originalStartTime: { dateTime: '2026-07-06T12:00:00+02:00', timeZone: 'Europe/Zurich' },
    };
    const text = unfolded(seriesText({ master, instances: [gone] }));
    expect(text).toContain('EXDATE;TZID=Europe/Zurich:20260705T120000\r\n');
    expect(text).toContain('EXDATE;TZID=Europe/Zurich:20260706T120000\r\n');
  });

  test('T1 an invitation to one date of a series that nobody shows is that date', () => {
    const only = {
      ...event(),
      id: 'abc12_20260706T100000Z',
      recurringEventId: 'abc12',
      originalStartTime: { dateTime: '2026-07-06T12:00:00+02:00', timeZone: 'Europe/Zurich' },
    };
    const text = seriesText({ master: null, instances: [only] });
    expect(text).toContain('RECURRENCE-ID;TZID=Europe/Zurich:20260706T120000\r\n');
    expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(1);
  });
});

const RICH = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'PRODID:-//Elsewhere//EN',
  'BEGIN:VEVENT',
  'UID:ours@studio.example',
  'DTSTAMP:20260601T080000Z',
  'DTSTART:20260704T100000Z',
  'DURATION:PT1H',
  'SUMMARY;LANGUAGE=de:Aufnahme',
  'LOCATION;ALTREP="http://a.example/b":Studio A',
  'CATEGORIES:Mix,Mastering',
  'ATTENDEE:mailto:client@example.org',
  'X-OWN;P=2:leave me alone',
  'END:VEVENT',
  'END:VCALENDAR',
  '',
].join('\r\n');

/** As Google would have it after it was made. */
function storedAs(text: string): GoogleEvent {
  return event(newBody('abc12', masterIn(text), text, 'UTC'));
}

describe('S6 a text that was written', () => {
  test('comes back byte for byte, with what Google has no place for', () => {
    expect(seriesText({ master: storedAs(RICH), instances: [] })).toBe(RICH);
  });

  test('keeps everything but the field that was changed at Google', () => {
    const changed = { ...storedAs(RICH), summary: 'Take two' };
    const text = seriesText({ master: changed, instances: [] });
    expect(text).toContain('SUMMARY:Take two\r\n');
    expect(text).not.toContain('Aufnahme');
    for (const line of RICH.split('\r\n').filter((one) =>
      /^(?:X-OWN|CATEGORIES|LOCATION|ATTENDEE|UID)/.test(one),
    ))
      expect(unfolded(text)).toContain(`${line}\r\n`);
  });

  test('P6 names no guest to Google', () => {
    expect(storedAs(RICH).attendees).toBeUndefined();
  });

  test.each(['', 'x', 'é音🎙'.repeat(4_000)])('is kept in pieces that Google takes', (text) => {
    const kept = keptProperties('u', text);
    expect(Object.values(kept).every((value) => value.length <= 1_024)).toBe(true);
    expect(keptText(event({ extendedProperties: { private: kept } })) ?? '').toBe(text);
  });

  test.each([{}, { atelierParts: '1' }, { atelierParts: '1', atelierText0: '%%' }, { atelierParts: '900' }])(
    'S13 damaged properties are none: %j',
    (kept) => {
      expect(keptText(event({ extendedProperties: { private: kept } }))).toBeNull();
    },
  );
});

describe('P4 what is sent', () => {
  test('is nothing where nothing was changed', () => {
    const { master } = masterIn(RICH);
    expect(changedBody(master, master, 'UTC')).toEqual({});
  });

  test.each([
    ['SUMMARY;LANGUAGE=de:Aufnahme', 'SUMMARY:Neu', { summary: 'Neu' }],
    ['SUMMARY;LANGUAGE=de:Aufnahme\r\n', '', { summary: '' }],
    [
      'DURATION:PT1H',
      'DURATION:PT2H',
      { end: { date: null, dateTime: '2026-07-04T12:00:00Z', timeZone: 'UTC' } },
    ],
    ['CATEGORIES:Mix', 'CATEGORIES:Live', {}],
    ['X-OWN', 'TRANSP:TRANSPARENT\r\nX-OWN', { transparency: 'transparent' }],
    ['X-OWN', 'DESCRIPTION:a <b> c\r\nX-OWN', { description: 'a &lt;b&gt; c' }],
    [
      'X-OWN',
      'URL:https://a.example/x\r\nX-OWN',
      { source: { url: 'https://a.example/x', title: 'a.example' } },
    ],
  ])('for %j in place of %j is %j', (from, to, body) => {
    const after = masterIn(RICH.replace(from, to)).master;
    expect(changedBody(masterIn(RICH).master, after, 'UTC')).toEqual(body);
  });

  test('of alarms is what Google can hold', () => {
    const alarm = (trigger: string, action = 'DISPLAY'): string =>
      `BEGIN:VALARM\r\nACTION:${action}\r\nDESCRIPTION:x\r\nTRIGGER${trigger}\r\nEND:VALARM\r\n`;
    const alarms = [
      alarm(':-PT15M'),
      alarm(':-P1D', 'EMAIL'),
      alarm(':PT5M'),
      alarm(';VALUE=DATE-TIME:20260704T090000Z'),
    ];
    const { master } = masterIn(RICH.replace('END:VEVENT', `${alarms.join('')}END:VEVENT`));
    expect(fieldsIn(master).reminders).toEqual([
      { method: 'popup', minutes: 15 },
      { method: 'email', minutes: 1_440 },
    ]);
  });

  test('of a whole day in place of an hour says that there is no hour any more', () => {
    const day = masterIn(
      RICH.replace('DTSTART:20260704T100000Z\r\nDURATION:PT1H', 'DTSTART;VALUE=DATE:20260704'),
    ).master;
    expect(changedBody(masterIn(RICH).master, day, 'UTC')).toEqual({
      start: { date: '2026-07-04', dateTime: null, timeZone: null },
      end: { date: '2026-07-05', dateTime: null, timeZone: null },
    });
  });

  test('of a note that nobody edits is nothing, though it was HTML', () => {
    const note = '<p>One</p>two &amp; three';
    const text = seriesText({ master: event({ description: note }), instances: [] });
    expect(fieldsIn(masterIn(text).master).description).toBe(
      fieldsOf(event({ description: note })).description,
    );
  });
});
