import { expect, test } from 'vitest';
import type { Watched } from '../api/answers.ts';
import { STALE_AFTER } from './stale-after.ts';
import { isStale, questionOf, stalenessOf } from './staleness.ts';

const at = (day: string) => new Date(`${day}T00:00:00Z`);
const week = { path: 'agenda.events', input: { from: at('2026-11-16'), to: at('2026-11-23') } };
const next = { path: 'agenda.next', input: { limit: 7 } };
const detail = { path: 'agenda.event', input: { objectId: 'x', recurrenceId: null } };
const calendars = { path: 'calendars.list', input: undefined };
const connections = { path: 'connections.list', input: undefined };
const history = { path: 'calendars.history', input: { calendarId: 'x' } };
const people = { path: 'people.list', input: undefined };
const requests = { path: 'bookings.list', input: { states: ['REQUESTED'] } };
const ideas = { path: 'inquiries.list', input: { states: ['OPEN'] } };
const artist = { path: 'artists.see', input: { slug: 'lea' } };
const slots = { path: 'booking.slots', input: { artist: 'lea', from: '2026-11-16' } };
const facts = { path: 'studio.facts', input: undefined };
const AGENDA = { week, next, detail, calendars, connections, history, people };
const me = { path: 'people.me', input: undefined };
const troubles = { path: 'jobs.deadLetters', input: undefined };
const ALL = { ...AGENDA, requests, ideas, artist, slots, facts, me, troubles };

function staleAfter(...changes: Watched[]): string[] {
  const staleness = stalenessOf(changes);
  return Object.entries(ALL).flatMap(([name, question]) => (isStale(question, staleness) ? [name] : []));
}

/** Of no known times. */
function changed(
  topic: Extract<Watched, { type: 'change' }>['topic'],
  subject: string | null = null,
): Extract<Watched, { type: 'change' }> {
  return { type: 'change', topic, subject, from: null, to: null };
}

function events(from: string | null, to: string | null): Watched {
  return {
    ...changed('events', 'a'),
    from: from === null ? null : at(from),
    to: to === null ? null : at(to),
  };
}

test('a changed event concerns the ranges that it touches, what is next, and the open event', () => {
  expect(staleAfter(events('2026-11-20', '2026-11-21'))).toEqual(['week', 'next', 'detail', 'slots']);
});

test('I5: what the studio says of itself concerns whatever starts from it', () => {
  expect(staleAfter(changed('studio'))).toEqual(['slots', 'facts']);
});

test('a changed event elsewhere leaves a range alone', () => {
  expect(staleAfter(events('2026-12-01', '2026-12-02'))).toEqual(['next', 'detail', 'slots']);
  expect(staleAfter(events('2026-11-01', '2026-11-15'))).toEqual(['next', 'detail', 'slots']);
});

test('a range ends before its last instant, a change reaches up to its own', () => {
  expect(staleAfter(events('2026-11-23', '2026-11-24'))).not.toContain('week');
  expect(staleAfter(events('2026-11-01', '2026-11-16'))).toContain('week');
});

test('a change without a range concerns every range', () => {
  expect(staleAfter(events('2026-12-01', '2026-12-02'), events(null, null))).toContain('week');
});

test('a change among calendars concerns them, their accounts and all events', () => {
  expect(staleAfter(changed('calendars'))).toEqual([
    'week',
    'next',
    'detail',
    'calendars',
    'connections',
    'slots',
  ]);
});

test('B7 a booking, an idea or a setting concerns what shows them, and the free times', () => {
  expect(staleAfter(changed('bookings'))).toEqual(['requests', 'ideas', 'artist', 'slots']);
});

test('I6: people, what somebody is themselves, and work that went wrong', () => {
  expect(staleAfter(changed('people'))).toEqual(['people']);
  expect(staleAfter(changed('self', 'ann'))).toEqual(['calendars', 'me']);
  expect(staleAfter(changed('jobs'))).toEqual(['troubles']);
});

test('every topic makes something out of date', () => {
  const heard = new Set(Object.values(STALE_AFTER).flat());
  expect([...heard].toSorted()).toEqual([
    'bookings',
    'calendars',
    'events',
    'jobs',
    'mail',
    'news',
    'people',
    'self',
    'slots',
    'status',
    'studio',
  ]);
});

test('a state of synchronisation concerns what shows it', () => {
  expect(staleAfter({ type: 'status', calendarIds: '*' })).toEqual([
    'calendars',
    'connections',
    'history',
    'troubles',
  ]);
});

test('a reset concerns everything', () => {
  expect(staleAfter({ type: 'reset' })).toEqual(Object.keys(ALL));
});

test('a greeting concerns nothing', () => {
  expect(staleAfter({ type: 'hello', statuses: 'a.1' })).toEqual([]);
});

test('the question is read from the key of its answer', () => {
  expect(questionOf([['agenda', 'events'], { input: week.input, type: 'query' }])).toEqual(week);
  expect(questionOf([['people', 'me'], { type: 'query' }])).toEqual({ path: 'people.me', input: undefined });
  expect(questionOf([['people', 'me']])).toEqual({ path: 'people.me', input: undefined });
});
