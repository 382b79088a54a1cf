import { describe, expect, it } from 'vitest';
import { calendar, event } from '../testing/calendar-text.ts';
import { editEvent } from './edit-event.ts';
import { eventForm } from './event-form.ts';
import { seriesReach } from './series-reach.ts';
import type { EventPatch } from './text/event-fields.ts';

const ZONE = 'Europe/Berlin';
const local = (text: string) => ({ local: text, zone: ZONE });
const times = [`DTSTART;TZID=${ZONE}:20260302T100000`, `DTEND;TZID=${ZONE}:20260302T110000`];
const MAIL = [
  'BEGIN:VALARM',
  'ACTION:EMAIL',
  'TRIGGER:-P1D',
  'SUMMARY:x',
  'ATTENDEE:mailto:a@b.c',
  'END:VALARM',
];
const APPLE = ['BEGIN:VALARM', 'X-WR-ALARMUID:1', 'TRIGGER:-PT30M', 'ACTION:AUDIO', 'END:VALARM'];

function formOf(source: string, id: string | null = null) {
  const read = eventForm(source, id, ZONE);
  if (!read.ok) throw new Error(read.refusal.code);
  return read.form;
}

function changed(source: string, patch: EventPatch): string {
  const context = {
    now: Temporal.Instant.from('2026-01-01T00:00:00Z'),
    zone: ZONE,
    newUid: 'two',
    invite: false,
  };
  const result = editEvent(source, patch, { scope: 'all' }, context);
  if (!result.ok) throw new Error(result.refusal.code);
  return result.text ?? '';
}

describe('the form of an event', () => {
  it('says start and end on the clock that the event was made on', () => {
    const form = formOf(calendar(event(...times)));
    expect(form).toMatchObject({
      start: local('2026-03-02T10:00:00'),
      end: local('2026-03-02T11:00:00'),
      first: null,
    });
  });

  it('says whole days, floating times, and a zone of the file alone as the instant', () => {
    expect(formOf(calendar(event('DTSTART;VALUE=DATE:20260302')))).toMatchObject({
      start: { date: '2026-03-02' },
      end: { date: '2026-03-03' },
    });
    expect(formOf(calendar(event('DTSTART:20260302T100000'))).start).toEqual({
      local: '2026-03-02T10:00:00',
      zone: null,
    });
    expect(formOf(calendar(event('DTSTART:20260302T100000Z'))).start).toEqual({
      local: '2026-03-02T10:00:00',
      zone: 'UTC',
    });
  });

  it('I2: says an occurrence as it is, moved or not, and beside it the first of the series', () => {
    const series = calendar(
      event(...times, 'RRULE:FREQ=WEEKLY;COUNT=4'),
      event(
        `RECURRENCE-ID;TZID=${ZONE}:20260309T100000`,
        `DTSTART;TZID=${ZONE}:20260310T150000`,
        `DTEND;TZID=${ZONE}:20260310T160000`,
      ),
    );
    const first = { start: local('2026-03-02T10:00:00'), end: local('2026-03-02T11:00:00') };
    expect(formOf(series, '20260316T090000Z')).toMatchObject({ start: local('2026-03-16T10:00:00'), first });
    expect(formOf(series, '20260309T090000Z')).toMatchObject({ start: local('2026-03-10T15:00:00'), first });
    expect(eventForm(series, '20260317T090000Z', ZONE)).toMatchObject({
      ok: false,
      refusal: { code: 'edit-no-occurrence' },
    });
  });
});

describe('alarms', () => {
  it('shows those on a screen in minutes, and counts the others', () => {
    const source = calendar(
      event(...times, ...MAIL, ...APPLE, 'BEGIN:VALARM', 'ACTION:DISPLAY', 'TRIGGER:PT0S', 'END:VALARM'),
    );
    expect(formOf(source).alarms).toEqual({ minutes: [30, 0], others: 1 });
  });

  it('S6: what is not meant stays byte for byte; what is new is written, what is gone goes', () => {
    const source = calendar(event(...times, ...MAIL, ...APPLE));
    const text = changed(source, { alarms: [30, 1_440] });
    for (const lines of [MAIL, APPLE]) expect(text).toContain(lines.join('\r\n'));
    expect(text).toContain(
      'BEGIN:VALARM\r\nACTION:DISPLAY\r\nDESCRIPTION:Reminder\r\nTRIGGER:-P1D\r\nEND:VALARM',
    );
    expect(formOf(changed(text, { alarms: [] })).alarms).toEqual({ minutes: [], others: 1 });
    expect(changed(source, { alarms: [30] })).toBe(source);
  });

  it.each([0, 5, 60, 90, 1_440, 10_080, -540])('reads %i minutes as it wrote them', (minutes) => {
    expect(formOf(changed(calendar(event(...times)), { alarms: [minutes] })).alarms.minutes).toEqual([
      minutes,
    ]);
  });

  it('I2: an occurrence with alarms of its own keeps them when those of the series change', () => {
    const own = ['BEGIN:VALARM', 'ACTION:DISPLAY', 'TRIGGER:-PT5M', 'END:VALARM'];
    const source = calendar(
      event(...times, 'RRULE:FREQ=WEEKLY;COUNT=4'),
      event(`RECURRENCE-ID;TZID=${ZONE}:20260309T100000`, `DTSTART;TZID=${ZONE}:20260309T100000`, ...own),
      event(`RECURRENCE-ID;TZID=${ZONE}:20260316T100000`, `DTSTART;TZID=${ZONE}:20260316T100000`),
    );
    const text = changed(source, { alarms: [60] });
    expect(
      ['20260302', '20260309', '20260316'].map((day) => formOf(text, `${day}T090000Z`).alarms.minutes),
    ).toEqual([[60], [5], [60]]);
  });
});

describe('how far a series goes', () => {
  const weekly = (rule: string) =>
    calendar(event(...times, `RRULE:FREQ=WEEKLY${rule}`, `EXDATE;TZID=${ZONE}:20260309T100000`));
  const monday = (day: number) => expect.objectContaining({ start: Date.UTC(2026, 2, day, 9) });

  it('I2: counts what there is, in whole and from an occurrence on', () => {
    expect(seriesReach(weekly(';COUNT=4'), '20260316T090000Z', ZONE)).toEqual({
      all: { count: 3, first: monday(2), last: monday(23) },
      following: { count: 2, first: monday(16), last: monday(23) },
    });
  });

  it('I2: says of one without an end where it begins', () => {
    expect(seriesReach(weekly(''), '20260316T090000Z', ZONE)).toEqual({
      all: { count: null, first: monday(2), last: null },
      following: { count: null, first: monday(16), last: null },
    });
  });

  it('knows nothing of an occurrence that is not there', () => {
    expect(seriesReach(weekly(''), '20260309T090000Z', ZONE)).toBeNull();
  });
});
