import { sameContent } from '@atelier/calendar/merge/parts/same-content';
import { describe, expect, test } from 'vitest';
import { objectRows } from '../../rows/object-rows.ts';
import { fieldsOf } from './event-fields.ts';
import { graphEvent } from './graph-event.ts';
import { htmlText } from './html-text.ts';
import { keptProperties } from './kept-text.ts';
import { seriesText } from './series-text.ts';

const event = (more: object = {}) =>
  graphEvent.parse({
    id: 'E1',
    '@odata.etag': 'W/"1"',
    type: 'singleInstance',
    iCalUId: 'ical-1',
    start: { dateTime: '2026-07-04T10:00:00.0000000', timeZone: 'UTC' },
    end: { dateTime: '2026-07-04T11:00:00.0000000', timeZone: 'UTC' },
    originalStartTimeZone: 'W. Europe Standard Time',
    subject: 'Mix; then, dinner',
    showAs: 'busy',
    sensitivity: 'normal',
    importance: 'normal',
    categories: [],
    isReminderOn: false,
    reminderMinutesBeforeStart: 15,
    lastModifiedDateTime: '2026-06-01T08:00:00Z',
    ...more,
  });

const textOf = (more: object = {}): string => {
  const text = seriesText({ master: event(more), exceptions: [] });
  if (typeof text !== 'string') throw new Error(text.why);
  return text;
};

const fieldsIn = (text: string) => {
  const read = objectRows(text, 'UTC');
  if (!read.ok || read.rows.master === null) throw new Error('unfit');
  return fieldsOf(read.rows.master);
};

describe('Microsoft Graph and iCalendar', () => {
  test('P4 a Windows zone is read as a place of CLDR', () => {
    expect(textOf()).toContain('DTSTART;TZID=Europe/Berlin:20260704T120000\r\n');
  });

  test.each([
    ['showAs', 'free'],
    ['showAs', 'tentative'],
    ['showAs', 'busy'],
    ['showAs', 'oof'],
    ['showAs', 'workingElsewhere'],
    ['sensitivity', 'personal'],
    ['sensitivity', 'private'],
    ['sensitivity', 'confidential'],
    ['importance', 'low'],
    ['importance', 'high'],
    ['categories', ['Mix', 'a, b; c']],
    ['location', { displayName: 'Room \\ 2' }],
    ['body', { contentType: 'html', content: '<html><body><b>Bring</b> cables</body></html>' }],
    ['body', { contentType: 'text', content: 'Bring\ncables' }],
  ])('P4 %s there and back is the same', (name, value) => {
    const fields = fieldsIn(textOf({ [name]: value }));
    expect(fields.ok && fields.fields).toMatchObject({ [name]: value });
  });

  test('P4 a reminder there and back is the same', () => {
    const fields = fieldsIn(textOf({ isReminderOn: true, reminderMinutesBeforeStart: 90 }));
    expect(fields.ok && fields.fields).toMatchObject({ isReminderOn: true, reminderMinutesBeforeStart: 90 });
  });

  test('P4 whole days lie at midnight, the end exclusive, and shift for nobody', () => {
    const text = textOf({
      isAllDay: true,
      start: { dateTime: '2026-07-04T00:00:00.0000000', timeZone: 'UTC' },
      end: { dateTime: '2026-07-06T00:00:00.0000000', timeZone: 'UTC' },
      originalStartTimeZone: 'Pacific Standard Time',
    });
    expect(text).toContain('DTSTART;VALUE=DATE:20260704\r\nDTEND;VALUE=DATE:20260706\r\n');
    const fields = fieldsIn(text);
    expect(fields.ok && fields.fields).toMatchObject({
      isAllDay: true,
      start: { dateTime: '2026-07-04T00:00:00', timeZone: 'UTC' },
      end: { dateTime: '2026-07-06T00:00:00', timeZone: 'UTC' },
    });
  });

  test('P4 the way into an online meeting is kept', () => {
    const url = 'https://teams.example/l/meetup-join/19%3ameeting';
    expect(textOf({ isOnlineMeeting: true, onlineMeeting: { joinUrl: url } })).toContain(`URL:${url}\r\n`);
  });

  test('P6 guests are read, and no field of what is written names one', () => {
    const text = textOf({
      organizer: { emailAddress: { name: 'Me', address: 'me@x.example' } },
      attendees: [
        {
          type: 'optional',
          status: { response: 'declined' },
          emailAddress: { name: 'Bo "B"', address: 'bo@x.example' },
        },
      ],
    });
    const unfolded = text.replaceAll('\r\n ', '');
    expect(unfolded).toContain(
      'ATTENDEE;CN="Bo  B ";ROLE=OPT-PARTICIPANT;PARTSTAT=DECLINED:mailto:bo@x.example',
    );
    expect(JSON.stringify(fieldsIn(text))).not.toContain('bo@x.example');
  });

  test('P4 S6 a kept text comes back byte for byte as long as Graph says the same', () => {
    const kept = textOf().replace('SUMMARY', 'X-STUDIO;X-LEVEL=2:leave me alone\r\nSUMMARY;LANGUAGE=de');
    const properties = { singleValueExtendedProperties: keptProperties('ical-1', kept) };
    expect(textOf(properties)).toBe(kept);
    const changed = textOf({ ...properties, subject: 'Changed in Outlook' });
    expect(changed).toContain('X-STUDIO;X-LEVEL=2:leave me alone\r\n');
    expect(changed).toContain('SUMMARY:Changed in Outlook\r\n');
    expect(changed).not.toContain('dinner');
  });

  test('P4 S6 an event made in Zurich is one of Zurich, though Windows calls it Berlin', () => {
    const kept = textOf().replaceAll('Europe/Berlin', 'Europe/Zurich');
    const properties = { singleValueExtendedProperties: keptProperties('ical-1', kept) };
    expect(textOf({ ...properties, location: { displayName: 'Elsewhere' } })).toContain(
      'DTSTART;TZID=Europe/Zurich:20260704T120000\r\n',
    );
  });

  test('P4 a body that a server has wrapped in HTML is the text that was kept', () => {
    const kept = textOf({ body: { contentType: 'text', content: 'one\ntwo' } });
    const wrapped = { contentType: 'html', content: '<html><head></head><body>one<br>\r\ntwo</body></html>' };
    const properties = { singleValueExtendedProperties: keptProperties('ical-1', kept) };
    expect(textOf({ ...properties, body: wrapped })).toBe(kept);
  });

  test('P5 a cancelled instance whose id tells no date cannot be read without asking', () => {
    const master = event({
      type: 'seriesMaster',
      recurrence: {
        pattern: { type: 'daily', interval: 1, dayOfMonth: 0, month: 0, index: 'first' },
        range: { type: 'noEnd', startDate: '2026-07-04', endDate: '0001-01-01', recurrenceTimeZone: 'UTC' },
      },
      cancelledOccurrences: ['AAQ='],
    });
    expect(seriesText({ master, exceptions: [] })).toEqual({ why: 'cancelled' });
    const asked = seriesText({
      master,
      exceptions: [],
      cancelled: [Temporal.Instant.from('2026-07-05T10:00:00Z')],
    });
    expect(asked).toContain('EXDATE:20260705T100000Z\r\n');
  });

  test('P4 there and back twice says the same', () => {
    const text = textOf({
      body: { contentType: 'html', content: '<p>a</p><p>b &amp; c</p>' },
      showAs: 'oof',
    });
    expect(
      sameContent(
        text,
        textOf({
          singleValueExtendedProperties: keptProperties('ical-1', text),
          body: { contentType: 'html', content: '<p>a</p><p>b &amp; c</p>' },
          showAs: 'oof',
        }),
      ),
    ).toBe(true);
  });
});

describe('HTML as people read it', () => {
  test.each([
    ['<p>a</p><p>b</p>', 'a\nb'],
    ['a<br>b<br/>\r\nc', 'a\nb\nc'],
    ['<style>x{}</style><script>alert(1)</script>yes', 'yes'],
    ['1 &lt; 2 &amp;&nbsp;3 &eacute;', '1 < 2 & 3 é'],
    ['<div>  a \n  b</div>', 'a b'],
    ['', ''],
  ])('%s', (html, text) => {
    expect(htmlText(html)).toBe(text);
  });

  test('S13 nesting without end is read like any other', () => {
    expect(htmlText(`${'<div>'.repeat(100_000)}deep`)).toBe('deep');
  });
});
