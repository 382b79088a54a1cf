import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Member } from '../fetch/member-event.ts';
import { planFullList } from './plan-full-list.ts';

const etags: fc.Arbitrary<string | null> = fc.option(fc.constantFrom('"1"', 'W/"1"', '"2"'), { nil: null });
const side = fc
  .dictionary(fc.constantFrom('/c/a', '/c/b', '/c/c', '/c/d'), etags)
  .map((it) => new Map(Object.entries(it)));

test('S1 after the plan both sides hold the same hrefs and etags', () => {
  fc.assert(
    fc.property(side, side, (remote, local) => {
      const members = new Map(
        [...remote].map(([href, etag]): [string, Member] => [href, { href, sent: href, etag }]),
      );
      const { fetch, missing } = planFullList(members, local);
      const after = new Map(local);
      for (const { href, etag } of fetch) after.set(href, etag);
      for (const href of missing) after.delete(href);
      const weakless = (map: ReadonlyMap<string, string | null>) =>
        [...map].map(([href, etag]) => `${href} ${etag?.replace('W/', '')}`).sort();
      expect(weakless(after)).toEqual(weakless(remote));
    }),
  );
});

test('S5 a list that equals what is stored asks for nothing', () => {
  const members = new Map([['/c/a', { href: '/c/a', sent: '/c/a', etag: '"1"' }]]);
  expect(planFullList(members, new Map([['/c/a', '"1"']]))).toEqual({ fetch: [], missing: [] });
});
