import { expect, test } from 'vitest';
import { arranged, movedTo } from './arrangement.ts';

const WIDGETS = ['next', 'today', 'health'].map((id) => ({ id }));
const ids = (items: readonly { id: string }[]) => items.map(({ id }) => id);

test('who has arranged nothing sees all as they come', () => {
  const { shown, hidden } = arranged(WIDGETS, { order: [], hidden: [] });
  expect([ids(shown), ids(hidden)]).toEqual([['next', 'today', 'health'], []]);
});

test('what somebody has never seen comes behind what they know, and what is no more is left out', () => {
  const { shown, hidden } = arranged(WIDGETS, {
    order: ['health', 'gone', 'next'],
    hidden: ['next', 'gone'],
  });
  expect([ids(shown), ids(hidden)]).toEqual([['health', 'today'], ['next']]);
});

test('a widget takes the place of another, up and down', () => {
  expect(movedTo(['a', 'b', 'c'], 'c', 'a')).toEqual(['c', 'a', 'b']);
  expect(movedTo(['a', 'b', 'c'], 'a', 'b')).toEqual(['b', 'a', 'c']);
  expect(movedTo(['a', 'b'], 'a', 'x')).toEqual(['a', 'b']);
});
