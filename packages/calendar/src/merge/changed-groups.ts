import { type FieldGroup, inGroupOrder } from './parts/field-group.ts';
import { objectParts } from './parts/object-parts.ts';
import { sameContent } from './parts/same-content.ts';
import { keysOf, sameUnit, type Units } from './parts/unit.ts';

/** What differs between two versions of an object, in any of its events; `rest` for texts that are no single event. */
export function changedGroups(before: string, after: string): FieldGroup[] {
  if (sameContent(before, after)) return [];
  const [was, is] = [objectParts(before), objectParts(after)];
  if (!was || !is || was.uid !== is.uid) return ['rest'];
  return inGroupOrder(
    keysOf(was.events, is.events).flatMap((key) => {
      const [old, now] = [was.events.get(key), is.events.get(key)];
      return old && now ? differingGroups(old.units, now.units) : ['time' as const];
    }),
  );
}

function differingGroups(one: Units, other: Units): FieldGroup[] {
  return keysOf(one, other)
    .filter((key) => !sameUnit(one.get(key), other.get(key)))
    .map((key) => (one.get(key) ?? other.get(key))?.group ?? 'rest');
}
