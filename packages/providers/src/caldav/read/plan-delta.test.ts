import { describe, expect, test } from 'vitest';
import type { Member } from '../fetch/member-event.ts';
import { planDelta } from './plan-delta.ts';
import { wentBackwards } from './token-counter.ts';

const member = (name: string, etag: string | null = `"${name}-1"`): Member => ({
  href: `/c/${name}`,
  sent: `/c/${name}`,
  etag,
});
const stored = (...names: readonly string[]): Map<string, string> =>
  new Map(names.map((name) => [`/c/${name}`, `"${name}-1"`]));
const hrefs = (members: readonly Member[]): readonly string[] => members.map(({ href }) => href);

function plan(members: readonly Member[], gone: readonly Member[], known: Map<string, string>) {
  const outcome = planDelta({ members, gone, token: 't/2' }, 't/1', known);
  return outcome.kind === 'fetch'
    ? { changed: hrefs(outcome.changed), gone: hrefs(outcome.claimedGone) }
    : outcome.kind;
}

test('S1 new and changed objects are fetched, unchanged ones are not', () => {
  const known = stored('a', 'b', 'c', 'd');
  expect(plan([member('a'), member('b', '"b-2"'), member('new')], [], known)).toEqual({
    changed: ['/c/b', '/c/new'],
    gone: [],
  });
});

test('S7 a deletion of something stored is to be confirmed, of anything else is nothing', () => {
  expect(plan([], [member('a'), member('unheard-of')], stored('a', 'b'))).toEqual({
    changed: [],
    gone: ['/c/a'],
  });
});

test('an object without an etag is always fetched', () => {
  expect(plan([member('a', null)], [], stored('a', 'b', 'c'))).toEqual({ changed: ['/c/a'], gone: [] });
});

describe('S7 a delta that is the whole calendar', () => {
  const names = Array.from({ length: 30 }, (_, index) => `e${index}`);

  test('is compared in full, because it tells no deletions (DAViCal)', () => {
    expect(
      plan(
        names.slice(0, 29).map((name) => member(name)),
        [],
        stored(...names.slice(0, 29)),
      ),
    ).toBe('compare-full-list');
  });

  test('is taken as it is when most of it did change', () => {
    const changed = names.map((name) => member(name, '"2"'));
    expect(plan(changed, [], stored(...names))).toMatchObject({ gone: [] });
  });

  test('is taken as it is when the calendar was empty here', () => {
    expect(plan([member('a'), member('b')], [], stored())).toMatchObject({ changed: ['/c/a', '/c/b'] });
  });
});

test.each([
  ['http://sabre.io/ns/sync/42', 'http://sabre.io/ns/sync/41', true],
  ['http://sabre.io/ns/sync/99999999999999999999', 'http://sabre.io/ns/sync/5', true],
  ['42', '41', true],
  ['http://sabre.io/ns/sync/9', 'http://sabre.io/ns/sync/10', false],
  ['http://sabre.io/ns/sync/42', 'http://sabre.io/ns/sync/42', false],
  ['http://sabre.io/ns/sync/42', 'http://other/1', false],
  ['e35d9eb601526b13f635f66688f7cc1472df8607', 'ae4423fea231573dd53ab2567fdc26cd3f98a7c1', false],
])('S12 from %s to %s is backwards: %s', (sent, received, backwards) => {
  expect(wentBackwards(sent, received)).toBe(backwards);
});

test('S12 case 7: a token that goes backwards means a full comparison', () => {
  const delta = { members: [], gone: [member('a')], token: 'http://sabre.io/ns/sync/3' };
  expect(planDelta(delta, 'http://sabre.io/ns/sync/9', stored('a')).kind).toBe('compare-full-list');
});
