import { linesNamed, withChildren } from '../edit/text/component-lines.ts';
import { nowhere } from '../edit/text/event-text.ts';
import { withUid } from '../edit/text/with-uid.ts';
import type { ReadReason } from '../occurrence.ts';
import { splitIcsFile } from '../read/ics-file.ts';
import { readObject } from '../read/read-object.ts';
import { contentLine } from '../text/content-line.ts';
import { plainText } from '../text/plain-text.ts';
import {
  parseSource,
  type SourceComponent,
  type SourceNode,
  writeNode,
  writeSource,
} from '../text/source-document.ts';
import { sequenceOf } from './cancelled.ts';

export interface ImportedResource {
  readonly uid: string;
  /** A whole calendar object (RFC 4791, 4.1), with the definitions of its zones and without METHOD. */
  readonly text: string;
  /** What the file wants done with it (RFC 5546); null where it says nothing. */
  readonly method: string | null;
}

export interface SplitImport {
  readonly resources: readonly ImportedResource[];
  /** Why, for each thing that cannot be stored. */
  readonly refused: readonly { readonly reason: SplitReason; readonly title: string }[];
}

type SplitReason = ReadReason | 'import-empty' | 'import-older-beside';

/**
 * A file as the calendar objects it holds: a resource for each UID, in file order. Components without a UID get one
 * from `newUid`. Of two events that claim one UID the higher SEQUENCE is taken (T1); where neither is higher, and they
 * are not the same again, the second becomes an event of its own. So does what is to be ADDed to a series, which is
 * never put in its place.
 */
export function splitImport(text: string, newUid: () => string): SplitImport {
  const split = splitIcsFile(text);
  if (split.length === 0)
    return { resources: [], refused: [{ reason: reasonAgainst(text, null) ?? 'import-empty', title: '' }] };
  const resources: ImportedResource[] = [];
  const refused: { reason: SplitReason; title: string }[] = [];
  for (const resource of split.flatMap((each) =>
    apart(each, newUid, () => refused.push({ reason: 'import-older-beside', title: titleOf(each.text) })),
  )) {
    const reason = reasonAgainst(resource.text, resource.method);
    if (reason === null) resources.push(resource);
    else refused.push({ reason, title: titleOf(resource.text) });
  }
  return { resources, refused };
}

/** What somebody would know it by, also where nothing else of it can be read. */
function titleOf(text: string): string {
  const [summary] = parseSource(text)
    .nodes.flatMap((node) => (node.kind === 'component' ? node.children : []))
    .flatMap((child) => (child.kind === 'component' ? linesNamed(child, 'SUMMARY') : []));
  if (!summary) return '';
  const written = contentLine(summary.text)
    .value.replace(/\\([\\;,])/g, '$1')
    .replace(/\\n/gi, ' ');
  return plainText(written, LONGEST_TITLE);
}

/** Characters. */
const LONGEST_TITLE = 200;

/** The zone does not matter to whether a text can be read. */
function reasonAgainst(text: string, method: string | null): ReadReason | null {
  const read = readObject(text, { ...nowhere('UTC'), method });
  return read.ok ? null : read.reason;
}

function apart(resource: ImportedResource, newUid: () => string, outdated: () => void): ImportedResource[] {
  const { uid, text, method } = resource;
  if (uid === '') return [named(resource, text, newUid())];
  if (method === 'ADD') return [named(resource, text, addedUid(uid, text))];
  const { nodes } = parseSource(text);
  const all = nodes.flatMap(mastersOf).map((node) => [writeNode(node), sequenceOf(node)] as const);
  const masters = [...new Map(all)].map(([written, sequence]) => ({ written, sequence }));
  const latest = Math.max(...masters.map(({ sequence }) => sequence));
  const [first, ...others] = masters.filter(({ sequence }) => sequence === latest);
  if (first === undefined || all.length < 2) return [resource];
  for (let old = others.length + 1; old < masters.length; old++) outdated();
  const only = (master: string, overrides: boolean) =>
    writeSource({ nodes: nodes.map((node) => keeping(node, master, overrides)) });
  return [
    { uid, text: only(first.written, true), method },
    ...others.map(({ written }) => named(resource, only(written, false), newUid())),
  ];
}

/** The same for the same file again. */
function addedUid(uid: string, text: string): string {
  const read = readObject(text, { ...nowhere('UTC'), method: null });
  return `${uid}-added-${(read.ok && read.object.firstStart) || 0}`;
}

function named({ method }: ImportedResource, text: string, uid: string): ImportedResource {
  return { uid, text: withUid(text, uid), method };
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
