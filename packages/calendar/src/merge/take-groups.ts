import type { SourceComponent, SourceNode } from '../text/source-document.ts';
import { patchOf } from './merge-units.ts';
import type { FieldGroup } from './parts/field-group.ts';
import { type EventPart, objectParts } from './parts/object-parts.ts';
import { keysOf, sameUnit } from './parts/unit.ts';
import type { Side } from './parts/versions.ts';
import { clash } from './parts/zones-of.ts';
import { patchEvent } from './patch-event.ts';
import { writeParts } from './write-parts.ts';

/** Whose each field group is to be; what is not named stays as it is. */
export type TakenGroups = Readonly<Partial<Record<FieldGroup, Side | undefined>>>;

interface TakeGroups {
  /** The object as it is now: what nobody chooses stays as it is there, byte for byte. */
  readonly current: string;
  readonly mine: string;
  readonly theirs: string;
  readonly take: TakenGroups;
  readonly now: Temporal.Instant;
}

/**
 * Puts an event together from two versions, field group by field group. The time of a series goes as one: with its rule,
 * its dates and the instances that were changed. Null where a version cannot be taken apart, or where two define a zone
 * of the same name differently: then it is one or the other as a whole.
 */
export function takeGroups({ current, mine, theirs, take, now }: TakeGroups): string | null {
  const withMine = withGroups(current, mine, groupsOf(take, 'mine'), now);
  return withMine === null ? null : withGroups(withMine, theirs, groupsOf(take, 'theirs'), now);
}

function groupsOf(take: TakenGroups, side: Side): ReadonlySet<FieldGroup> {
  const chosen = Object.entries(take) as [FieldGroup, Side][];
  return new Set(chosen.flatMap(([group, taken]) => (taken === side ? [group] : [])));
}

function withGroups(
  text: string,
  from: string,
  groups: ReadonlySet<FieldGroup>,
  now: Temporal.Instant,
): string | null {
  const [there, side] = [objectParts(text), objectParts(from)];
  if (!there || !side || there.uid !== side.uid || clash(there.calendar, side.calendar)) return null;
  if (groups.size === 0) return text;
  const replaced = new Map<SourceNode, SourceComponent | null>();
  const added: SourceComponent[] = [];
  for (const key of keysOf(there.events, side.events)) {
    const [is, wanted] = [there.events.get(key), side.events.get(key)];
    if (is && wanted) {
      const event = taking(is, wanted, groups, now);
      if (event !== is.event) replaced.set(is.event, event);
    } else if (groups.has('time')) {
      // Which instances of a series were changed belongs to when it is.
      if (is) replaced.set(is.event, null);
      if (wanted) added.push(wanted.event);
    }
  }
  return replaced.size + added.length === 0 ? text : writeParts(there, side, replaced, added);
}

function taking(
  is: EventPart,
  wanted: EventPart,
  groups: ReadonlySet<FieldGroup>,
  now: Temporal.Instant,
): SourceComponent {
  const patches = keysOf(is.units, wanted.units).flatMap((key) => {
    const [there, here] = [is.units.get(key), wanted.units.get(key)];
    return sameUnit(here, there) ? [] : [patchOf(here, there)];
  });
  const chosen = patches.filter(({ group }) => groups.has(group));
  return chosen.length === 0 ? is.event : patchEvent(is.event, wanted.event, chosen, now);
}
