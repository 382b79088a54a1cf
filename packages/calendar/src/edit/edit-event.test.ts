import { describe, expect, test } from 'vitest';
import { calendar, event, read, spansOf, startsOf } from '../testing/calendar-text.ts';
import { editEvent } from './edit-event.ts';
import type { EditContext, EditResult, EditScope, EventPatch } from './text/event-fields.ts';

const CONTEXT: EditContext = {
  now: Temporal.Instant.from('2026-11-20T10:00:00Z'),
  zone: 'Europe/Berlin',
  newUid: 'two@example.org',
  invite: false,
};
const ALL: EditScope = { scope: 'all' };

function edit(source: string, patch: EventPatch, scope: EditScope = ALL, context = CONTEXT): string {
  const result = editEvent(source, patch, scope, context);
  if (!result.ok) throw new Error(result.refusal.code);
  return result.text ?? '';
}

function refusal(result: EditResult): string {
  return result.ok ? `no refusal: ${result.text}` : result.refusal.code;
}

/** The unfolded lines of the nth VEVENT. */
function linesOf(text: string, index = 0): string[] {
  const [, ...events] = text.replace(/\r?\n[ \t]/g, '').split(/^BEGIN:VEVENT\r?\n/m);
  return (events[index]?.split(/^END:VEVENT/m)[0] ?? '').split(/\r?\n/).filter((line) => line !== '');
}

function local(text: string, zone: string | null = 'Europe/Berlin') {
  return { local: text, zone };
}

const SINGLE = calendar(
  event('DTSTART;TZID=Europe/Berlin:20260302T100000', 'DTEND;TZID=Europe/Berlin:20260302T110000'),
);
const WEEKLY = calendar(
  event(
    'DTSTART;TZID=Europe/Berlin:20260302T100000',
    'DTEND;TZID=Europe/Berlin:20260302T110000',
    'RRULE:FREQ=WEEKLY;COUNT=5',
    'SUMMARY:Sitting',
  ),
);

describe('lines', () => {
  test('S6 case 34: only the title, the stamps and nothing else', () => {
    const source = calendar(
      event(
        'SUMMARY;LANGUAGE=de;ALTREP="http://x.example/a:b":Alt und lang genug\\, um',
        'DTSTAMP;X-A=b:20250101T000000Z',
        'X-FOLDED:one\r\n  two\r\n\tthree',
        'dtstart;tzid=Europe/Berlin:20260302T100000',
      ),
    );
    const expected = source
      .replace(
        'SUMMARY;LANGUAGE=de;ALTREP="http://x.example/a:b":Alt und lang genug\\, um',
        'SUMMARY;LANGUAGE=de:Neu',
      )
      .replace(
        'DTSTAMP;X-A=b:20250101T000000Z',
        'DTSTAMP:20261120T100000Z\r\nLAST-MODIFIED:20261120T100000Z',
      );
    expect(edit(source, { summary: 'Neu' })).toBe(expected);
  });

  test('S6: new lines end as the lines of the file do, and a byte order mark stays', () => {
    const source = `\uFEFF${WEEKLY.replaceAll('\r\n', '\n')}`;
    const text = edit(source, { summary: 'x', description: 'ü'.repeat(200) });
    expect(text.startsWith('\uFEFFBEGIN:VCALENDAR\n')).toBe(true);
    expect(text).not.toContain('\r');
    expect(Math.max(...text.split('\n').map((line) => new TextEncoder().encode(line).length))).toBeLessThan(
      76,
    );
  });

  test('S6: an empty place, description or link takes its line away; an outdated echo goes with what it echoed', () => {
    const source = calendar(
      event(
        'DTSTART:20260302T100000Z',
        'LOCATION:Here',
        'DESCRIPTION:Old',
        'X-ALT-DESC:<p>Old</p>',
        'URL:http://x.example',
      ),
    );
    const lines = linesOf(edit(source, { location: null, description: 'New', url: null }));
    expect(lines.map((line) => line.split(':')[0])).toEqual([
      'UID',
      'DTSTAMP',
      'LAST-MODIFIED',
      'DTSTART',
      'DESCRIPTION',
    ]);
  });

  test('S6: properties stand before the alarms', () => {
    const alarm = 'BEGIN:VALARM\r\nACTION:DISPLAY\r\nDESCRIPTION:x\r\nTRIGGER:-PT5M\r\nEND:VALARM';
    const text = edit(calendar(event('DTSTART:20260302T100000Z', alarm)), { description: 'Notes' });
    expect(text.indexOf('DESCRIPTION:Notes')).toBeLessThan(text.indexOf('BEGIN:VALARM'));
    expect(text).toContain(alarm);
  });

  test('T4: what Outlook says besides follows', () => {
    const source = calendar(event('DTSTART:20260302T100000Z', 'X-MICROSOFT-CDO-BUSYSTATUS:BUSY'));
    expect(linesOf(edit(source, { transparent: true }))).toContain('X-MICROSOFT-CDO-BUSYSTATUS:FREE');
    const free = calendar(event('DTSTART:20260302T100000Z', 'X-MICROSOFT-CDO-BUSYSTATUS:FREE'));
    expect(read(edit(free, { transparent: false })).occurrences[0]?.busy).toBe(true);
  });
});

describe('values', () => {
  test.each([
    ['a line break', 'x\r\nATTENDEE:mailto:evil@example.org'],
    ['a lone CR', 'x\rATTENDEE:mailto:evil@example.org'],
    ['a Unicode line separator', 'x\u2028ATTENDEE:mailto:evil@example.org'],
    ['a next line', 'x\u0085ATTENDEE:mailto:evil@example.org'],
  ])('S6: %s in a title is no new property', (_, summary) => {
    const text = edit(SINGLE, { summary, location: summary, description: summary });
    expect(linesOf(text).filter((line) => line.startsWith('ATTENDEE'))).toEqual([]);
    expect(text).toContain('SUMMARY:x\\nATTENDEE:mailto:evil@example.org');
  });

  test('S6: a backslash is one, whatever stands behind it', () => {
    const summary = 'C:\\new\\;\\,\\';
    expect(edit(SINGLE, { summary })).toContain('SUMMARY:C:\\\\new\\\\\\;\\\\\\,\\\\\r\n');
    expect(read(edit(SINGLE, { summary })).components[0]?.summary).toBe(summary);
  });

  test.each<[EventPatch, string]>([
    [{ summary: 'a\u0000b' }, 'edit-control-characters'],
    [{ summary: '\uD800' }, 'edit-control-characters'],
    [{ url: 'javascript:alert(1)' }, 'edit-not-web-address'],
    [{ url: 'https://x.example/\r\nATTENDEE:x' }, 'edit-not-web-address'],
    [{ rrule: 'FREQ=SECONDLY;COUNT=3' }, 'edit-rule-every-second'],
    [{ rrule: 'FREQ=MINUTELY' }, 'edit-rule-too-often'],
    [{ rrule: 'FREQ=DAILY\r\nATTENDEE:x' }, 'edit-rule-none'],
    [{ rrule: 'FREQ=DAILY;X-A=\u00E4' }, 'edit-rule-none'],
    [{ rrule: 'FREQ=DAILY;COUNT=2;UNTIL=20270101' }, 'edit-rule-two-ends'],
    [{ rrule: 'FREQ=DAILY;UNTIL=20250101T000000Z' }, 'edit-nothing-left'],
    [{ start: local('2026-03-02T10:00:00', 'Nowhere/Land') }, 'edit-unknown-zone'],
    [{ start: local('2026-03-02T10:00:00', 'Europe/Berlin\r\nX:y') }, 'edit-unknown-zone'],
    [{ start: local('2026-02-30T10:00:00') }, 'edit-not-a-time'],
    [{ start: local('2026-03-02 10:00') }, 'edit-not-a-time'],
    [{ start: { date: '2026-03-02' } }, 'edit-end-missing'],
    [{ end: { date: '2026-03-03' } }, 'edit-kinds-mixed'],
    [{ end: local('2026-03-02T09:00:00') }, 'edit-end-first'],
    [{ end: local('2026-03-02T12:00:00', null) }, 'edit-kinds-mixed'],
    [{ start: { date: '2026-03-02' }, end: { date: '2026-03-02' } }, 'edit-end-first'],
  ])('S6 case 56 case 58: %j is refused', (patch, expected) => {
    expect(refusal(editEvent(SINGLE, patch, ALL, CONTEXT))).toBe(expected);
  });
});

describe('counting changes', () => {
  const source = calendar(
    event('DTSTART:20260302T100000Z', 'SEQUENCE;X-B=1:7', 'LAST-MODIFIED:20250101T000000Z'),
  );

  test.each<[EventPatch, string]>([
    [{ summary: 'x', transparent: true, classification: 'private' }, 'SEQUENCE;X-B=1:7'],
    [{ status: 'cancelled' }, 'SEQUENCE:8'],
    [{ rrule: 'FREQ=DAILY;COUNT=2' }, 'SEQUENCE:8'],
    [{ end: local('2026-03-02T12:00:00') }, 'SEQUENCE:8'],
  ])('case 35: %j', (patch, sequence) => {
    const lines = linesOf(edit(source, patch));
    expect(lines).toContain(sequence);
    expect(lines).toContain('DTSTAMP:20261120T100000Z');
    expect(lines).toContain('LAST-MODIFIED:20261120T100000Z');
  });

  test('case 35: only of the component that changes', () => {
    const overridden = calendar(
      event('DTSTART:20260302T100000Z', 'RRULE:FREQ=DAILY;COUNT=3', 'SUMMARY:A'),
      event('RECURRENCE-ID:20260303T100000Z', 'DTSTART:20260303T120000Z', 'SUMMARY:B'),
    );
    const text = edit(overridden, { summary: 'C' });
    expect(linesOf(text, 0)).toContain('DTSTAMP:20261120T100000Z');
    expect(linesOf(text, 1)).toEqual(linesOf(overridden, 1));
  });
});

describe('times', () => {
  test('case 48: a zone keeps the name that the file has for it', () => {
    const source = calendar(
      event(
        'DTSTART;TZID="W. Europe Standard Time":20260302T100000',
        'DTEND;TZID="W. Europe Standard Time":20260302T110000',
      ),
    );
    const text = edit(source, { start: local('2026-03-03T10:00:00'), end: local('2026-03-03T12:00:00') });
    expect(linesOf(text)).toContain('DTSTART;TZID="W. Europe Standard Time":20260303T100000');
    expect(linesOf(text)).toContain('DTEND;TZID="W. Europe Standard Time":20260303T120000');
    expect(text).not.toContain('VTIMEZONE');
  });

  test('case 48: a TZID with a colon in it and without quotes is not torn', () => {
    const zone =
      'BEGIN:VTIMEZONE\r\nTZID:(UTC+01:00) Berlin\r\nX-LIC-LOCATION:Europe/Berlin\r\nEND:VTIMEZONE\r\n';
    const source = calendar(zone, event('DTSTART;TZID=(UTC+01:00) Berlin:20260302T100000', 'DURATION:PT1H'));
    const text = edit(source, { start: local('2026-03-02T11:00:00') });
    expect(linesOf(text)).toContain('DTSTART;TZID=(UTC+01:00) Berlin:20260302T110000');
  });

  test('case 48: another zone is written by its name, with its definition', () => {
    const text = edit(SINGLE, { start: local('2026-03-02T10:00:00', 'America/New_York') });
    expect(linesOf(text)).toContain('DTSTART;TZID=America/New_York:20260302T100000');
    expect(linesOf(text)).toContain('DTEND;TZID=America/New_York:20260302T110000');
    expect(text.indexOf('TZID:America/New_York')).toBeLessThan(text.indexOf('BEGIN:VEVENT'));
    expect(text.match(/BEGIN:VTIMEZONE/g)).toHaveLength(1);
    expect(spansOf(read(text))).toEqual(['2026-03-02T15:00:00Z/2026-03-02T16:00:00Z']);
  });

  test('T2: a TZID that nothing explains is not used for a new time', () => {
    const source = calendar(event('DTSTART;TZID=Customized Time Zone:20260302T100000', 'DURATION:PT1H'));
    const text = edit(source, { start: local('2026-03-02T11:00:00') });
    expect(linesOf(text)).toContain('DTSTART;TZID=Europe/Berlin:20260302T110000');
    expect(text).toContain('TZID:Europe/Berlin\r\n');
  });

  test('case 51: an event with a duration keeps one', () => {
    const source = calendar(event('DTSTART:20260302T100000Z', 'DURATION;X-A=1:PT1H'));
    const moved = edit(source, { start: local('2026-03-05T10:00:00', 'UTC') });
    expect(linesOf(moved)).toContain('DURATION;X-A=1:PT1H');
    const longer = edit(source, { end: local('2026-03-02T12:30:00', 'UTC') });
    expect(linesOf(longer)).toContain('DURATION:PT2H30M');
    expect(longer).not.toContain('DTEND');
  });

  test('case 49: a time becomes days and back', () => {
    const days = edit(SINGLE, { start: { date: '2026-03-02' }, end: { date: '2026-03-04' } });
    expect(linesOf(days)).toEqual(
      expect.arrayContaining(['DTSTART;VALUE=DATE:20260302', 'DTEND;VALUE=DATE:20260304']),
    );
    const times = edit(days, { start: local('2026-03-02T10:00:00'), end: local('2026-03-02T11:00:00') });
    expect(linesOf(times)).toEqual(
      expect.arrayContaining([
        'DTSTART;TZID=Europe/Berlin:20260302T100000',
        'DTEND;TZID=Europe/Berlin:20260302T110000',
      ]),
    );
  });

  test('case 49: a whole series becomes one of days, with what it excludes and overrides', () => {
    const source = calendar(
      event(
        'DTSTART;TZID=Europe/Berlin:20260302T100000',
        'DURATION:PT1H',
        'RRULE:FREQ=DAILY;UNTIL=20260306T090000Z',
        'EXDATE;TZID=Europe/Berlin:20260303T100000',
      ),
      event(
        'RECURRENCE-ID;TZID=Europe/Berlin:20260304T100000',
        'DTSTART;TZID=Europe/Berlin:20260304T100000',
        'DURATION:PT1H',
        'SUMMARY:Own',
      ),
    );
    const text = edit(source, { start: { date: '2026-03-02' }, end: { date: '2026-03-03' } });
    expect(linesOf(text)).toContain('EXDATE;VALUE=DATE:20260303');
    expect(linesOf(text)).toContain('RRULE:FREQ=DAILY;UNTIL=20260306');
    expect(linesOf(text, 1)).toContain('RECURRENCE-ID;VALUE=DATE:20260304');
    expect(startsOf(read(text))).toEqual(['2026-03-02', '2026-03-04', '2026-03-05', '2026-03-06']);
  });

  test('case 47: a floating event stays floating', () => {
    const source = calendar(
      event('DTSTART:20260302T100000', 'DTEND:20260302T110000', 'RRULE:FREQ=DAILY;UNTIL=20260304T100000'),
    );
    const lines = linesOf(edit(source, { start: local('2026-03-02T12:00:00', null) }));
    expect(lines).toEqual(
      expect.arrayContaining([
        'DTSTART:20260302T120000',
        'DTEND:20260302T130000',
        'RRULE:FREQ=DAILY;UNTIL=20260304T120000',
      ]),
    );
  });

  test('case 53: periods among the additions move as a whole', () => {
    const source = calendar(
      event(
        'DTSTART:20260302T100000Z',
        'DTEND:20260302T110000Z',
        'RDATE;VALUE=PERIOD:20260310T100000Z/20260310T150000Z,20260312T100000Z/PT3H',
      ),
    );
    const text = edit(source, { start: local('2026-03-02T11:00:00', 'UTC') });
    expect(linesOf(text)).toContain(
      'RDATE;VALUE=PERIOD:20260310T110000Z/20260310T160000Z,20260312T110000Z/PT3H',
    );
  });
});

describe('the whole series', () => {
  test('case 52: UNTIL is written in the form that DTSTART asks for', () => {
    expect(linesOf(edit(SINGLE, { rrule: 'FREQ=DAILY;UNTIL=20260305' }))).toContain(
      'RRULE:FREQ=DAILY;UNTIL=20260305T225959Z',
    );
    const day = calendar(event('DTSTART;VALUE=DATE:20260302'));
    expect(linesOf(edit(day, { rrule: 'freq=daily;until=20260305T225959Z' }))).toContain(
      'RRULE:FREQ=DAILY;UNTIL=20260305',
    );
  });

  test.each([
    ['20260302T100000Z', '99991231T235959Z'],
    ['20260302T100000Z', '99991231'],
  ])(
    'case 52: a series at %s that ends at the end of time (%s) does so wherever it begins',
    (start, until) => {
      const source = calendar(event(`DTSTART:${start}`, `RRULE:FREQ=YEARLY;UNTIL=${until}`));
      const text = edit(source, { start: local('2026-03-09T10:00:00', 'UTC') });
      expect(text).toMatch(/UNTIL=99991230/);
      expect(read(text)).toMatchObject({ flags: [], recurring: true });
    },
  );

  test('case 49: a rule of hours is none for days', () => {
    const source = calendar(event('DTSTART:20260302T100000Z', 'DURATION:PT1H', 'RRULE:FREQ=HOURLY;COUNT=3'));
    const days = { start: { date: '2026-03-02' }, end: { date: '2026-03-03' } };
    expect(refusal(editEvent(source, days, ALL, CONTEXT))).toBe('edit-rule-misfit');
  });

  test('T3: another rule keeps the exceptions that still meet an instance, and only them', () => {
    const source = calendar(
      event(
        'DTSTART:20260302T100000Z',
        'RRULE:FREQ=DAILY;COUNT=20',
        'EXDATE:20260303T100000Z,20260309T100000Z',
      ),
      event('RECURRENCE-ID:20260304T100000Z', 'DTSTART:20260304T120000Z', 'SUMMARY:Gone'),
      event('RECURRENCE-ID:20260316T100000Z', 'DTSTART:20260316T120000Z', 'SUMMARY:Kept'),
    );
    const text = edit(source, { rrule: 'FREQ=WEEKLY;COUNT=4' });
    expect(linesOf(text)).toContain('EXDATE:20260309T100000Z');
    expect(startsOf(read(text))).toEqual([
      '2026-03-02T10:00:00Z',
      '2026-03-16T12:00:00Z',
      '2026-03-23T10:00:00Z',
    ]);
  });

  test('T3: without a rule it is one event', () => {
    const source = calendar(
      event('DTSTART:20260302T100000Z', 'RRULE:FREQ=DAILY;COUNT=20', 'EXDATE:20260303T100000Z'),
      event('RECURRENCE-ID:20260304T100000Z', 'DTSTART:20260304T120000Z'),
    );
    const text = edit(source, { rrule: null });
    expect(text).not.toMatch(/RRULE|EXDATE|RECURRENCE-ID/);
    expect(read(text).recurring).toBe(false);
  });

  test('S6: an override that said the same goes along, one that said something else does not', () => {
    const source = calendar(
      event('DTSTART:20260302T100000Z', 'RRULE:FREQ=DAILY;COUNT=3', 'SUMMARY:A'),
      event('RECURRENCE-ID:20260303T100000Z', 'DTSTART:20260303T120000Z', 'SUMMARY:A'),
      event('RECURRENCE-ID:20260304T100000Z', 'DTSTART:20260304T120000Z', 'SUMMARY:B'),
    );
    const { components } = read(edit(source, { summary: 'C' }));
    expect(components.map((component) => component.summary)).toEqual(['C', 'C', 'B']);
  });

  test('T3: THISANDFUTURE moves with the series', () => {
    const source = calendar(
      event('DTSTART:20260302T100000Z', 'DURATION:PT1H', 'RRULE:FREQ=DAILY;COUNT=4'),
      event(
        'RECURRENCE-ID;RANGE=THISANDFUTURE:20260304T100000Z',
        'DTSTART:20260304T120000Z',
        'DURATION:PT1H',
      ),
    );
    expect(startsOf(read(edit(source, { start: local('2026-03-02T11:00:00', 'UTC') })))).toEqual([
      '2026-03-02T11:00:00Z',
      '2026-03-03T11:00:00Z',
      '2026-03-04T13:00:00Z',
      '2026-03-05T13:00:00Z',
    ]);
  });

  test.each([
    ['FREQ=WEEKLY;BYDAY=MO', '2026-03-04T10:00:00', 'FREQ=WEEKLY;BYDAY=WE'],
    [
      'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SU',
      '2026-03-03T10:00:00',
      'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,MO;WKST=TU',
    ],
    ['FREQ=MONTHLY;BYDAY=1MO', '2026-03-10T10:00:00', 'FREQ=MONTHLY;BYDAY=2TU'],
    ['FREQ=MONTHLY;BYMONTHDAY=2', '2026-03-05T10:00:00', 'FREQ=MONTHLY;BYMONTHDAY=5'],
    ['FREQ=MONTHLY;BYMONTHDAY=2,9', '2026-03-05T10:00:00', 'FREQ=MONTHLY;BYMONTHDAY=2,9'],
    ['FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=2', '2026-04-05T10:00:00', 'FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=5'],
    ['FREQ=DAILY;BYHOUR=10', '2026-03-02T12:00:00', 'FREQ=DAILY;BYHOUR=12'],
  ])('T3: %s goes along to %s', (rule, start, expected) => {
    const source = calendar(event('DTSTART;TZID=Europe/Berlin:20260302T100000', `RRULE:${rule}`));
    expect(linesOf(edit(source, { start: local(start) }))).toContain(`RRULE:${expected}`);
  });
});

describe('one occurrence', () => {
  const SECOND: EditScope = { scope: 'this', recurrenceId: '20260309T090000Z' };

  test('case 57: is named in the zone of its series (Infomaniak), and is all that is new', () => {
    const text = edit(WEEKLY, { start: local('2026-03-10T14:00:00') }, SECOND);
    expect(text.startsWith(WEEKLY.slice(0, WEEKLY.indexOf('END:VCALENDAR')))).toBe(true);
    expect(linesOf(text, 1)).toEqual([
      'UID:one@example.org',
      'DTSTAMP:20261120T100000Z',
      'SEQUENCE:1',
      'LAST-MODIFIED:20261120T100000Z',
      'DTSTART;TZID=Europe/Berlin:20260310T140000',
      'DTEND;TZID=Europe/Berlin:20260310T150000',
      'RECURRENCE-ID;TZID=Europe/Berlin:20260309T100000',
      'SUMMARY:Sitting',
    ]);
  });

  test('case 54: may be called off, and frees its time', () => {
    const object = read(edit(WEEKLY, { status: 'cancelled' }, SECOND));
    expect(object.occurrences.map(({ busy }) => busy)).toEqual([true, false, true, true, true]);
  });

  test('case 50: an hour that its day skips is named by the hour it then is', () => {
    const source = calendar(event('DTSTART;TZID=Europe/Berlin:20260328T023000', 'RRULE:FREQ=DAILY;COUNT=3'));
    const text = edit(source, { summary: 'x' }, { scope: 'this', recurrenceId: '20260329T013000Z' });
    expect(linesOf(text, 1)).toContain('RECURRENCE-ID;TZID=Europe/Berlin:20260329T033000');
    expect(read(text).occurrences).toHaveLength(3);
  });

  test('T3: has no rule of its own, but a form may give that of the series back', () => {
    expect(refusal(editEvent(WEEKLY, { rrule: 'FREQ=DAILY' }, SECOND, CONTEXT))).toBe('edit-rule-of-one');
    const patch = { rrule: 'FREQ=WEEKLY;COUNT=5', summary: 'x' };
    expect(linesOf(edit(WEEKLY, patch, SECOND), 1)).toContain('SUMMARY:x');
  });

  test.each(['20260310T090000Z', 'x', ''])('T3: %j is none of the series', (recurrenceId) => {
    expect(refusal(editEvent(WEEKLY, { summary: 'x' }, { scope: 'this', recurrenceId }, CONTEXT))).toBe(
      'edit-no-occurrence',
    );
    expect(refusal(editEvent(SINGLE, { summary: 'x' }, { scope: 'this', recurrenceId }, CONTEXT))).toBe(
      'edit-no-occurrence',
    );
  });

  test('case 45: an override without its series is changed by itself', () => {
    const source = calendar(event('RECURRENCE-ID:20260303T100000Z', 'DTSTART:20260303T120000Z', 'SUMMARY:B'));
    const scope: EditScope = { scope: 'this', recurrenceId: '20260303T100000Z' };
    const text = edit(source, { summary: 'C', start: local('2026-03-03T13:00:00', 'UTC') }, scope);
    expect(linesOf(text)).toEqual(
      expect.arrayContaining(['RECURRENCE-ID:20260303T100000Z', 'DTSTART:20260303T130000Z', 'SUMMARY:C']),
    );
    expect(edit(source, { summary: 'C' })).toContain('SUMMARY:C');
  });
});

describe('from an occurrence on', () => {
  const THIRD: EditScope = { scope: 'following', recurrenceId: '20260316T090000Z' };

  function split(source: string, patch: EventPatch, scope: EditScope = THIRD) {
    const result = editEvent(source, patch, scope, CONTEXT);
    if (!result.ok || result.text === null || result.split === null) throw new Error(JSON.stringify(result));
    return { text: result.text, split: result.split };
  }

  test('case 57: COUNT is shared out', () => {
    const { text, split: rest } = split(WEEKLY, { start: local('2026-03-17T12:00:00') });
    expect(linesOf(text)).toContain('RRULE:FREQ=WEEKLY;COUNT=2');
    expect(linesOf(rest)).toEqual(
      expect.arrayContaining([
        'UID:two@example.org',
        'DTSTART;TZID=Europe/Berlin:20260317T120000',
        'RRULE:FREQ=WEEKLY;COUNT=3',
      ]),
    );
    expect(startsOf(read(text))).toEqual(['2026-03-02T09:00:00Z', '2026-03-09T09:00:00Z']);
    expect(startsOf(read(rest))).toEqual([
      '2026-03-17T11:00:00Z',
      '2026-03-24T11:00:00Z',
      '2026-03-31T10:00:00Z',
    ]);
  });

  test.each([
    ['DTSTART;TZID=Europe/Berlin:20260302T100000', '20260304T090000Z', 'UNTIL=20260304T085959Z'],
    ['DTSTART:20260302T090000Z', '20260304T090000Z', 'UNTIL=20260304T085959Z'],
    ['DTSTART:20260302T100000', '20260304T090000Z', 'UNTIL=20260304T095959'],
    ['DTSTART;VALUE=DATE:20260302', '20260304', 'UNTIL=20260303'],
  ])('case 52: a series of %s ends with the right kind of UNTIL', (start, recurrenceId, until) => {
    const source = calendar(event(start, 'RRULE:FREQ=DAILY'));
    const { text, split: rest } = split(source, { summary: 'x' }, { scope: 'following', recurrenceId });
    expect(linesOf(text)).toContain(`RRULE:FREQ=DAILY;${until}`);
    expect(read(text).occurrences).toHaveLength(2);
    expect(linesOf(rest)).toContain('RRULE:FREQ=DAILY');
  });

  test('case 57: COUNT is of days where the series is, whatever hours its rule names', () => {
    const source = calendar(event('DTSTART;VALUE=DATE:20260302', 'RRULE:FREQ=DAILY;BYHOUR=9,17;COUNT=4'));
    const { text, split: rest } = split(
      source,
      { summary: 'Later' },
      { scope: 'following', recurrenceId: '20260304' },
    );
    expect(startsOf(read(text))).toEqual(['2026-03-02', '2026-03-03']);
    expect(startsOf(read(rest))).toEqual(['2026-03-04', '2026-03-05']);
  });

  test('case 57: the occurrence that is pointed at changes too where it was changed before', () => {
    const source = WEEKLY.replace(
      'END:VCALENDAR',
      `${event('RECURRENCE-ID:20260316T090000Z', 'DTSTART:20260316T150000Z', 'SUMMARY:Own')}END:VCALENDAR`,
    );
    const { text, split: rest } = split(source, { summary: 'New' });
    expect(text).not.toContain('RECURRENCE-ID');
    expect(read(rest).components.map(({ summary }) => summary)).toEqual(['New', 'New']);
    expect(startsOf(read(rest))[0]).toBe('2026-03-16T15:00:00Z');
  });

  test('case 57: from the first on is the whole series', () => {
    const scope: EditScope = { scope: 'following', recurrenceId: '20260302T090000Z' };
    expect(editEvent(WEEKLY, { summary: 'x' }, scope, CONTEXT)).toEqual(
      editEvent(WEEKLY, { summary: 'x' }, ALL, CONTEXT),
    );
    const late = WEEKLY.replace('SUMMARY', 'EXDATE:20260302T090000Z\r\nSUMMARY');
    const second: EditScope = { scope: 'following', recurrenceId: '20260309T090000Z' };
    const result = editEvent(late, { start: local('2026-03-09T12:00:00') }, second, CONTEXT);
    expect(result).toMatchObject({ ok: true, split: null });
    expect(result.ok && startsOf(read(result.text ?? ''))).toEqual([
      '2026-03-09T11:00:00Z',
      '2026-03-16T11:00:00Z',
      '2026-03-23T11:00:00Z',
      '2026-03-30T10:00:00Z',
    ]);
  });

  test('case 57: nothing new is no split', () => {
    expect(editEvent(WEEKLY, { summary: 'Sitting', rrule: 'FREQ=WEEKLY;COUNT=5' }, THIRD, CONTEXT)).toEqual({
      ok: true,
      text: WEEKLY,
      split: null,
    });
  });

  test('T3: a series that THISANDFUTURE already changed is not split', () => {
    const source = WEEKLY.replace(
      'END:VCALENDAR',
      `${event('RECURRENCE-ID;RANGE=THISANDFUTURE:20260316T090000Z', 'DTSTART:20260316T150000Z')}END:VCALENDAR`,
    );
    expect(refusal(editEvent(source, { summary: 'x' }, THIRD, CONTEXT))).toBe('edit-split-moved');
  });
});

describe('a text that cannot be patched safely', () => {
  const mixed = calendar(
    event('DTSTART:20260302T100000Z', 'RRULE:FREQ=DAILY;COUNT=2'),
    event('UID:other', 'RECURRENCE-ID:20260303T100000Z', 'DTSTART:20260303T110000Z'),
  );
  const twice = calendar(event('DTSTART:20260302T100000Z'), event('DTSTART:20260303T100000Z'));

  test.each([
    ['nothing', '', 'edit-not-one-entry'],
    ['a page', '<html></html>', 'edit-not-one-entry'],
    ['lone CRs', SINGLE.replaceAll('\r\n', '\r'), 'edit-not-one-entry'],
    ['a missing END', SINGLE.replace('END:VEVENT\r\n', ''), 'edit-incomplete'],
    ['two calendars', SINGLE + SINGLE, 'edit-not-one-entry'],
    ['mixed UIDs', mixed, 'edit-several-events'],
    ['one UID twice', twice, 'edit-shared-identity'],
    ['no start', calendar(event('SUMMARY:x')), 'read-without-start'],
  ])('T1 case 46: %s is left alone', (_, source, why) => {
    expect(refusal(editEvent(source, { summary: 'x' }, ALL, CONTEXT))).toBe(why);
  });

  test('case 56: a hostile series takes no time to change or to refuse', () => {
    const source = calendar(
      event('DTSTART:19000101T000000Z', 'RRULE:FREQ=SECONDLY;COUNT=999999999', 'EXRULE:FREQ=SECONDLY'),
    );
    const from = performance.now();
    expect(edit(source, { summary: 'x' })).toContain('SUMMARY:x');
    const scope: EditScope = { scope: 'following', recurrenceId: '20260302T100000Z' };
    expect(refusal(editEvent(source, { summary: 'x' }, scope, CONTEXT))).toBe('edit-rule-complex');
    expect(performance.now() - from).toBeLessThan(2_000);
  });
});

describe('guests', () => {
  const people = [
    'ORGANIZER;CN=Boss:mailto:boss@example.org',
    'ATTENDEE;SCHEDULE-AGENT=NONE:mailto:a@example.org',
    'ATTENDEE:mailto:b@example.org',
  ];
  const source = calendar(event('DTSTART:20260302T100000Z', 'RRULE:FREQ=DAILY;COUNT=3', ...people));
  const silent = [
    'ORGANIZER;CN=Boss;SCHEDULE-AGENT=CLIENT:mailto:boss@example.org',
    'ATTENDEE;SCHEDULE-AGENT=NONE:mailto:a@example.org',
    'ATTENDEE;SCHEDULE-AGENT=CLIENT:mailto:b@example.org',
  ];
  const peopleIn = (text: string, index = 0) =>
    linesOf(text, index).filter((line) => /^(ORG|ATT)/.test(line));

  test.each<EventPatch>([
    { start: local('2026-03-02T12:00:00', 'UTC') },
    { rrule: null },
    { status: 'cancelled' },
  ])('S6 case 36: their lines stay as they are when %j changes', (patch) => {
    expect(peopleIn(edit(source, patch))).toEqual(people);
  });

  test('case 36: their lines stay as they are when only words change', () => {
    const words = {
      summary: 'x',
      location: 'y',
      description: 'z',
      url: 'https://x.example',
      transparent: true,
    };
    expect(peopleIn(edit(source, { ...words, classification: 'private' }))).toEqual(people);
  });

  test('case 36: nobody is invited to the rest of a split', () => {
    const recurrenceId = '20260303T100000Z';
    const result = editEvent(source, { summary: 'x' }, { scope: 'following', recurrenceId }, CONTEXT);
    expect(result.ok && [peopleIn(result.text ?? ''), peopleIn(result.split ?? '')]).toEqual([
      people,
      silent,
    ]);
  });
});
