import type { SourceNode } from '../text/source-document.ts';
import { mergePerson } from './merge-person.ts';
import type { FieldGroup } from './parts/field-group.ts';
import { keysOf, sameUnit, type Unit, type Units } from './parts/unit.ts';
import type { Side } from './parts/versions.ts';

/** What goes into their event: the lines it takes the place of, and those that stand there then. */
export interface Patch {
  readonly group: FieldGroup;
  readonly remove: readonly SourceNode[];
  readonly insert: readonly SourceNode[];
}

export interface UnitsInput {
  readonly base: Units;
  readonly mine: Units;
  readonly theirs: Units;
  readonly prefer: Side;
  /** Keys that are decided already, with the series as a whole; null leaves theirs. */
  readonly decided?: ReadonlyMap<string, Patch | null>;
}

export interface MergedUnits {
  readonly patches: readonly Patch[];
  readonly conflicts: readonly FieldGroup[];
}

/** Three ways, unit by unit. */
export function mergeUnits({ base, mine, theirs, prefer, decided }: UnitsInput): MergedUnits {
  const patches: Patch[] = [];
  const conflicts: FieldGroup[] = [];
  for (const key of keysOf(theirs, mine)) {
    const settled = decided?.get(key);
    if (settled) patches.push(settled);
    if (settled !== undefined) continue;
    const merged = mergeUnit({ was: base.get(key), here: mine.get(key), there: theirs.get(key), prefer });
    if (merged.patch) patches.push(merged.patch);
    if (merged.conflict) conflicts.push(merged.conflict);
  }
  return { patches, conflicts };
}

interface UnitInput {
  readonly was: Unit | undefined;
  readonly here: Unit | undefined;
  readonly there: Unit | undefined;
  readonly prefer: Side;
}

interface MergedUnit {
  readonly patch: Patch | null;
  readonly conflict: FieldGroup | null;
}

const THEIRS: MergedUnit = { patch: null, conflict: null };

function mergeUnit(input: UnitInput): MergedUnit {
  const { was, here, there, prefer } = input;
  if (sameUnit(here, there) || sameUnit(here, was)) return THEIRS;
  const people = here?.group === 'people' ? mergePeople(input) : null;
  if (people) return people;
  const patch = patchOf(here, there);
  if (sameUnit(there, was)) return { patch, conflict: null };
  return { patch: prefer === 'mine' ? patch : null, conflict: patch.group };
}

/** My lines in the place of theirs. */
export function patchOf(here: Unit | undefined, there: Unit | undefined): Patch {
  return {
    group: (here ?? there)?.group ?? 'rest',
    remove: there?.nodes ?? [],
    insert: here?.nodes ?? [],
  };
}

/** An answer that came meanwhile and a name that was corrected here go together. */
function mergePeople({ was, here, there, prefer }: UnitInput): MergedUnit | null {
  const line = lineOf(there);
  const merged = mergePerson({ was: lineOf(was), here: lineOf(here), there: line, prefer });
  if (!merged) return null;
  const patch = merged.line === line ? null : { ...patchOf(here, there), insert: [merged.line] };
  return { patch, conflict: merged.conflict ? 'people' : null };
}

/** Somebody who stands there twice is taken as a whole. */
function lineOf(unit: Unit | undefined) {
  const [line, ...others] = unit?.nodes ?? [];
  return line?.kind === 'line' && others.length === 0 ? line : null;
}
