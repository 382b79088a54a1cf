import { firstLine, setLine, withChildren } from '../edit/text/component-lines.ts';
import { touch } from '../edit/text/touch.ts';
import {
  parseSource,
  type SourceComponent,
  type SourceNode,
  writeNode,
  writeSource,
} from '../text/source-document.ts';
import { mergeObjects } from './merge-objects.ts';
import type { FieldGroup } from './parts/field-group.ts';
import { sequenceOf } from './patch-event.ts';

export interface GoBack {
  /** What the edit found, and what it made of it. */
  readonly before: string;
  readonly after: string;
  readonly current: string;
  readonly now: Temporal.Instant;
}

/**
 * The current text without what an edit did to it: what others have changed since stays, and where they changed the same,
 * nothing is taken back. The result is a new revision, as guests know an event by its number (RFC 5545, 3.8.7.4).
 */
export function goBack({
  before,
  after,
  current,
  now,
}: GoBack):
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly clashing: readonly FieldGroup[] } {
  const merged = mergeObjects({ base: after, mine: before, theirs: current, prefer: 'theirs', now });
  if (merged.conflicts.length > 0) return { ok: false, clashing: merged.conflicts };
  return { ok: true, text: merged.equalsTheirs ? current : renewed(merged.text, current, now) };
}

/** Every event that differs from the one that is there now gets a number behind it. */
function renewed(text: string, current: string, now: Temporal.Instant): string {
  const there = new Map(eventsOf(parseSource(current).nodes).map((event) => [nameOf(event), event]));
  const renew = (node: SourceNode): SourceNode => {
    if (node.kind === 'line') return node;
    if (node.name === 'VCALENDAR') return withChildren(node, node.children.map(renew));
    const old = node.name === 'VEVENT' ? there.get(nameOf(node)) : undefined;
    return old && writeNode(old) !== writeNode(node) ? behind(node, old, now) : node;
  };
  return writeSource({ nodes: parseSource(text).nodes.map(renew) });
}

function behind(event: SourceComponent, old: SourceComponent, now: Temporal.Instant): SourceComponent {
  const lineEnd = event.begin.raw.endsWith('\r\n') ? '\r\n' : '\n';
  const sequence = Math.max(sequenceOf(event), sequenceOf(old) + 1);
  const touched = touch(event, { now, lineEnd }, false);
  return setLine(touched, `SEQUENCE:${sequence}`, { lineEnd, after: ['DTSTAMP'] });
}

function eventsOf(nodes: readonly SourceNode[]): readonly SourceComponent[] {
  return nodes.flatMap((node) => {
    if (node.kind === 'line') return [];
    return node.name === 'VEVENT' ? [node] : eventsOf(node.children);
  });
}

/** Which instance an override stands for, as both texts write it. */
function nameOf(event: SourceComponent): string {
  return firstLine(event, 'RECURRENCE-ID')?.text ?? '';
}
