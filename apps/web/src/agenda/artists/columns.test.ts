import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import type { AgendaEvent } from '../../api/answers.ts';
import { columnsOf, fromColumn, inColumns } from './columns.ts';

const DAY = Temporal.PlainDate.from('2026-12-02');
const artist = (slug: string, calendarId: string | null, blocking: string[] = []) => ({
  slug,
  name: slug,
  picture: null,
  calendarId,
  blocking,
});
const COLUMNS = columnsOf([artist('lena', 'l', ['closed']), artist('marco', 'm', ['closed'])]);
const event = (calendarId: string, start: string, end: string) =>
  ({
    id: `${calendarId}1`,
    calendarId,
    allDay: false,
    startDate: null,
    endDate: null,
    startsAt: new Date(start),
    endsAt: new Date(end),
  }) as AgendaEvent;
const shown = (events: AgendaEvent[]) =>
  inColumns(events, COLUMNS, DAY, 'Europe/Zurich').map(({ id, span, whole }) => [
    id,
    span.start.toString(),
    span.end.toString(),
    whole,
  ]);

test('an event stands in the column of each artist whose calendar it is in', () => {
  expect(shown([event('m', '2026-12-02T09:00Z', '2026-12-02T10:00Z')])).toEqual([
    ['m1@1', '2026-12-03T10:00:00', '2026-12-03T11:00:00', true],
  ]);
  expect(shown([event('closed', '2026-12-02T09:00Z', '2026-12-02T10:00Z')]).map(([id]) => id)).toEqual([
    'closed1@0',
    'closed1@1',
  ]);
  expect(shown([event('other', '2026-12-02T09:00Z', '2026-12-02T10:00Z')])).toEqual([]);
  expect(shown([event('l', '2026-12-03T09:00Z', '2026-12-03T10:00Z')])).toEqual([]);
});

test('what goes beyond the day is cut off there, and is not moved here', () => {
  expect(shown([event('l', '2026-12-01T20:00Z', '2026-12-02T05:00Z')])).toEqual([
    ['l1@0', '2026-12-02T00:00:00', '2026-12-02T06:00:00', false],
  ]);
});

test('a place in a column is that artist on the day that is shown', () => {
  const at = (text: string) => Temporal.PlainDateTime.from(text);
  const dropped = { allDay: false, start: at('2026-12-03T10:00'), end: at('2026-12-03T11:00') };
  expect(fromColumn(dropped, DAY)).toEqual({
    column: 1,
    span: { allDay: false, start: at('2026-12-02T10:00'), end: at('2026-12-02T11:00') },
  });
});
