import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { readDate } from './read-date.ts';
import { readSentence } from './read-sentence.ts';
import type { QuickQuestion } from './sentence.ts';

const now = Temporal.ZonedDateTime.from('2026-12-02T10:00[Europe/Zurich]');
const read = (sentence: string, more: Partial<QuickQuestion> = {}) =>
  readSentence(sentence, { language: 'en', now, ...more });
const french = (sentence: string) => read(sentence, { language: 'fr' });
const codes = (sentence: string) => read(sentence).doubts.map(({ code }) => code);

describe('what may be meant otherwise is said', () => {
  test('a weekday that is not that of its date', () => {
    expect(french('Retouche mar 3 déc').doubts).toEqual([
      { code: 'other-weekday', said: 2, date: '2026-12-03' },
    ]);
    expect(french('Retouche jeu 3 déc').doubts).toEqual([]);
  });

  test('a date in digits that has two readings, in the order of the reader', () => {
    const doubt = { code: 'day-or-month', date: '2027-12-03', other: '2027-03-12' };
    expect(read('Convention 12/03/2027').doubts).toEqual([doubt]);
    expect(read('Convention 12/03/2027', { dayFirst: true }).start).toBe('2027-03-12');
    expect(read('Convention 12/25').doubts).toEqual([]);
    expect(read('Convention 12.03.2027')).toMatchObject({ start: '2027-03-12', doubts: [] });
  });

  test('the week of "next Friday", and no other', () => {
    expect(read('Concert next Friday').doubts).toEqual([
      { code: 'which-week', date: '2026-12-11', other: '2026-12-04' },
    ]);
    expect(codes('Concert next Tuesday')).toEqual([]);
  });

  test('what was left in the title, what is over, at night, without a day', () => {
    expect(codes('Session 5 January, instead of 7 January')).toContain('left-over');
    expect(codes('Walk-in yesterday at 3pm')).toEqual(['past']);
    expect(french('Réveil demain à 3h').doubts).toEqual([{ code: 'at-night' }]);
    expect(codes('Buy ink')).toEqual(['no-date']);
    expect(codes('Session 2h tomorrow')).toEqual(['no-time']);
    expect(codes('Guild on the first Monday of the month')).toEqual(['once-or-again']);
  });
});

describe('chips', () => {
  test('name what was understood, where it stands', () => {
    const sentence = 'Koi with Ana tomorrow 2pm for 3h @ Studio 2';
    expect(read(sentence).spans.map(({ kind, text }) => [kind, text])).toEqual([
      ['people', 'with Ana'],
      ['date', 'tomorrow'],
      ['time', '2pm'],
      ['duration', 'for 3h'],
      ['place', '@ Studio 2'],
    ]);
  });

  test('one that is taken away is words of the title, and the rest stays understood', () => {
    const sentence = 'Sunday roses tattoo tomorrow at 3pm';
    const [chip] = read('Roses on Friday at 3pm').spans;
    expect(read('Roses on Friday at 3pm', { without: [chip!] })).toMatchObject({
      title: 'Roses on Friday',
      start: '2026-12-02T15:00',
    });
    expect(read(sentence)).toMatchObject({ start: '2026-12-03T15:00', title: 'Sunday roses tattoo' });
  });
});

describe('names', () => {
  const people = ['Léa Martin', 'Léa Roux', 'May Wong', 'Tom Weber'];
  test('known people are found by their whole name, or by a first name that is theirs alone', () => {
    expect(read('Sleeve Tom tomorrow 2pm', { people }).people).toEqual(['Tom Weber']);
    expect(read('Sleeve with léa roux tomorrow', { people }).people).toEqual(['Léa Roux']);
    expect(read('Sleeve with Léa tomorrow', { people }).people).toEqual(['Léa']);
    expect(read('May Wong Friday at 2', { people })).toMatchObject({
      start: '2026-12-04T14:00',
      people: ['May Wong'],
    });
  });

  test('a calendar is asked for by the beginning of its name', () => {
    const calendars = [
      { id: '1', name: 'Studio' },
      { id: '2', name: 'Léa privée' },
    ];
    expect(read('Dentist Friday 9am /lea', { calendars })).toMatchObject({ calendar: '2', title: 'Dentist' });
    expect(read('Dentist Friday 9am #stu', { calendars })).toMatchObject({ calendar: '1', title: 'Dentist' });
    expect(read('Dentist Friday 9am #42', { calendars })).toMatchObject({
      calendar: null,
      title: 'Dentist #42',
    });
  });

  test('or by a part of its name behind any mark, and what is no calendar stays as it was typed', () => {
    const calendars = [{ id: '1', name: 'ann/work' }];
    for (const tag of ['/work', '/ann/work', '#ann', '/ann/wo']) {
      expect(read(`Dentist ${tag} Friday 9am`, { calendars })).toMatchObject({
        calendar: '1',
        title: 'Dentist',
      });
    }
    expect(read('Dentist Friday 9am /wrk', { calendars })).toMatchObject({
      calendar: null,
      title: 'Dentist /wrk',
    });
  });

  test('a name of several words is taken whole, and nothing that belongs to a time', () => {
    const calendars = ['Studio', 'Studio 2', 'Léa privée', 'C 1', 'C 3'].map((name) => ({ id: name, name }));
    const tagged = (sentence: string) => {
      const { calendar, title, start } = read(sentence, { calendars });
      return { calendar, title, start };
    };
    expect(tagged('Koi Friday 9am /C 3')).toEqual({
      calendar: 'C 3',
      title: 'Koi',
      start: '2026-12-04T09:00',
    });
    expect(tagged('Koi /léa privée Friday 9am')).toMatchObject({ calendar: 'Léa privée', title: 'Koi' });
    expect(tagged('Koi Friday #studio 2pm')).toEqual({
      calendar: 'Studio',
      title: 'Koi',
      start: '2026-12-04T14:00',
    });
    expect(tagged('Koi Friday 9am /Studio 2')).toMatchObject({ calendar: 'Studio 2', title: 'Koi' });
  });

  test('a feast beside a date says what is celebrated, and alone what the day is called', () => {
    expect(french('Nouvel An 31/12')).toMatchObject({ start: '2026-12-31', title: 'Nouvel An', doubts: [] });
    expect(french('Noël')).toMatchObject({ start: '2026-12-25', title: 'Noël' });
  });

  test('four digits beside a day are a time, where they are no number of something', () => {
    expect(read('1400 Tuesday')).toMatchObject({ start: '2026-12-08T14:00', title: '' });
    expect(french('Anna mardi 0930')).toMatchObject({ start: '2026-12-08T09:30', title: 'Anna' });
    for (const title of ['Best of 2025', 'Lot 1403', 'Room 1400'])
      expect(read(`${title} Tuesday`)).toMatchObject({ allDay: true, title });
    expect(read('Tuesday 1400 3pm')).toMatchObject({ start: '2026-12-08T15:00' });
  });

  test('of two weekdays with one month both are in that month', () => {
    const june = Temporal.ZonedDateTime.from('2026-06-03T10:00[Europe/Zurich]');
    const event = read('Show Friday 5th to Sunday 7th of February', { now: june });
    expect(event).toMatchObject({ start: '2027-02-05', end: '2027-02-08' });
  });

  test('alarms and free time', () => {
    expect(read('Call Zoe tomorrow 9am alert 1 hour before').alarms).toEqual([60]);
    expect(french('Appeler Zoé demain 9h rappel 30 min').alarms).toEqual([30]);
    expect(read('Talk Saturday 2pm show as free').busy).toBe(false);
    expect(read('Talk Saturday 2pm').busy).toBe(true);
  });

  test('a holiday takes its whole days, a birthday none of their hours', () => {
    expect(read('Holiday from 24 Dec to 2 Jan').busy).toBe(true);
    expect(french('Congés la semaine prochaine').busy).toBe(true);
    expect(read('Ana’s birthday Feb 20').busy).toBe(false);
  });
});

describe('days on which the clocks change', () => {
  const eve = Temporal.ZonedDateTime.from('2027-03-27T10:00[Europe/Zurich]');
  test('three hours are three hours, and a time that is not there is an hour later', () => {
    expect(read('Night shift tomorrow 1am for 3 hours', { now: eve })).toMatchObject({
      start: '2027-03-28T01:00',
      end: '2027-03-28T05:00',
    });
    expect(read('Check tomorrow 2:30am', { now: eve }).start).toBe('2027-03-28T03:30');
    expect(read('Check tomorrow from 10 to 12', { now: eve })).toMatchObject({
      start: '2027-03-28T10:00',
      end: '2027-03-28T12:00',
    });
  });

  test('what is said in summer for winter has the time that was said', () => {
    expect(read('Guest on July 15 at 10am').start).toBe('2027-07-15T10:00');
  });
});

test.each([
  ['next friday', 'en', '2026-12-11'],
  ['12 march', 'en', '2027-03-12'],
  ['in two weeks', 'en', '2026-12-16'],
  ['may', 'en', '2027-05-01'],
  ['2027-02-05', 'en', '2027-02-05'],
  ['12 mars', 'fr', '2027-03-12'],
  ['lundi en huit', 'fr', '2026-12-14'],
  ['noël', 'fr', '2026-12-25'],
  ['août', 'fr', '2027-08-01'],
  ['roses', 'en', null],
] as const)('to go to: %s', (text, language, date) => {
  expect(readDate(text, { language, now })).toBe(date);
});
