import { describe, expect, test } from 'vitest';
import { BERLIN_2026, calendar, event, read, readEventOf, startsOf } from '../testing/calendar-text.ts';
import { readObject } from './read-object.ts';

const START = 'DTSTART:20260302T100000Z';

describe('what is shown of an event', () => {
  test('comes as plain values', () => {
    const object = readEventOf(
      'DTSTART;TZID=Europe/Berlin:20260302T100000',
      'SUMMARY;LANGUAGE=en:Cover\\, second sitting',
      'LOCATION:Studio 2',
      'DESCRIPTION:Bring\\nthe sketch',
      'URL:https://example.org/a,b',
      'STATUS:TENTATIVE',
      'CLASS:CONFIDENTIAL',
      'SEQUENCE:3',
      'RRULE:FREQ=WEEKLY;COUNT=2',
      'ORGANIZER;CN="Bob, the boss":mailto:bob@example.org',
      'ATTENDEE;CN=Ann:mailto:ann@example.org',
      'ATTENDEE;PARTSTAT=ACCEPTED:MAILTO:eve@example.org',
    );
    expect(object).toMatchObject({ uid: 'one@example.org', sequence: 3, recurring: true, flags: [] });
    expect(object.components).toEqual([
      {
        summary: 'Cover, second sitting',
        location: 'Studio 2',
        description: 'Bring\nthe sketch',
        url: 'https://example.org/a,b',
        rrule: 'FREQ=WEEKLY;COUNT=2',
        timeZone: 'Europe/Berlin',
        status: 'tentative',
        transparent: false,
        classification: 'confidential',
        attendees: ['Ann', 'eve@example.org'],
        organizer: 'Bob, the boss',
      },
    ]);
  });

  test('is empty where nothing is said', () => {
    expect(readEventOf(START).components[0]).toEqual({
      summary: '',
      location: null,
      description: null,
      url: null,
      rrule: null,
      timeZone: 'UTC',
      status: null,
      transparent: false,
      classification: 'public',
      attendees: [],
      organizer: null,
    });
  });

  test.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '"><svg/onload=alert(1)>',
    '{{constructor.constructor(1)()}}',
    '&lt;b&gt;',
    '\u202Ereversed',
  ])('S13 stays the text it was: %s', (text) => {
    const object = readEventOf(START, `SUMMARY:${text}`, `LOCATION:${text}`, `DESCRIPTION:${text}`);
    expect(object.components[0]).toMatchObject({ summary: text, location: text, description: text });
  });

  test.each([
    'javascript:alert(1)',
    'data:text/html,<script>',
    ' JaVaScRiPt:alert(1)',
    'java\u0001script:x',
    '//evil.example',
  ])('S13 has no link for %j', (url) => {
    expect(readEventOf(START, `URL:${url}`).components[0]?.url).toBeNull();
  });

  test('S13 has no control characters and no halves of characters', () => {
    const object = readEventOf(START, 'SUMMARY:a\u0007b\u0000c\u009Fd\te\uD800', 'DESCRIPTION:one\\ntwo');
    expect(object.components[0]?.summary).toBe('abcd e\uFFFD');
    expect(object.components[0]?.description).toBe('one\ntwo');
  });

  test('S13 is cut where it is too long, and says so', () => {
    const object = readEventOf(START, `SUMMARY:${'s'.repeat(5_000)}`, `DESCRIPTION:${'d'.repeat(50_000)}`);
    expect(object.components[0]?.summary).toBe(`${'s'.repeat(999)}…`);
    expect(object.components[0]?.description).toHaveLength(20_000);
  });

  test('lists 50 of a thousand attendees', () => {
    const many = Array.from({ length: 1_000 }, (_, n) => `ATTENDEE;CN=Guest ${n}:mailto:g${n}@example.org`);
    expect(readEventOf(START, ...many).components[0]?.attendees).toHaveLength(50);
  });
});

describe('T1 case 46: what shares a resource', () => {
  test('of several UIDs is all kept, each with its own series', () => {
    const first = event('UID:a', 'DTSTART:20260302T100000Z', 'RRULE:FREQ=DAILY;COUNT=2');
    const second = event('UID:b', 'RECURRENCE-ID:20260302T100000Z', 'DTSTART:20260305T100000Z');
    const object = read(calendar(first, second));
    expect(startsOf(object)).toEqual([
      '2026-03-02T10:00:00Z',
      '2026-03-03T10:00:00Z',
      '2026-03-05T10:00:00Z',
    ]);
    expect(object.uid).toBe('a');
    expect(object.flags).toEqual(['mixed-uids', 'override-without-master']);
  });

  test('two events of one UID are both shown', () => {
    const object = read(calendar(event('DTSTART:20260302T100000Z'), event('DTSTART:20260303T100000Z')));
    expect(object.occurrences.map((occurrence) => occurrence.component)).toEqual([0, 1]);
  });

  test('without a UID is shown and flagged', () => {
    const object = read(calendar('BEGIN:VEVENT\r\nDTSTART:20260302T100000Z\r\nEND:VEVENT\r\n'));
    expect(object).toMatchObject({ uid: '', flags: ['missing-uid'] });
    expect(object.occurrences).toHaveLength(1);
  });

  test('a task is kept and not shown', () => {
    const task = 'BEGIN:VTODO\r\nUID:task-1\r\nDUE:20260302T100000Z\r\nEND:VTODO\r\n';
    expect(read(calendar(task))).toEqual({
      uid: 'task-1',
      sequence: 0,
      components: [],
      recurring: false,
      firstStart: null,
      lastEnd: null,
      occurrences: [],
      flags: [],
    });
  });
});

describe('S10 what cannot be read is refused with its reason', () => {
  test.each([
    ['', 'read-empty'],
    [' \r\n\r\n', 'read-empty'],
    ['<!doctype html><html><body>502</body></html>', 'read-no-calendar'],
    ['{"error":"not found"}', 'read-no-calendar'],
    [calendar(), 'read-no-event'],
    [calendar(event('SUMMARY:When?')), 'read-without-start'],
    [calendar(event('DTSTART:soon')), 'read-without-start'],
    [calendar(event('DTSTART:20260230')), 'read-without-start'],
    [calendar(event(START).repeat(2_001)), 'read-too-many-parts'],
    [calendar(event(START, `EXDATE:${'20260101T000000Z,'.repeat(9_000)}`).repeat(9)), 'read-too-large'],
    ['x'.repeat(32_000_001), 'read-too-large'],
  ])('%.40j', (text, reason) => {
    expect(readObject(text, BERLIN_2026)).toEqual({ ok: false, reason });
  });

  test('and a context whose zone is none is the caller’s mistake', () => {
    expect(() => readObject(calendar(event(START)), { ...BERLIN_2026, zone: 'Nowhere' })).toThrow(RangeError);
  });
});
