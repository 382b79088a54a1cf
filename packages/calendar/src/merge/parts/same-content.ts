import { parseSource, type SourceComponent, type SourceNode } from '../../text/source-document.ts';
import { includes } from './includes.ts';
import { type ObjectParts, objectParts } from './object-parts.ts';
import { componentText, keysOf, sameUnits } from './unit.ts';

/**
 * Whether two texts mean the same: order, folding, line ends, spelling, time zone definitions, bookkeeping
 * (DTSTAMP, LAST-MODIFIED, CREATED, SEQUENCE) and what a calendar says of itself (PRODID, METHOD) apart.
 */
export function sameContent(one: string, other: string): boolean {
  if (one === other) return true;
  const [first, second] = [objectParts(one), objectParts(other)];
  if (!first || !second) return !first && !second && sameText(one, other);
  if (first.uid !== second.uid) return false;
  return keysOf(first.events, second.events).every((key) => {
    const [here, there] = [first.events.get(key), second.events.get(key)];
    return here !== undefined && there !== undefined && sameUnits(here.units, there.units);
  });
}

/**
 * Whether `stored` is what a server made of `sent`: it says all that was sent, and beyond that only what servers add
 * by themselves, X- properties and parameters that nobody edits. So a deletion that has not arrived is told apart from
 * one that has. An empty text was never sent.
 */
export function isRewriteOf(stored: string, sent: string): boolean {
  if (sent === '') return false;
  if (sameContent(stored, sent)) return true;
  const [after, before] = [objectParts(stored), objectParts(sent)];
  if (!after || !before || after.uid !== before.uid) return false;
  return keysOf(after.events, before.events).every((key) => isRewritten(after, before, key));
}

function isRewritten(after: ObjectParts, before: ObjectParts, key: string): boolean {
  const [stored, sent] = [after.events.get(key), before.events.get(key)];
  if (!stored || !sent) return false;
  return keysOf(stored.units, sent.units).every((name) => {
    const [there, here] = [stored.units.get(name), sent.units.get(name)];
    return (
      (here?.meaning ?? '') === (there?.meaning ?? '') || includes(there?.nodes ?? [], here?.nodes ?? [])
    );
  });
}

/** For tasks, journals and texts that are none of them. */
function sameText(one: string, other: string): boolean {
  const [first, second] = [contentOf(one), contentOf(other)];
  return first !== '' && first === second;
}

function contentOf(text: string): string {
  const parts = parseSource(text).nodes.flatMap((node): readonly SourceNode[] =>
    node.kind === 'component' && node.name === 'VCALENDAR' ? node.children : [node],
  );
  const said = parts.filter(
    (node): node is SourceComponent => node.kind === 'component' && node.name !== 'VTIMEZONE',
  );
  return said
    .map((part) => `${uidLine(part)}${componentText(part)}`)
    .sort()
    .join('\n');
}

/** Bookkeeping within a component, but its identity here. */
function uidLine({ children }: SourceComponent): string {
  const line = children.find((node) => node.kind === 'line' && node.name === 'UID');
  return line?.kind === 'line' ? `${line.text}\n` : '';
}
