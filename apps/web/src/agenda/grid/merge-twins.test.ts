import { expect, test } from 'vitest';
import type { AgendaEvent } from '../../api/answers.ts';
import { mergeTwins } from './merge-twins.ts';

const event = (id: string, twinOf?: string, hour = 9) =>
  ({
    id,
    calendarId: `of-${id}`,
    startsAt: new Date(Date.UTC(2026, 11, 1, hour)),
    endsAt: new Date(Date.UTC(2026, 11, 1, 12)),
    ...(twinOf === undefined ? {} : { twinOf }),
  }) as AgendaEvent;
const merged = (events: AgendaEvent[], mayChange: (event: AgendaEvent) => boolean = () => true) =>
  mergeTwins(events, mayChange).map(({ event: { id }, alsoIn }) => [id, alsoIn]);

test('twins are shown once, for the first that may be changed', () => {
  const events = [event('a', 'a'), event('b', 'a'), event('c')];
  expect(merged(events)).toEqual([
    ['a', ['of-b']],
    ['c', []],
  ]);
  expect(merged(events, ({ id }) => id !== 'a')[0]).toEqual(['b', ['of-a']]);
  expect(merged(events, () => false)[0]).toEqual(['a', ['of-b']]);
});

test('a twin that is moved stands by itself', () => {
  expect(merged([event('a', 'a', 10), event('b', 'a')])).toEqual([
    ['a', []],
    ['b', []],
  ]);
});
