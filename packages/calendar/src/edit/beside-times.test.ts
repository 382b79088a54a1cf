import { describe, expect, it } from 'vitest';
import { calendar, event } from '../testing/calendar-text.ts';
import { besideTimes } from './beside-times.ts';

const START = 'DTSTART:20260302T100000Z';
const ALARM = ['BEGIN:VALARM', 'ACTION:DISPLAY', 'TRIGGER:-PT15M', 'END:VALARM'];
const MAIL = ['BEGIN:VALARM', 'ACTION:EMAIL', 'TRIGGER:-P1D', 'END:VALARM'];

describe('what is said beside the times', () => {
  it('I4 tells reminders, and how many are of another kind', () => {
    const said = besideTimes(calendar(event(START, ...ALARM, ...MAIL)), 0);
    expect(said.alarms).toEqual({ minutes: [15], others: 1 });
  });

  it('I4 tells categories of every line, each once, with the commas that belong to them', () => {
    const lines = ['CATEGORIES:Flash,Cover\\, big', 'CATEGORIES;LANGUAGE=fr:Flash,  ,Atelier'];
    expect(besideTimes(calendar(event(START, ...lines)), 0).categories).toEqual([
      'Flash',
      'Cover, big',
      'Atelier',
    ]);
  });

  it('I4 tells those of the date that was changed, not of the series', () => {
    const series = event(START, 'RRULE:FREQ=DAILY', 'CATEGORIES:All');
    const changed = event(START, 'RECURRENCE-ID:20260303T100000Z', 'CATEGORIES:One', ...ALARM);
    const text = calendar(series, changed);
    expect([besideTimes(text, 0), besideTimes(text, 1)]).toMatchObject([
      { categories: ['All'], alarms: { minutes: [] } },
      { categories: ['One'], alarms: { minutes: [15] } },
    ]);
  });

  it('says nothing of what is not there', () => {
    for (const text of ['', 'no calendar', calendar()])
      expect(besideTimes(text, 0)).toEqual({ alarms: { minutes: [], others: 0 }, categories: [] });
  });
});
