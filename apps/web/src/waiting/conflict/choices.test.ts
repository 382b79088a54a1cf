import { expect, test } from 'vitest';
import { firstChoices } from './choices.ts';

type Changed = 'mine' | 'theirs' | 'both';
const row = (group: 'time' | 'title' | 'place', changed: Changed) => {
  return { group, changed, instance: null, mine: 'a', theirs: 'b', base: null };
};

test('S2 what one side alone has changed is chosen, what both have changed is not', () => {
  const differences = [row('time', 'both'), row('title', 'mine'), row('place', 'theirs')];
  expect(firstChoices({ differences, taken: null })).toEqual({ title: 'mine', place: 'theirs' });
});

test('S2 two dates of a series that were changed by different sides are nobody’s choice', () => {
  expect(firstChoices({ differences: [row('title', 'mine'), row('title', 'theirs')], taken: null })).toEqual(
    {},
  );
});

test('S2 what was settled field by field begins as it was settled', () => {
  const differences = [row('time', 'both'), row('title', 'mine')];
  expect(firstChoices({ differences, taken: { time: 'theirs', title: 'theirs' } })).toEqual({
    time: 'theirs',
    title: 'theirs',
  });
});
