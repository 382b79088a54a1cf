import { describe, expect, test } from 'vitest';
import { calendar, event, read, startsOf } from '../testing/calendar-text.ts';
import { deleteEvent } from './delete-event.ts';
import type { EditContext, EditScope } from './text/event-fields.ts';

const CONTEXT: EditContext = {
  now: Temporal.Instant.from('2026-11-20T10:00:00Z'),
  zone: 'Europe/Berlin',
  newUid: 'two@example.org',
  invite: false,
};

function remaining(source: string, scope: EditScope): string | null {
  const result = deleteEvent(source, scope, CONTEXT);
  if (!result.ok) throw new Error(result.refusal.code);
  return result.text;
}

const one = (recurrenceId: string): EditScope => ({ scope: 'this', recurrenceId });
const from = (recurrenceId: string): EditScope => ({ scope: 'following', recurrenceId });

describe('deleteEvent', () => {
  test('all is the whole resource, readable or not', () => {
    expect(deleteEvent('broken', { scope: 'all' }, CONTEXT)).toEqual({ ok: true, text: null, split: null });
  });

  test.each([
    [
      'DTSTART;TZID="W. Europe Standard Time":20260302T100000',
      '20260303T090000Z',
      'EXDATE;TZID="W. Europe Standard Time":20260303T100000',
    ],
    ['DTSTART:20260302T100000Z', '20260303T100000Z', 'EXDATE:20260303T100000Z'],
    ['DTSTART:20260302T100000', '20260303T090000Z', 'EXDATE:20260303T100000'],
    ['DTSTART;VALUE=DATE:20260302', '20260303', 'EXDATE;VALUE=DATE:20260303'],
    ['DTSTART:20260302', '20260303', 'EXDATE;VALUE=DATE:20260303'],
  ])('case 53: a series of %s excludes in the same form', (start, recurrenceId, expected) => {
    const source = calendar(event(start, 'RRULE:FREQ=DAILY;COUNT=3', 'X-LAST:1'));
    const text = remaining(source, one(recurrenceId)) ?? '';
    expect(text).toContain(`RRULE:FREQ=DAILY;COUNT=3\r\n${expected}\r\nX-LAST:1`);
    expect(text).toContain('SEQUENCE:1\r\n');
    expect(read(text).occurrences).toHaveLength(2);
  });

  test('case 50: the second of two equal hours can only be named in UTC', () => {
    const source = calendar(
      event('DTSTART;TZID=Europe/Berlin:20261001T023000', 'RDATE:20261025T003000Z,20261025T013000Z'),
    );
    const text = remaining(source, one('20261025T013000Z')) ?? '';
    expect(text).toContain('EXDATE:20261025T013000Z\r\n');
    expect(startsOf(read(text))).toEqual(['2026-10-01T00:30:00Z', '2026-10-25T00:30:00Z']);
  });

  test('case 54: an override goes, and its instance does not come back', () => {
    const source = calendar(
      event('DTSTART:20260302T100000Z', 'RRULE:FREQ=DAILY;COUNT=2'),
      event('RECURRENCE-ID:20260303T100000Z', 'DTSTART:20260305T100000Z'),
    );
    const text = remaining(source, one('20260303T100000Z'));
    expect(startsOf(read(text ?? ''))).toEqual(['2026-03-02T10:00:00Z']);
    expect(text).not.toContain('RECURRENCE-ID');
  });

  test('case 58: the last one takes the series with it', () => {
    const source = calendar(
      event('DTSTART:20260302T100000Z', 'RRULE:FREQ=DAILY;COUNT=2', 'EXDATE:20260302T100000Z'),
    );
    expect(remaining(source, one('20260303T100000Z'))).toBeNull();
    expect(remaining(source, from('20260303T100000Z'))).toBeNull();
  });

  test('case 52: from an occurrence on, a series ends before it, and what was said of later ones goes', () => {
    const source = calendar(
      event(
        'DTSTART:20260302T100000Z',
        'RRULE:FREQ=DAILY;COUNT=9',
        'EXDATE;X-A=1:20260303T100000Z,20260308T100000Z',
        'RDATE:20260401T100000Z',
        'EXDATE:20260309T100000Z',
      ),
      event('RECURRENCE-ID:20260304T100000Z', 'DTSTART:20260404T100000Z', 'SUMMARY:Early one, moved late'),
      event('RECURRENCE-ID:20260307T100000Z', 'DTSTART:20260301T100000Z', 'SUMMARY:Late one, moved early'),
    );
    const text = remaining(source, from('20260306T100000Z')) ?? '';
    expect(text).toContain('RRULE:FREQ=DAILY;COUNT=4\r\nEXDATE;X-A=1:20260303T100000Z\r\n');
    expect(text).not.toMatch(/RDATE|EXDATE:|Late one/);
    expect(startsOf(read(text))).toEqual([
      '2026-03-02T10:00:00Z',
      '2026-03-05T10:00:00Z',
      '2026-04-04T10:00:00Z',
    ]);
  });

  test('case 50: an hour that the last day skips is not left behind', () => {
    const source = calendar(event('DTSTART:20260327T023000', 'RRULE:FREQ=DAILY'));
    const text = remaining(source, from('20260329T013000Z')) ?? '';
    expect(startsOf(read(text))).toEqual(['2026-03-27T01:30:00Z', '2026-03-28T01:30:00Z']);
  });

  test('T3: a rule that ended earlier by itself stays as it is', () => {
    const source = calendar(
      event('DTSTART:20260302T100000Z', 'RRULE:FREQ=DAILY;UNTIL=20260303', 'RDATE:20260401T100000Z'),
    );
    expect(remaining(source, from('20260401T100000Z'))).toContain('RRULE:FREQ=DAILY;UNTIL=20260303\r\n');
  });

  test('S6 case 36: the guests of the rest stay as they are', () => {
    const source = calendar(
      event('DTSTART:20260302T100000Z', 'RRULE:FREQ=DAILY;COUNT=2', 'ATTENDEE:mailto:a@example.org'),
    );
    expect(remaining(source, one('20260303T100000Z'))).toContain('ATTENDEE:mailto:a@example.org');
  });

  test('case 45: an override without its series', () => {
    const lone = event('RECURRENCE-ID:20260303T100000Z', 'DTSTART:20260303T120000Z');
    const other = event('RECURRENCE-ID:20260304T100000Z', 'DTSTART:20260304T120000Z');
    expect(remaining(calendar(lone), one('20260303T100000Z'))).toBeNull();
    expect(remaining(calendar(lone, other), one('20260303T100000Z'))).toBe(calendar(other));
  });

  test.each(['20260304T100000Z', '20260305T100000Z'])(
    'T3: %s is none of the series (any more)',
    (recurrenceId) => {
      const source = calendar(
        event('DTSTART:20260302T100000Z', 'RRULE:FREQ=DAILY;COUNT=3', 'EXDATE:20260304T100000Z'),
      );
      for (const scope of [one(recurrenceId), from(recurrenceId)]) {
        expect(deleteEvent(source, scope, CONTEXT)).toMatchObject({
          ok: false,
          refusal: { code: 'edit-no-occurrence' },
        });
      }
      const single = calendar(event('DTSTART:20260304T100000Z'));
      expect(deleteEvent(single, one(recurrenceId), CONTEXT)).toMatchObject({
        refusal: { code: 'edit-no-occurrence' },
      });
    },
  );
});
