import { type Patch, patchOf } from './merge-units.ts';
import { joinedDates } from './parts/date-values.ts';
import { MASTER, masterDates } from './parts/object-parts.ts';
import { sameUnit } from './parts/unit.ts';
import type { Versions } from './parts/versions.ts';
import type { SeriesDecision } from './series-decision.ts';

/** What the decision about a series means for the lines of its master; by key, null where theirs stay. */
export function decidedDates(
  versions: Versions,
  { whole, instances }: SeriesDecision,
): ReadonlyMap<string, Patch | null> {
  if (whole) return new Map(SERIES.map((key) => [key, whole === 'mine' ? mineAsOne(versions, key) : null]));
  const { base, mine, theirs } = versions;
  const keys = (parts: typeof base) =>
    new Set(parts ? masterDates(parts, 'RDATE').map(({ key }) => key) : []);
  const excluded = [mine, theirs].map((parts) => new Set(masterDates(parts, 'EXDATE').map(({ key }) => key)));
  const [was, here, there] = [keys(base), keys(mine), keys(theirs)];
  return new Map([
    [
      'EXDATE',
      joined(versions, 'EXDATE', (key) => excluded[instances.get(key) === 'mine' ? 0 : 1]?.has(key)),
    ],
    ['RDATE', joined(versions, 'RDATE', (key) => (here.has(key) === was.has(key) ? there : here).has(key))],
  ]);
}

const SERIES = ['time', 'EXDATE', 'RDATE'];

function unitsNamed({ mine, theirs }: Versions, key: string) {
  return [mine, theirs].map((parts) => parts.events.get(MASTER)?.units.get(key));
}

function mineAsOne(versions: Versions, key: string): Patch | null {
  const [here, there] = unitsNamed(versions, key);
  return sameUnit(here, there) ? null : patchOf(here, there);
}

/** Dates of both sides as one set. */
function joined(
  versions: Versions,
  name: 'EXDATE' | 'RDATE',
  isWanted: (key: string) => boolean | undefined,
): Patch | null {
  const [mine, theirs] = [masterDates(versions.mine, name), masterDates(versions.theirs, name)];
  const [here, there] = unitsNamed(versions, name);
  const insert = joinedDates(theirs, mine, (key) => isWanted(key) ?? false);
  const lines = there?.nodes ?? [];
  const patch = {
    ...patchOf(here, there),
    remove: lines.filter((line) => !insert.includes(line)),
    insert: insert.filter((line) => !lines.includes(line)),
  };
  return patch.remove.length + patch.insert.length === 0 ? null : patch;
}
