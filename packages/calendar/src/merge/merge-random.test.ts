import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { readObject } from '../read/read-object.ts';
import { BERLIN_2026 } from '../testing/calendar-text.ts';
import { changedGroups } from './changed-groups.ts';
import { type MergeInput, type MergeResult, mergeObjects } from './merge-objects.ts';
import { sameContent } from './parts/same-content.ts';
import { expectedMerge } from './testing/expected.ts';
import { FIELD_NAMES, type Model, type Style, textOf, write } from './testing/model.ts';

const NOW = Temporal.Instant.from('2026-11-21T08:00:00Z');
const merges = { made: 0 };

function merge(input: Omit<MergeInput, 'now'>): MergeResult {
  merges.made += 1;
  return mergeObjects({ ...input, now: NOW });
}

const style: fc.Arbitrary<Style> = fc.record({
  lineEnd: fc.constantFrom('\r\n', '\n'),
  fold: fc.constantFrom(12, 60, 75),
  turn: fc.nat(12),
  form: fc.nat(3),
  stamp: fc.nat(9),
});

/** Instances that are changed belong to series only. */
const base: fc.Arbitrary<Model> = fc
  .record({
    series: fc.boolean(),
    fields: fc.tuple(...FIELD_NAMES.map(() => fc.nat(3))),
    people: fc.tuple(fc.nat(9), fc.nat(9)),
    instances: fc.tuple(fc.nat(4), fc.nat(2), fc.constant(0), fc.constant(0)),
  })
  .map(({ series, fields, people, instances }) => ({
    series,
    time: 0,
    fields: Object.fromEntries(FIELD_NAMES.map((name, at) => [name, fields[at] ?? 0])) as Model['fields'],
    people,
    instances: series ? instances : [],
  }));

type Edit = readonly [where: number, value: number];
const PLACES = FIELD_NAMES.length + 8;
const edits = fc.array(fc.tuple(fc.nat(PLACES), fc.nat(9)), { maxLength: 4 });

function edited(model: Model, changes: readonly Edit[]): Model {
  return changes.reduce((changed, [where, value]) => applied(changed, where, value), model);
}

function applied(model: Model, where: number, value: number): Model {
  const name = FIELD_NAMES[where];
  if (name) return { ...model, fields: { ...model.fields, [name]: value % 4 } };
  const at = where - FIELD_NAMES.length;
  if (at < 2) return { ...model, people: model.people.with(at, value) };
  if (at < 6) return model.series ? { ...model, instances: model.instances.with(at - 2, value % 6) } : model;
  return { ...model, time: value % 6 };
}

const prefer = fc.constantFrom<'mine' | 'theirs'>('mine', 'theirs');

/** Lines in the order in which they stand, whatever stands between them. */
function isWithin(lines: readonly string[], text: string): boolean {
  let from = 0;
  return lines.every((line) => {
    const at = text.indexOf(line, from);
    from = at + line.length;
    return at >= 0;
  });
}

interface Case {
  readonly from: Model;
  readonly mine: Model;
  readonly theirs: Model;
  readonly texts: { readonly base: string; readonly mine: string; readonly theirs: string };
  readonly prefer: 'mine' | 'theirs';
}

/** Each side writes in its own style, as its program does. */
function cases(mineBy: fc.Arbitrary<Edit[]>, theirsBy: fc.Arbitrary<Edit[]>): fc.Arbitrary<Case> {
  return fc
    .tuple(base, mineBy, theirsBy, style, style, style, prefer)
    .map(([from, here, there, a, b, c, wins]) => {
      const [mine, theirs] = [edited(from, here), edited(from, there)];
      const texts = { base: written(from, a), mine: written(mine, b), theirs: written(theirs, c) };
      return { from, mine, theirs, texts, prefer: wins };
    });
}

function written(model: Model, by: Style): string {
  return textOf(write(model, by));
}

const none = fc.constant<Edit[]>([]);
const PLAIN: Style = { lineEnd: '\r\n', fold: 75, turn: 0, form: 0, stamp: 0 };

function check<T>(arbitrary: fc.Arbitrary<T>, numRuns: number, holds: (value: T) => void): void {
  fc.assert(fc.property(arbitrary, holds), { numRuns });
}

describe('mergeObjects with random objects and edits', { timeout: 60_000 }, () => {
  afterAll(() => {
    expect(merges.made).toBeGreaterThanOrEqual(50_000);
  });

  it('S2 S6 case 25: is what each field comes to by itself, names each conflict, and can be read', () => {
    check(cases(edits, edits), 8_000, ({ from, mine, theirs, texts, prefer }) => {
      const expected = expectedMerge({ base: from, mine, theirs }, prefer);
      const merged = merge({ ...texts, prefer });
      expect(new Set(merged.conflicts)).toEqual(expected.conflicts);
      expect(sameContent(merged.text, written(expected.model, PLAIN))).toBe(true);
      expect(merged.equalsTheirs).toBe(sameContent(merged.text, texts.theirs));
      expect(merged.equalsTheirs).toBe(merged.text === texts.theirs);
      expect(readObject(merged.text, BERLIN_2026).ok).toBe(true);
    });
  });

  it('S2 case 25: comes to the same from either side', () => {
    check(cases(edits, edits), 6_000, ({ texts, prefer }) => {
      const merged = merge({ ...texts, prefer });
      const turned = { base: texts.base, mine: texts.theirs, theirs: texts.mine };
      const other = merge({ ...turned, prefer: prefer === 'mine' ? 'theirs' : 'mine' });
      expect(other.conflicts).toEqual(merged.conflicts);
      expect(sameContent(other.text, merged.text)).toBe(true);
    });
  });

  it('S5 case 25: stays the same when it is merged again with what it was merged into', () => {
    check(cases(edits, edits), 4_000, ({ theirs, texts, prefer }) => {
      const { text } = merge({ ...texts, prefer });
      expect(merge({ ...texts, base: texts.theirs, mine: text, prefer }).text).toBe(text);
      const again = merge({ base: written(theirs, PLAIN), mine: text, theirs: texts.theirs, prefer });
      expect(again.conflicts).toEqual([]);
      expect(sameContent(again.text, text)).toBe(true);
    });
  });

  it('S2 case 25: is mine where only I changed something, however theirs is written', () => {
    check(cases(edits, none), 5_000, ({ texts, prefer }) => {
      const merged = merge({ ...texts, prefer });
      expect(merged.conflicts).toEqual([]);
      expect(sameContent(merged.text, texts.mine)).toBe(true);
    });
  });

  it('S6 case 25: is theirs byte for byte where only they changed something', () => {
    check(cases(none, edits), 5_000, ({ texts, prefer }) => {
      const { theirs } = texts;
      expect(merge({ ...texts, prefer })).toEqual({ text: theirs, conflicts: [], equalsTheirs: true });
    });
  });

  it('S2 case 25: has no conflict where both did the same', () => {
    const both = edits.chain((same) => cases(fc.constant(same), fc.constant(same)));
    check(both, 4_000, ({ texts, prefer }) => {
      const { theirs } = texts;
      expect(merge({ ...texts, prefer })).toEqual({ text: theirs, conflicts: [], equalsTheirs: true });
    });
  });

  it('S2 case 25: has both changes and no conflict where they are of different groups', () => {
    const on = (places: readonly number[]) =>
      fc.array(fc.tuple(fc.constantFrom(...places), fc.nat(9)), { minLength: 1, maxLength: 3 });
    const apart = cases(on([0, 2, 3, 6, 7]), on([1, 4, 5, 9, 10]));
    check(apart, 4_000, ({ texts, prefer }) => {
      const merged = merge({ ...texts, prefer });
      expect(merged.conflicts).toEqual([]);
      expect(changedGroups(texts.theirs, merged.text)).toEqual(changedGroups(texts.base, texts.mine));
      expect(changedGroups(texts.mine, merged.text)).toEqual(changedGroups(texts.base, texts.theirs));
    });
  });

  it('S6 case 34: keeps every line of theirs that is not mine to change, and takes mine as they are', () => {
    check(fc.tuple(cases(edits, edits), style, style), 5_000, ([{ from, mine, theirs, prefer }, a, b]) => {
      const [ours, yours] = [write(mine, a), write(theirs, b)];
      const { text } = merge({ base: written(from, a), mine: textOf(ours), theirs: textOf(yours), prefer });
      const { model, conflicts } = expectedMerge({ base: from, mine, theirs }, prefer);
      if (conflicts.size > 0) return;
      const kept = yours.filter(({ unit }) => saysAs(model, theirs, unit));
      expect(
        isWithin(
          kept.map(({ raw }) => raw),
          text,
        ),
      ).toBe(true);
      const taken = ours.filter(({ unit }) => FIELD_UNITS.has(unit) && !saysAs(model, theirs, unit));
      for (const { raw } of taken) expect(text).toContain(raw);
    });
  });
});

const FIELD_UNITS: ReadonlySet<string> = new Set(FIELD_NAMES.map((name) => `master ${name}`));

/** Whether two models say the same in one field of one event; what is kept for programs never counts. */
function saysAs(one: Model, other: Model, unit: string): boolean {
  const [event = '', field = '', index = ''] = unit.split(' ');
  if (event === '') return true;
  if (event !== 'master') return one.instances[Number(event)] === other.instances[Number(event)];
  if (field === 'bookkeeping') return false;
  if (field === 'time') return one.time === other.time;
  if (field === 'person') return one.people[Number(index)] === other.people[Number(index)];
  if (field === 'EXDATE') return excludedOf(one) === excludedOf(other);
  const name = FIELD_NAMES.find((known) => known === field);
  return name === undefined || one.fields[name] === other.fields[name];
}

function excludedOf({ instances }: Model): string {
  return instances.map((state) => state === 1).join();
}
