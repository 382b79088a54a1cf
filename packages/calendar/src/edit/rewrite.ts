import { readObject } from '../read/read-object.ts';
import { parseSource, type SourceComponent, type SourceNode, writeSource } from '../text/source-document.ts';
import { withChildren } from './text/component-lines.ts';
import type { EditContext } from './text/event-fields.ts';
import { type EventText, nowhere } from './text/event-text.ts';
import { refuse } from './text/refused.ts';
import { timeZonesFor, tzidsIn } from './zones/time-zones-for.ts';

/** What becomes of the events of a text. */
export interface Rewriting {
  /** By the component as it stood; null takes it out, absent leaves it alone. */
  readonly changed: ReadonlyMap<SourceComponent, SourceComponent | null>;
  /** To stand behind the last event. */
  readonly added?: readonly SourceComponent[];
}

/** The text with its events rewritten. */
export function rewrite(source: EventText, rewriting: Rewriting, context: EditContext): string {
  const children = withZones(source, eventsRewritten(source.calendar.children, rewriting), context);
  const calendar = withChildren(source.calendar, children);
  const nodes = source.document.nodes.map((node) => (node === source.calendar ? calendar : node));
  const text = writeSource({ nodes });
  checkWritten(text, source, context);
  return text;
}

/** Nothing is handed out that could not be read again as a whole. */
function checkWritten(text: string, source: EventText, { zone }: EditContext): void {
  const read = readObject(text, nowhere(zone));
  if (!read.ok) refuse(read.reason);
  const wasInvalid = source.events.some((event) => event.source.invalidRule);
  if (read.object.flags.includes('invalid-rule') && !wasInvalid) {
    refuse('edit-rule-misfit');
  }
}

function eventsRewritten(children: readonly SourceNode[], { changed, added = [] }: Rewriting): SourceNode[] {
  const last = children.findLastIndex(isEvent);
  return children.flatMap((child, index) => {
    const next = child.kind === 'component' && changed.has(child) ? changed.get(child) : child;
    return [...(next ? [next] : []), ...(index === last ? added : [])];
  });
}

/** A zone that was not named before needs its definition; one that the file left undefined stays so. */
function withZones(source: EventText, children: readonly SourceNode[], { zone }: EditContext): SourceNode[] {
  const named = source.events.flatMap(({ node }) => tzidsIn(node));
  const texts = timeZonesFor(children.filter(isEvent), [...source.defined, ...named], source.lineEnd, zone);
  const first = children.findIndex(isEvent);
  return children.toSpliced(Math.max(0, first), 0, ...texts.flatMap((text) => parseSource(text).nodes));
}

function isEvent(node: SourceNode): node is SourceComponent {
  return node.kind === 'component' && node.name === 'VEVENT';
}
