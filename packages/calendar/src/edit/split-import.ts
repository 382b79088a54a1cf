import { splitIcsFile } from '../ics-file.ts';
import { readObject } from '../read-object.ts';
import {
  parseSource,
  type SourceComponent,
  type SourceNode,
  writeNode,
  writeSource,
} from '../text/source-document.ts';
import { linesNamed, withChildren } from './component-lines.ts';
import { nowhere } from './event-text.ts';
import { withUid } from './with-uid.ts';

export interface ImportedResource {
  readonly uid: string;
  /** A whole calendar object (RFC 4791, 4.1), with the definitions of its zones and without METHOD. */
  readonly text: string;
}

export interface SplitImport {
  readonly resources: readonly ImportedResource[];
  /** A sentence for each thing that cannot be stored. */
  readonly refused: readonly { readonly reason: string }[];
}

/**
 * A file as the calendar objects it holds: a resource for each UID, in file order. Components without a UID get one
 * from `newUid`; so does a second event that claims the UID of another, unless it is the same again.
 */
export function splitImport(text: string, newUid: () => string): SplitImport {
  const split = splitIcsFile(text);
  if (split.length === 0) return { resources: [], refused: [{ reason: reasonAgainst(text) ?? EMPTY }] };
  const resources: ImportedResource[] = [];
  const refused: { reason: string }[] = [];
  for (const resource of split.flatMap((each) => apart(each, newUid))) {
    const reason = reasonAgainst(resource.text);
    if (reason === null) resources.push(resource);
    else refused.push({ reason });
  }
  return { resources, refused };
}

const EMPTY = 'There is nothing in this file.';

/** The zone does not matter to whether a text can be read. */
function reasonAgainst(text: string): string | null {
  const read = readObject(text, nowhere('UTC'));
  return read.ok ? null : read.reason;
}

function apart({ uid, text }: ImportedResource, newUid: () => string): ImportedResource[] {
  if (uid === '') return [named(text, newUid())];
  const { nodes } = parseSource(text);
  const masters = [...new Set(nodes.flatMap(mastersOf).map(writeNode))];
  const [first, ...others] = masters;
  if (first === undefined || nodes.flatMap(mastersOf).length < 2) return [{ uid, text }];
  return [
    { uid, text: writeSource({ nodes: nodes.map((node) => keeping(node, first, true)) }) },
    ...others.map((master) =>
      named(writeSource({ nodes: nodes.map((node) => keeping(node, master, false)) }), newUid()),
    ),
  ];
}

function named(text: string, uid: string): ImportedResource {
  return { uid, text: withUid(text, uid) };
}

function mastersOf(node: SourceNode): SourceComponent[] {
  if (node.kind === 'line') return [];
  return node.children.filter((child) => child.kind === 'component').filter(isMaster);
}

function isMaster(component: SourceComponent): boolean {
  return component.name !== 'VTIMEZONE' && linesNamed(component, 'RECURRENCE-ID').length === 0;
}

/** The calendar with only this one of its masters, and with its overrides or without. */
function keeping(node: SourceNode, master: string, overrides: boolean): SourceNode {
  if (node.kind === 'line') return node;
  let found = false;
  const children = node.children.filter((child) => {
    if (child.kind === 'line' || child.name === 'VTIMEZONE') return true;
    if (!isMaster(child)) return overrides;
    const kept: boolean = !found && writeNode(child) === master;
    found ||= kept;
    return kept;
  });
  return withChildren(node, children);
}
