import { masterDates, type ObjectParts } from './parts/object-parts.ts';
import { keysOf, sameUnits } from './parts/unit.ts';
import type { Versions } from './parts/versions.ts';

/** What a version has for one instance: an event that describes it, an EXDATE that takes it out. */
export type Existence = 'neither' | 'described' | 'excluded' | 'both';

export interface InstanceOnSide {
  readonly existence: Existence;
  /** This side has made it so, or has edited the event that describes it. */
  readonly touched: boolean;
}

export interface InstanceChange {
  readonly base: Existence;
  readonly mine: InstanceOnSide;
  readonly theirs: InstanceOnSide;
}

/** By key: the master, each override, and each excluded instance of any version. */
export function instanceChanges({ base, mine, theirs }: Versions): ReadonlyMap<string, InstanceChange> {
  const [before, here, there] = [instancesOf(base), instancesOf(mine), instancesOf(theirs)];
  const keys = keysOf(before.keys, here.keys, there.keys);
  return new Map(
    keys.map((key) => {
      const was = existence(before, key);
      return [key, { base: was, mine: onSide(before, here, key), theirs: onSide(before, there, key) }];
    }),
  );
}

interface Instances {
  readonly parts: ObjectParts | null;
  readonly excluded: ReadonlySet<string>;
  readonly keys: ReadonlySet<string>;
}

function instancesOf(parts: ObjectParts | null): Instances {
  const dates = parts ? masterDates(parts, 'EXDATE') : [];
  const excluded = new Set(dates.map(({ key }) => key));
  return { parts, excluded, keys: new Set([...(parts?.events.keys() ?? []), ...excluded]) };
}

function existence({ parts, excluded }: Instances, key: string): Existence {
  if (parts?.events.has(key)) return excluded.has(key) ? 'both' : 'described';
  return excluded.has(key) ? 'excluded' : 'neither';
}

function onSide(before: Instances, side: Instances, key: string): InstanceOnSide {
  const [was, is] = [before.parts?.events.get(key), side.parts?.events.get(key)];
  const edited = was !== undefined && is !== undefined && !sameUnits(was.units, is.units);
  const exists = existence(side, key);
  return { existence: exists, touched: edited || exists !== existence(before, key) };
}
