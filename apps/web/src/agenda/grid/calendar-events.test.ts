import { fr } from '@atelier/words/studio/fr';
import { expect, test } from 'vitest';
import type { AgendaEvent } from '../../api/answers.ts';
import { createFormats } from '../../time/formats.ts';
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

const shown = (events: AgendaEvent[]) =>
  calendarEvents(events, {
    calendars: new Map(),
    words,
    formats: createFormats('fr'),
    zone: 'Europe/Zurich',
  });

test('T2 an all-day event goes by its dates alone', () => {
  const [input] = shown([event({ allDay: true, startDate: '2026-11-24', endDate: '2026-11-25' })]);
  expect(input).toMatchObject({ start: '2026-11-24', end: '2026-11-25', allDay: true });
});

test('a private event of somebody else is only busy', () => {
  expect(shown([event({ title: null })])[0]?.title).toBe('Occupé');
});

test('a cancelled event looks cancelled', () => {
  expect(shown([event({ status: 'cancelled', busy: false })])[0]?.className).toBe('agenda-cancelled');
});

test('I3 a block is named by all that it says at first sight', () => {
  const label: unknown = shown([event({ location: 'Poste 2', status: 'tentative' })])[0]?.extendedProps?.[
    'label'
  ];
  const said: unknown = typeof label === 'function' ? label() : null;
  expect(said).toBe('Léa, samedi 21 novembre, de 10:00 à 11:00, Poste 2, Provisoire');
});

test('I1 an event that its provider does not have yet, or has refused, says so', () => {
  const signs = { e: 'refused', f: 'waiting' } as const;
  const inputs = calendarEvents(
    [event(), event({ id: 'f', objectId: 'f' }), event({ id: 'g', objectId: 'g' })],
    {
      calendars: new Map(),
      signOf: (id) => (id === 'e' || id === 'f' ? signs[id] : null),
      words,
      formats: createFormats('fr'),
      zone: 'Europe/Zurich',
    },
  );
  expect(inputs.map(({ extendedProps }) => extendedProps?.['sign'])).toEqual(['refused', 'waiting', null]);
  expect(inputs[0]?.extendedProps?.['label']()).toContain(words.edit.signs.refused);
  expect(inputs[2]?.extendedProps?.['label']()).not.toContain(words.edit.signs.waiting);
});
