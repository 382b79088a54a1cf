import { firstLine, insertLine, setLine, withChildren } from '../edit/text/component-lines.ts';
import { stampOf } from '../edit/text/touch.ts';
import type { SourceComponent, SourceNode } from '../text/source-document.ts';
import { rawValue } from '../text/value-start.ts';
import type { Patch } from './merge-units.ts';

/**
 * Their event with my lines in it, as a new revision of both (RFC 5545, 3.8.7): every line that no patch names stays
 * byte for byte where it is.
 */
export function patchEvent(
  theirs: SourceComponent,
  mine: SourceComponent,
  patches: readonly Patch[],
  now: Temporal.Instant,
): SourceComponent {
  const patched = patches.reduce(applied, theirs);
  const lineEnd = theirs.begin.raw.endsWith('\r\n') ? '\r\n' : '\n';
  const stamp = stampOf(now);
  const stamped = setLine(patched, `DTSTAMP:${stamp}`, { lineEnd, after: ['UID'] });
  const place = { lineEnd, after: ['DTSTAMP'] };
  const modified = setLine(stamped, `LAST-MODIFIED:${stamp}`, place);
  const sequence = nextSequence(theirs, mine, patches);
  return sequence === sequenceOf(theirs) ? modified : setLine(modified, `SEQUENCE:${sequence}`, place);
}

/** Behind both; and what moves an event that others know by their number gets a higher one (RFC 5545, 3.8.7.4). */
function nextSequence(theirs: SourceComponent, mine: SourceComponent, patches: readonly Patch[]): number {
  const there = sequenceOf(theirs);
  const moves = patches.some(({ group }) => group === 'time');
  return Math.max(sequenceOf(mine), moves ? there + 1 : there);
}

export function sequenceOf(event: SourceComponent): number {
  const line = firstLine(event, 'SEQUENCE');
  const sequence = line ? Number(rawValue(line.text)) : 0;
  return Number.isSafeInteger(sequence) && sequence > 0 ? sequence : 0;
}

function applied(event: SourceComponent, { remove, insert }: Patch): SourceComponent {
  const gone = new Set(remove);
  const at = event.children.findIndex((node) => gone.has(node));
  const kept = event.children.filter((node) => !gone.has(node));
  if (at >= 0) return withChildren(event, kept.toSpliced(at, 0, ...insert));
  return insert.reduce(added, withChildren(event, kept));
}

/** Behind lines of its name, or behind all lines, as alarms stand behind them; an alarm behind everything. */
function added(event: SourceComponent, node: SourceNode): SourceComponent {
  if (node.kind === 'line') return insertLine(event, node, [node.name]);
  return withChildren(event, [...event.children, node]);
}
