import { expect, it } from 'vitest';
import type { AgendaEvent } from '../../api/answers.ts';
import { type Pending, withPending } from './pending.ts';

const ZONE = 'Europe/Zurich';
const at = (text: string) => new Date(text);

function event(more: Partial<AgendaEvent>): AgendaEvent {
  return {
    id: 'one',
    objectId: 'one',
    calendarId: 'work',
    recurrenceId: null,
    title: 'Sleeve',
    location: null,
    attendees: [],
    allDay: false,
    startDate: null,
    endDate: null,
    busy: true,
    recurring: false,
    status: null,
    flags: [],
    startsAt: at('2026-03-12T09:00:00Z'),
    endsAt: at('2026-03-12T11:00:00Z'),
    ...more,
  };
}

/** Mondays at ten in Zurich, over the change of the clocks. */
const series = ['20260323T090000Z', '20260330T080000Z', '20260406T080000Z'].map((recurrenceId) => {
  const start = at(recurrenceId.replace(/(....)(..)(..T..)(..)(..)Z/, '$1-$2-$3:$4:$5Z'));
  const endsAt = new Date(start.getTime() + 3_600_000);
  return event({
    id: `s_${recurrenceId}`,
    objectId: 's',
    recurrenceId,
    recurring: true,
    startsAt: start,
    endsAt,
  });
});
const [first, second] = series as [AgendaEvent, AgendaEvent];
const shown = (events: readonly AgendaEvent[], ...pending: Pending[]) =>
  withPending(events, pending, ZONE).map(
    ({ startsAt, startDate }) => startDate ?? startsAt.toISOString().slice(5, 16),
  );
const change = { kind: 'change', says: {} } as const;

it('I1: what is moved stands at its new place at once, and nothing else moves', () => {
  const to = { allDay: false, start: at('2026-03-13T14:00:00Z'), end: at('2026-03-13T15:00:00Z') } as const;
  const one = event({});
  const pending = { ...change, target: one, scope: 'all', to } as const;
  expect(shown([one, first], pending)).toEqual(['03-13T14:00', '03-23T09:00']);
  expect(withPending([first], [pending], ZONE)).toEqual([first]);
});

it('I1: what is moved again stands where it was moved last', () => {
  const one = event({});
  const to = (hour: number) =>
    ({
      allDay: false,
      start: at(`2026-03-13T${hour}:00:00Z`),
      end: at(`2026-03-13T${hour + 1}:00:00Z`),
    }) as const;
  const moved = [14, 15].map((hour) => ({ ...change, target: one, scope: 'all', to: to(hour) }) as const);
  expect(shown([one], ...moved)).toEqual(['03-13T15:00']);
});

it('I2: a series moves as far as the scope reaches, on the clock of the wall', () => {
  const to = { allDay: false, start: at('2026-03-31T09:00:00Z'), end: at('2026-03-31T10:30:00Z') } as const;
  const moved = (scope: 'this' | 'following' | 'all') =>
    shown(series, { ...change, target: second, scope, to });
  expect(moved('this')).toEqual(['03-23T09:00', '03-31T09:00', '04-06T08:00']);
  expect(moved('following')).toEqual(['03-23T09:00', '03-31T09:00', '04-07T09:00']);
  expect(moved('all')).toEqual(['03-24T10:00', '03-31T09:00', '04-07T09:00']);
});

it('I1: whole days move by their dates, and become times where they are dropped among them', () => {
  const day = event({ allDay: true, startDate: '2026-03-12', endDate: '2026-03-14' });
  const to = { allDay: true, start: '2026-03-20', end: '2026-03-22' } as const;
  expect(shown([day], { ...change, target: day, scope: 'all', to })).toEqual(['2026-03-20']);
  const timed = {
    allDay: false,
    start: at('2026-03-12T10:00:00Z'),
    end: at('2026-03-12T11:00:00Z'),
  } as const;
  expect(shown([day], { ...change, target: day, scope: 'all', to: timed })).toEqual(['03-12T10:00']);
});

it('I1, I2: what is deleted is gone at once, as much of it as is meant', () => {
  const gone = (scope: 'this' | 'following' | 'all') =>
    shown(series, { kind: 'remove', target: second, scope });
  expect(gone('this')).toEqual(['03-23T09:00', '04-06T08:00']);
  expect(gone('following')).toEqual(['03-23T09:00']);
  expect(gone('all')).toEqual([]);
});

it('I1: what is new is there at once, and once when the server has it', () => {
  const added = { kind: 'add', event: event({ id: 'new', objectId: 'new' }) } as const;
  expect(withPending([], [added], ZONE)).toHaveLength(1);
  expect(withPending([added.event], [added], ZONE)).toHaveLength(1);
});
