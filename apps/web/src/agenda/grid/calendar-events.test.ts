import { fr } from '@atelier/words/studio/fr';
import { expect, test } from 'vitest';
import type { AgendaEvent } from '../../api/answers.ts';
import { calendarEvents } from './calendar-events.ts';

const words = fr;

function event(more: Partial<AgendaEvent> = {}): AgendaEvent {
  return {
    id: 'e',
    calendarId: 'c',
    objectId: 'e',
    recurrenceId: null,
    title: 'Léa',
    location: null,
    attendees: [],
    startsAt: new Date('2026-11-21T09:00:00Z'),
    endsAt: new Date('2026-11-21T10:00:00Z'),
    allDay: false,
    startDate: null,
    endDate: null,
    busy: true,
    recurring: false,
    status: null,
    flags: [],
    ...more,
  };
}

const shown = (events: AgendaEvent[], hidden: readonly string[] = []) =>
  calendarEvents(events, { hidden: (id) => hidden.includes(id), calendars: new Map(), words });

test('T2 an all-day event goes by its dates alone', () => {
  const [input] = shown([event({ allDay: true, startDate: '2026-11-24', endDate: '2026-11-25' })]);
  expect(input).toMatchObject({ start: '2026-11-24', end: '2026-11-25', allDay: true });
});

test('a private event of somebody else is only busy', () => {
  expect(shown([event({ title: null })])[0]?.title).toBe('Occupé');
});

test('an event of a hidden calendar is left out', () => {
  expect(shown([event(), event({ id: 'f', calendarId: 'd' })], ['c']).map(({ id }) => id)).toEqual(['f']);
});

test('a cancelled event looks cancelled', () => {
  expect(shown([event({ status: 'cancelled', busy: false })])[0]?.className).toBe(
    'agenda-event agenda-cancelled',
  );
});
