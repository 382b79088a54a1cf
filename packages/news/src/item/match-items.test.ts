import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ItemKeys, type KnownItem, matchItems, withoutDoubles } from './match-items.ts';

const day = (n: number) => new Date(Date.UTC(2026, 10, n));
const keys = (given: Partial<ItemKeys>): ItemKeys => ({
  guid: null,
  linkKey: null,
  titleKey: '',
  published: null,
  ...given,
});
const known = (items: readonly ItemKeys[]): readonly KnownItem[] =>
  items.map((item, n) => ({ ...item, id: `k${n}` }));

describe('one item is told once', () => {
  const rose = keys({ guid: 'g1', linkKey: 'x/rose', titleKey: 'a rose', published: day(3) });
  it.each([
    ['its title', { titleKey: 'a small rose' }],
    ['its link', { linkKey: 'x/small-rose' }],
    ['its date', { published: day(20) }],
    ['title and link', { titleKey: 'a small rose', linkKey: 'x/small-rose' }],
    ['its id, which holds the headline', { guid: 'g1-small', titleKey: 'a small rose' }],
    ['id and link, when the site moved', { guid: 'h1', linkKey: 'y/rose' }],
  ])('N1: although %s was edited', (_, edit) => {
    expect(matchItems(known([rose]), [{ ...rose, ...edit }])).toEqual(['k0']);
  });

  it('N1: a page that is written anew each day is new each day', () => {
    const today = keys({ guid: 'd4', linkKey: 'x/today', titleKey: 'tuesday', published: day(9) });
    expect(
      matchItems(known([{ ...today, guid: 'd1', titleKey: 'monday', published: day(3) }]), [today]),
    ).toEqual([null]);
  });

  it('N1: what every item shares tells nothing', () => {
    const items = [1, 2, 3].map((n) =>
      keys({ guid: 'same', linkKey: 'x/home', titleKey: `n${n}`, published: day(n) }),
    );
    expect(matchItems(known(items.slice(0, 2)), items)).toEqual(['k0', 'k1', null]);
  });

  it('N1: without id and link, the same headline of another week is another', () => {
    const weekly = (n: number) => keys({ titleKey: 'this week', published: day(n) });
    expect(matchItems(known([weekly(1)]), [weekly(8), weekly(1)])).toEqual([null, 'k0']);
  });

  it('N1: an entry that is listed with each of its revisions is one', () => {
    const entry = keys({ guid: 'g', linkKey: 'x/a', titleKey: 'a', published: day(1) });
    expect(
      withoutDoubles([{ ...entry, titleKey: 'a, corrected' }, entry, { ...entry, published: day(2) }]),
    ).toHaveLength(1);
  });
});

const few = (letters: string) => fc.option(fc.constantFrom(...letters), { nil: null });
const anyKeys: fc.Arbitrary<ItemKeys> = fc.record({
  guid: few('abcdef'),
  linkKey: few('pqrstu'),
  titleKey: fc.constantFrom('', 'rose', 'lion', 'wave', 'moth'),
  published: fc.option(fc.integer({ min: 1, max: 9 }).map(day), { nil: null }),
});
const anyFeed = fc.array(anyKeys, { maxLength: 12 });

/** What is known after a feed was read: those found again with what it says now, and the new ones. */
function after(before: readonly KnownItem[], listed: readonly ItemKeys[]): readonly KnownItem[] {
  const matched = matchItems(before, listed);
  const told = new Map(listed.map((item, n) => [matched[n], item]));
  const fresh = listed.filter((_, n) => matched[n] === null);
  return [
    ...before.map((item) => ({ ...item, ...told.get(item.id) })),
    ...fresh.map((item, n) => ({ ...item, id: `${before.length + n}` })),
  ];
}

describe('any feed, however badly it is made', () => {
  it('N1: the same list again brings nothing new', () => {
    fc.assert(
      fc.property(anyFeed, anyFeed, (first, second) => {
        let state = after(after([], withoutDoubles(first)), withoutDoubles(second));
        for (let again = 0; again < 2; again += 1) {
          expect(matchItems(state, withoutDoubles(second))).not.toContain(null);
          state = after(state, withoutDoubles(second));
        }
      }),
    );
  });

  it('N1: no two items are taken for one', () => {
    fc.assert(
      fc.property(anyFeed, anyFeed, (before, listed) => {
        const found = matchItems(known(withoutDoubles(before)), withoutDoubles(listed)).filter(
          (id) => id !== null,
        );
        expect(new Set(found).size).toBe(found.length);
      }),
    );
  });

  it('N1: in another order it is the same', () => {
    fc.assert(
      fc.property(anyFeed, anyFeed, (before, listed) => {
        const [state, items] = [known(withoutDoubles(before)), withoutDoubles(listed)];
        const backwards = matchItems(state.toReversed(), items.toReversed()).toReversed();
        expect(backwards).toEqual(matchItems(state, items));
      }),
    );
  });

  it('N1: where each has an id of its own, any edit of the rest is an edit', () => {
    const distinct = fc.uniqueArray(anyKeys, { selector: ({ guid }) => guid, maxLength: 6 });
    fc.assert(
      fc.property(distinct, fc.array(anyKeys, { minLength: 6, maxLength: 6 }), (items, edits) => {
        const named = items.filter(({ guid }) => guid !== null);
        const edited = named.map((item, n) => ({ ...(edits[n] ?? item), guid: item.guid }));
        expect(new Set(matchItems(known(named), edited))).not.toContain(null);
      }),
    );
  });
});
