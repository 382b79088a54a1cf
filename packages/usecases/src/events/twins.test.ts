import { expect, test } from 'vitest';
import type { AgendaEvent } from './agenda-event.ts';
import { withTwins } from './twins.ts';

const START = new Date('2026-12-01T09:00:00Z');
const found = (id: string, uid: string, more: Partial<AgendaEvent> = {}) => ({
  uid,
  event: {
    id,
    calendarId: `of-${id}`,
    objectId: id,
    recurrenceId: null,
    title: 'Fair',
    location: null,
    attendees: [],
    startsAt: START,
    endsAt: START,
    allDay: false,
    startDate: null,
    endDate: null,
    busy: true,
    recurring: false,
    status: null,
    flags: [],
    ...more,
  },
});
const twins = (...all: ReturnType<typeof found>[]) => withTwins(all).map(({ twinOf }) => twinOf ?? null);

test('one event in several calendars is marked as one', () => {
  expect(twins(found('a', 'u'), found('b', 'u'), found('c', 'v'))).toEqual(['a', 'a', null]);
});

test('at another time, in the same calendar or without an identity it is another event', () => {
  expect(twins(found('a', 'u'), found('b', 'u', { startsAt: new Date(0) }))).toEqual([null, null]);
  expect(twins(found('a', 'u'), found('b', 'u', { calendarId: 'of-a' }))).toEqual([null, null]);
  expect(twins(found('a', ''), found('b', ''))).toEqual([null, null]);
});

test('what is private to somebody else is nobody’s twin', () => {
  expect(twins(found('a', 'u'), found('b', 'u', { title: null }))).toEqual([null, null]);
  expect(twins(found('a', 'u', { title: null }), found('b', 'u', { title: null }))).toEqual([null, null]);
});
