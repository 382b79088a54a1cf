import { nowhere } from '../edit/text/event-text.ts';
import { readObject } from '../read/read-object.ts';
import type { SourceComponent, SourceNode } from '../text/source-document.ts';
import { decidedDates } from './merge-dates.ts';
import { mergeUnits } from './merge-units.ts';
import { type FieldGroup, inGroupOrder } from './parts/field-group.ts';
import { type EventPart, MASTER, objectParts } from './parts/object-parts.ts';
import { sameContent } from './parts/same-content.ts';
import { keysOf } from './parts/unit.ts';
import type { Side, Versions } from './parts/versions.ts';
import { clash } from './parts/zones-of.ts';
import { patchEvent } from './patch-event.ts';
import { decideSeries, type SeriesDecision } from './series-decision.ts';
import { writeParts } from './write-parts.ts';

export interface MergeInput {
  /** The version that both sides started from; empty where there is none. */
  readonly base: string;
  readonly mine: string;
  /** The provider's: its bytes are kept wherever nothing of mine goes in. */
  readonly theirs: string;
  /** Who wins what both changed differently. */
  readonly prefer: Side;
  readonly now: Temporal.Instant;
}

export interface MergeResult {
  readonly text: string;
  /** Groups that both sides changed to different things, in any event of the object. */
  readonly conflicts: readonly FieldGroup[];
  /** The text says what theirs says, and is theirs byte for byte: there is nothing to write. */
  readonly equalsTheirs: boolean;
}

/**
 * Three-way merge of one calendar object resource by field group (S2, S6). What one side alone changed goes in
 * silently; what both changed differently is named, and `prefer` decides. Never throws: what cannot be taken apart is
 * decided as a whole, as a conflict of `rest`.
 */
export function mergeObjects(input: MergeInput): MergeResult {
  const { base, mine, theirs } = input;
  if (mine === theirs || mine === base) return { text: theirs, conflicts: [], equalsTheirs: true };
  if (base === theirs) return result(input, mine, []);
  const [before, ours, yours] = [objectParts(base), objectParts(mine), objectParts(theirs)];
  if (!ours || !yours || ours.uid !== yours.uid || clash(ours.calendar, yours.calendar))
    return mergeWhole(input);
  const versions = { base: before?.uid === yours.uid ? before : null, mine: ours, theirs: yours };
  return checked(input, mergeParts(versions, input));
}

function result({ theirs }: MergeInput, text: string, conflicts: Iterable<FieldGroup>): MergeResult {
  const equalsTheirs = sameContent(text, theirs);
  return { text: equalsTheirs ? theirs : text, conflicts: inGroupOrder(conflicts), equalsTheirs };
}

function mergeWhole(input: MergeInput): MergeResult {
  const { base, mine, theirs, prefer } = input;
  if (sameContent(mine, theirs) || sameContent(base, mine)) return result(input, theirs, []);
  if (sameContent(base, theirs)) return result(input, mine, []);
  return result(input, input[prefer], ['rest']);
}

function mergeParts(versions: Versions, input: MergeInput): MergeResult {
  const { mine, theirs } = versions;
  const decision = decideSeries(versions, input.prefer);
  const conflicts = new Set<FieldGroup>(decision.conflict ? ['time'] : []);
  const replaced = new Map<SourceNode, SourceComponent | null>();
  const added: SourceComponent[] = [];
  for (const key of keysOf(theirs.events, mine.events)) {
    const there = theirs.events.get(key)?.event ?? null;
    const merged = mergeEvent(versions, key, decision, input);
    for (const group of merged.conflicts) conflicts.add(group);
    if (there && merged.event !== there) replaced.set(there, merged.event);
    if (!there && merged.event) added.push(merged.event);
  }
  const equalsTheirs = replaced.size + added.length === 0;
  const text = equalsTheirs ? input.theirs : writeParts(theirs, mine, replaced, added);
  return { text, conflicts: inGroupOrder(conflicts), equalsTheirs };
}

interface MergedEvent {
  /** Theirs itself where nothing of mine goes in; null where there is none in the end. */
  readonly event: SourceComponent | null;
  readonly conflicts: readonly FieldGroup[];
}

/** The master or an override. */
function mergeEvent(
  versions: Versions,
  key: string,
  decision: SeriesDecision,
  input: MergeInput,
): MergedEvent {
  const [was, here, there] = [versions.base, versions.mine, versions.theirs].map(
    (parts) => parts?.events.get(key) ?? null,
  ) as [EventPart | null, EventPart | null, EventPart | null];
  const chosen = decision.instances.get(key) === 'mine' ? here : there;
  if (!chosen || !here || !there) return { event: chosen?.event ?? null, conflicts: [] };
  const { patches, conflicts } = mergeUnits({
    base: was?.units ?? new Map(),
    mine: here.units,
    theirs: there.units,
    prefer: input.prefer,
    ...(key === MASTER ? { decided: decidedDates(versions, decision) } : {}),
  });
  const event = patches.length > 0 ? patchEvent(there.event, here.event, patches, input.now) : there.event;
  return { event, conflicts };
}

/** Changes that go together line by line may still leave nothing of a series: then one side's is better than neither. */
function checked(input: MergeInput, merged: MergeResult): MergeResult {
  const { mine, theirs, prefer } = input;
  if (merged.equalsTheirs || hasInstances(merged.text)) return merged;
  if (!hasInstances(mine) || !hasInstances(theirs)) return merged;
  return result(input, input[prefer], [...merged.conflicts, 'time']);
}

function hasInstances(text: string): boolean {
  const read = readObject(text, nowhere('UTC'));
  return read.ok && read.object.components.length > 0 && !read.object.flags.includes('no-instances');
}
