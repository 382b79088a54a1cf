import { createHash } from 'node:crypto';
import { setImmediate as turn } from 'node:timers/promises';
import { splitIcsFile } from '@atelier/calendar/read/ics-file';
import type { CutComponent, CutFeed } from './cut-feed.ts';

/** What a feed says of one UID: the components that have it, as an object of their own. */
export interface FeedObject {
  /** Empty where the feed gives none. */
  readonly uid: string;
  readonly body: string;
  /** Of what it says, without what many publishers write anew at every call: UID, stamps, the program. */
  readonly digest: string;
}

const SLICE_MS = 8;
const NO_SENSE = /^(?:UID|DTSTAMP|LAST-MODIFIED|CREATED|SEQUENCE|PRODID)[:;].*(?:\r?\n[ \t].*)*\r?\n/gim;

/** The objects of a feed in its order; what it takes back (METHOD:CANCEL) is not among them. */
export async function feedObjects({ components, zones }: CutFeed): Promise<readonly FeedObject[]> {
  const defined = zones.map((text) => ({ text, tzid: flat(valueOf(text, 'TZID')) }));
  const groups = new Map<string, CutComponent[]>();
  const objects: FeedObject[] = [];
  for (const [index, component] of components.entries()) {
    if (component.method === 'CANCEL') continue;
    const uid = valueOf(component.text, 'UID');
    const key = uid === '' ? `none ${index}` : `uid ${uid}`;
    const group = groups.get(key);
    if (group) group.push(component);
    else groups.set(key, [component]);
  }
  let sliceEnds = performance.now() + SLICE_MS;
  for (const group of groups.values()) {
    objects.push(...objectsOf(group, defined));
    if (performance.now() < sliceEnds) continue;
    await turn();
    sliceEnds = performance.now() + SLICE_MS;
  }
  return objects;
}

interface DefinedZone {
  readonly text: string;
  readonly tzid: string;
}

/** Some publishers define every zone of the world: only those are handed on of which there is some sign. */
function objectsOf(group: readonly CutComponent[], zones: readonly DefinedZone[]): readonly FeedObject[] {
  const parts = group.map(({ text }) => (text.endsWith('\n') ? text : `${text}\r\n`)).join('');
  const said = flat(parts);
  const needed = zones.filter(({ tzid }) => said.includes(tzid)).map(({ text }) => text);
  const file = ['BEGIN:VCALENDAR\r\n', ...needed, parts, 'END:VCALENDAR\r\n'].join('');
  return splitIcsFile(file).map(({ uid, text }) => ({ uid, body: text, digest: digestOf(text) }));
}

function flat(text: string): string {
  return text.replace(/\r?\n[ \t]|\\/g, '').toLowerCase();
}

/** Only to keep together what belongs together; what is read of it is read elsewhere. */
function valueOf(text: string, name: 'UID' | 'TZID'): string {
  const line = name === 'UID' ? UID : TZID;
  return (line.exec(text)?.[1] ?? '').replace(/\r?\n[ \t]/g, '').trim();
}

const UID = /^UID(?:;[^:\r\n]*)?:(.*(?:\r?\n[ \t].*)*)/im;
const TZID = /^TZID(?:;[^:\r\n]*)?:(.*(?:\r?\n[ \t].*)*)/im;

function digestOf(text: string): string {
  return createHash('sha256').update(text.replace(NO_SENSE, '')).digest('base64url');
}

/** Of the whole feed: equal when nothing in it that matters has changed, in whatever order it comes. */
export function feedVersion(objects: readonly FeedObject[]): string {
  const hash = createHash('sha256');
  for (const digest of objects.map((object) => object.digest).toSorted()) hash.update(digest);
  return hash.digest('base64url');
}
