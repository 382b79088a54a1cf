import { expect, test } from 'vitest';
import type { Calendar } from '../api/answers.ts';
import { calendarGroups } from './calendar-groups.ts';

const calendar = (name: string, kind: Calendar['kind'], connection: string | null = null) =>
  ({ id: name, name, kind, connectionId: connection, connectionName: connection }) as Calendar;

test('calendars of accounts come first, then own ones, groups and missions, each by name', () => {
  const groups = calendarGroups([
    calendar('Tour', 'mission'),
    calendar('Team', 'group'),
    calendar('Perso', 'personal'),
    calendar('Zoé', 'personal', 'Marco'),
    calendar('Élan 10', 'personal', 'Léna'),
    calendar('Élan 9', 'personal', 'Léna'),
  ]);
  expect(groups.map(({ calendars }) => calendars.map(({ name }) => name))).toEqual([
    ['Élan 9', 'Élan 10'],
    ['Zoé'],
    ['Perso'],
    ['Team'],
    ['Tour'],
  ]);
  expect(groups.map(({ name }) => name)).toEqual(['Léna', 'Marco', null, null, null]);
});
