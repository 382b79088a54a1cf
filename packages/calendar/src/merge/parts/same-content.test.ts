import { describe, expect, it } from 'vitest';
import { calendar, event } from '../../testing/calendar-text.ts';
import { isRewriteOf, sameContent } from './same-content.ts';

const START = 'DTSTART;TZID=Europe/Berlin:20260105T100000';
const ALARM = ['BEGIN:VALARM', 'ACTION:DISPLAY', 'DESCRIPTION:Now', 'TRIGGER:-PT15M', 'END:VALARM'];

function one(...lines: string[]): string {
  return calendar(event(...lines));
}

describe('sameContent', () => {
  it.each([
    ['order', ['SUMMARY:a', 'LOCATION:b'], ['LOCATION:b', 'SUMMARY:a']],
    ['folding', ['SUMMARY:abc'], ['SUMMARY:a\r\n bc']],
    ['case of names', ['SUMMARY;LANGUAGE=de:a'], ['summary;language=de:a']],
    ['order of parameters', ['ATTENDEE;CN=A;X-B=1:mailto:a@b.c'], ['ATTENDEE;X-B=1;CN="A":MAILTO:a@b.c']],
    ['bookkeeping', ['SEQUENCE:1', 'DTSTAMP:20250101T000000Z'], ['CREATED:20250101T000000Z']],
    ['escapes', ['DESCRIPTION:a\\;b\\, c\\Nd'], ['DESCRIPTION:a;b, c\\nd']],
    ['defaults', ['TRANSP:OPAQUE', 'CLASS:public', 'PRIORITY:0'], []],
    [
      'default parameters',
      ['ATTENDEE;ROLE=REQ-PARTICIPANT;RSVP=FALSE:mailto:a@b.c'],
      ['ATTENDEE:mailto:a@b.c'],
    ],
    ['empty lines of text', ['LOCATION:', 'DESCRIPTION:'], []],
    ['a spelled-out form', ['RDATE;VALUE=DATE-TIME:20260107T090000Z'], ['RDATE:20260107T090000Z']],
    [
      'one instant',
      ['RRULE:FREQ=DAILY', 'EXDATE:20260106T090000Z'],
      ['RRULE:FREQ=DAILY', 'EXDATE;TZID=Europe/Berlin:20260106T100000'],
    ],
    [
      'one list in two lines',
      ['EXDATE:20260106T090000Z,20260107T090000Z'],
      ['EXDATE:20260107T090000Z', 'EXDATE:20260106T090000Z'],
    ],
    [
      'parts of a rule',
      ['RRULE:FREQ=WEEKLY;INTERVAL=1;BYDAY=MO,TU'],
      ['RRULE:BYDAY=TU,MO;FREQ=WEEKLY;WKST=MO'],
    ],
    ['durations', ['DURATION:PT90M'], ['DURATION:P0DT1H30M0S']],
    ['numbers', ['GEO:48.5;2.0'], ['GEO:48.500000;2.0000']],
    ['lists', ['CATEGORIES:a,b'], ['CATEGORIES:b,a']],
    ['delivery', ['ATTENDEE;SCHEDULE-STATUS="1.1":mailto:a@b.c'], ['ATTENDEE:mailto:a@b.c']],
    [
      'alarms',
      ALARM,
      ['BEGIN:VALARM', 'TRIGGER:-P0DT0H15M0S', 'DESCRIPTION:Now', 'ACTION:display', 'END:VALARM'],
    ],
  ])('S5 case 27: sees past %s', (_, first, second) => {
    expect(sameContent(one(START, ...first), one(START, ...second))).toBe(true);
  });

  it.each([
    ['another word', ['SUMMARY:a'], ['SUMMARY:A']],
    ['another line', ['SUMMARY:a'], ['SUMMARY:a', 'X-A:1']],
    ['another parameter', ['X-A;P=1:1'], ['X-A;P=2:1']],
    ['a break and a letter', ['SUMMARY:a\\nb'], ['SUMMARY:a\\\\nb']],
    ['one item or two', ['CATEGORIES:a,b'], ['CATEGORIES:a\\,b']],
    ['confirmed or not said', ['STATUS:CONFIRMED'], []],
    ['another alarm', ALARM, ALARM.with(3, 'TRIGGER:-PT20M')],
    ['another UID', ['UID:one'], ['UID:two']],
    [
      'another reach',
      ['RECURRENCE-ID:20260105T090000Z'],
      ['RECURRENCE-ID;RANGE=THISANDFUTURE:20260105T090000Z'],
    ],
  ])('S2 case 27: tells apart %s', (_, first, second) => {
    expect(sameContent(one(START, ...first), one(START, ...second))).toBe(false);
  });

  it('S5 case 27: sees past what a calendar says of itself and of time zones', () => {
    const zone = 'BEGIN:VTIMEZONE\r\nTZID:Europe/Berlin\r\nEND:VTIMEZONE\r\n';
    const other = calendar(zone, event(START)).replace('PRODID:-//Test//EN', 'PRODID:x\r\nMETHOD:PUBLISH');
    expect(sameContent(one(START), other)).toBe(true);
    expect(sameContent(one(START), one(START.replace('Europe/Berlin', '"W. Europe Standard Time"')))).toBe(
      true,
    );
    expect(sameContent(one(START), one('DTSTART:20260105T100000'))).toBe(false);
    expect(sameContent(one('DTSTART;TZID=UTC:20260105T100000'), one('DTSTART:20260105T100000Z'))).toBe(true);
  });

  it('S2: compares what is no event, too', () => {
    const task = (uid: string, title: string) =>
      `BEGIN:VTODO\r\nUID:${uid}\r\nSUMMARY:${title}\r\nEND:VTODO\r\n`;
    expect(sameContent(calendar(task('1', 'a')), `${calendar(task('1', 'a'))}\r\n`)).toBe(true);
    expect(sameContent(calendar(task('1', 'a')), calendar(task('2', 'a')))).toBe(false);
    expect(sameContent(calendar(task('1', 'a')), calendar(task('1', 'b')))).toBe(false);
    expect(sameContent('', one(START))).toBe(false);
  });
});

describe('isRewriteOf', () => {
  const sent = one(START, 'SUMMARY:a', 'ATTENDEE;CN=A:mailto:a@b.c', ...ALARM);

  it.each([
    ['the same', one(START, 'ATTENDEE;CN=A:mailto:a@b.c', ...ALARM, 'SUMMARY:a')],
    ['a property of its own', one(START, 'SUMMARY:a', 'ATTENDEE;CN=A:mailto:a@b.c', ...ALARM, 'X-SERVER:1')],
    ['a parameter of its own', one(START, 'SUMMARY;X-S=1:a', 'ATTENDEE;X-S=1;CN=A:mailto:a@b.c', ...ALARM)],
    [
      'a note in an alarm',
      one(START, 'SUMMARY:a', 'ATTENDEE;CN=A:mailto:a@b.c', ...ALARM.toSpliced(1, 0, 'X-S:1', 'uid:x')),
    ],
  ])('S3 case 27: %s is still what was sent', (_, stored) => {
    expect(isRewriteOf(stored, sent)).toBe(true);
  });

  it.each([
    ['another title', sent.replace('SUMMARY:a', 'SUMMARY:b')],
    ['a line less', sent.replace('SUMMARY:a\r\n', '')],
    ['a place', sent.replace('SUMMARY:a', 'SUMMARY:a\r\nLOCATION:x')],
    ['a place by its X- name', sent.replace('SUMMARY:a', 'SUMMARY:a\r\nX-APPLE-STRUCTURED-LOCATION:x')],
    ['an answer', sent.replace(';CN=A', ';CN=A;PARTSTAT=ACCEPTED')],
    ['an alarm more', sent.replace('END:VEVENT', `${ALARM.join('\r\n')}\r\nEND:VEVENT`)],
    [
      'an override',
      sent.replace('END:VCALENDAR', `${event('RECURRENCE-ID:20260106T090000Z', START)}END:VCALENDAR`),
    ],
    ['another UID', sent.replace('one@example.org', 'two')],
    ['nothing', ''],
  ])('S2 case 27: %s is not', (_, stored) => {
    expect(isRewriteOf(stored, sent)).toBe(false);
  });

  it('S2 case 27: what I took away and the server still has has not arrived', () => {
    expect(isRewriteOf(one(START, 'URL:https://a.example'), one(START))).toBe(false);
    expect(isRewriteOf(one(START), '')).toBe(false);
  });
});
