import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRule } from '../read-rule.ts';
import { endingAt, endsFirst, lasting, lengthOf, startingAt, withAllDay } from './draft-times.ts';
import {
  type EventDraft,
  fieldsOf,
  newDraft,
  patchOf,
  placingOf,
  rebase,
  saidTimes,
  touchedIn,
} from './event-draft.ts';
import { commonRules, ruleText, withRhythm } from './rule-text.ts';

const zone = 'Europe/Zurich';
const at = {
  allDay: false,
  start: new Date('2026-05-05T12:00:00Z'),
  end: new Date('2026-05-05T13:30:00Z'),
} as const;
const draft: EventDraft = { ...newDraft(at, { calendarId: 'work', zone }), title: 'Sleeve' };
const local = (text: string) => ({ local: text, zone });

describe('what is typed of an event', () => {
  it('begins where it was asked for, and says it on the clock of its zone', () => {
    expect(saidTimes(draft)).toEqual({
      start: local('2026-05-05T14:00:00'),
      end: local('2026-05-05T15:30:00'),
    });
    expect(placingOf(draft, zone)).toEqual(at);
    const days = newDraft(
      { allDay: true, start: '2026-05-05', end: '2026-05-08' },
      { calendarId: 'work', zone },
    );
    expect(days).toMatchObject({ allDay: true, startDate: '2026-05-05', endDate: '2026-05-07', busy: false });
    expect(saidTimes(days)).toEqual({ start: { date: '2026-05-05' }, end: { date: '2026-05-08' } });
  });

  it('S6: sends what was touched, and nothing else', () => {
    expect(patchOf(draft, draft)).toEqual({});
    expect(patchOf(draft, { ...draft, title: 'Dotwork', busy: false })).toEqual({
      summary: 'Dotwork',
      transparent: true,
    });
    const times = { start: local('2026-05-06T14:00:00'), end: local('2026-05-06T15:30:00') };
    expect(patchOf(draft, startingAt(draft, { date: '2026-05-06' }))).toEqual(times);
    expect(patchOf(draft, { ...draft, place: 'Chair 2', alarms: [30] })).toEqual({
      location: 'Chair 2',
      alarms: [30],
    });
    expect(fieldsOf({ ...draft, place: ' ' })).toMatchObject({
      location: null,
      description: null,
      classification: 'public',
    });
  });

  it('I5: does not send a zone, or a time that whole days have no use for, as a change', () => {
    const days = withAllDay(draft, true);
    expect(touchedIn(days, { ...days, startTime: 60, zone: 'Asia/Tokyo' })).toEqual([]);
    expect(touchedIn(draft, { ...draft, zone: 'Asia/Tokyo' })).toEqual(['when']);
  });
});

describe('its times', () => {
  it('I3: the length stays when the start moves, over midnight too', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_439 }), fc.integer({ min: 0, max: 3_000 }), (time, length) => {
        const next = startingAt(lasting(draft, length), { date: '2026-10-24', time });
        expect([lengthOf(next), next.startDate, next.startTime]).toEqual([length, '2026-10-24', time]);
      }),
    );
    const days = newDraft(
      { allDay: true, start: '2026-05-05', end: '2026-05-08' },
      { calendarId: 'work', zone },
    );
    expect(startingAt(days, { date: '2026-05-30' })).toMatchObject({
      startDate: '2026-05-30',
      endDate: '2026-06-01',
    });
  });

  it('an end before the start is the next day’s', () => {
    expect(endingAt(draft, 16 * 60)).toMatchObject({ endDate: '2026-05-05', endTime: 960 });
    expect(endingAt(draft, 2 * 60)).toMatchObject({ endDate: '2026-05-06', endTime: 120 });
  });

  it('becomes whole days, and times again', () => {
    expect(withAllDay(draft, true)).toMatchObject({
      allDay: true,
      startDate: '2026-05-05',
      endDate: '2026-05-05',
    });
    expect(withAllDay(lasting(draft, 600), true)).toMatchObject({ endDate: '2026-05-05' });
    const back = withAllDay(withAllDay(draft, true), false);
    expect(saidTimes(back)).toEqual(saidTimes(draft));
    expect(endsFirst({ ...draft, endTime: 0 })).toBe(true);
    expect(endsFirst(back)).toBe(false);
  });
});

describe('somebody else was quicker', () => {
  it('I1: what was not typed is theirs, what was typed stays, and what both changed is named', () => {
    const mine = { ...draft, title: 'Mine', place: 'Chair 1' };
    const theirs = { ...draft, title: 'Theirs', notes: 'Bring ink', place: 'Chair 1' };
    expect(rebase(draft, mine, theirs)).toEqual({
      draft: { ...mine, notes: 'Bring ink' },
      theirs: ['title', 'place', 'notes'],
      clashing: ['title'],
    });
    expect(rebase(draft, mine, draft)).toEqual({ draft: mine, theirs: [], clashing: [] });
  });
});

describe('its rule', () => {
  it('reads back every rule that it writes', () => {
    const rules = commonRules('2026-05-05').flatMap((rule) => [
      rule,
      { ...rule, interval: 3, count: 5 },
      { ...rule, until: '2027-01-31' },
    ]);
    for (const rule of rules)
      expect([ruleText(rule), readRule(ruleText(rule))]).toEqual([ruleText(rule), rule]);
  });

  it('offers what fits the day it begins on', () => {
    expect(commonRules('2026-05-05').map(ruleText)).toEqual([
      'FREQ=DAILY',
      'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR',
      'FREQ=WEEKLY;BYDAY=TU',
      'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU',
      'FREQ=MONTHLY;BYMONTHDAY=5',
      'FREQ=MONTHLY;BYDAY=1TU',
      'FREQ=YEARLY',
    ]);
    expect(ruleText(commonRules('2026-05-29')[5]!)).toBe('FREQ=MONTHLY;BYDAY=-1FR');
    expect(ruleText(withRhythm(commonRules('2026-05-05')[1]!, 'monthly', '2026-05-05'))).toBe(
      'FREQ=MONTHLY;BYMONTHDAY=5',
    );
  });
});
