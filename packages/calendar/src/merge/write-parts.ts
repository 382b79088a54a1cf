import { type SourceComponent, type SourceNode, writeSource } from '../text/source-document.ts';
import type { ObjectParts } from './parts/object-parts.ts';
import { withZonesOf } from './parts/zones-of.ts';

/** A calendar with other events in the places of its own, new ones behind the last, and the zones that those need. */
export function writeParts(
  { document, calendar, events }: ObjectParts,
  other: ObjectParts,
  replaced: ReadonlyMap<SourceNode, SourceComponent | null>,
  added: readonly SourceComponent[],
): string {
  const last = [...events.values()].at(-1)?.event;
  const children = calendar.children.flatMap((node): readonly SourceNode[] => {
    const merged = replaced.get(node);
    const kept = merged === undefined ? [node] : merged === null ? [] : [merged];
    return node === last ? [...kept, ...added] : kept;
  });
  const rebuilt = withZonesOf({ ...calendar, children }, other.calendar);
  return writeSource({ nodes: document.nodes.map((node) => (node === calendar ? rebuilt : node)) });
}
