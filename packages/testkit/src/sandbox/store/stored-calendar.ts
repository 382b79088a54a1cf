import { hash } from 'node:crypto';
import { type DavName, escapeXml } from '../wire/dav-name.ts';

/** One calendar object resource as the server holds it. */
export interface StoredObject {
  readonly name: string;
  readonly uid: string;
  readonly body: string;
  /** MD5 of the body, bare: how it is quoted on the wire is the answer's business. */
  readonly etag: string;
  /** The etag before the last write: what an eventually consistent server may still show. */
  readonly previousEtag: string | null;
  readonly modified: Temporal.Instant;
  readonly sequence: number;
  /** The body escaped for XML, made on first use and kept: a first sync is then mere copying. */
  escaped: string | null;
}

export type ChangeKind = 'added' | 'modified' | 'removed';

export interface Change {
  readonly sequence: number;
  readonly name: string;
  readonly kind: ChangeKind;
}

export interface StoredCalendar {
  readonly owner: string;
  readonly uri: string;
  /** Differs between two calendars that lived at the same URL one after the other. */
  readonly generation: string;
  readonly components: readonly string[];
  readonly readOnly: boolean;
  /** Inner markup by name: displayname, calendar-color, and whatever else a client has set. */
  readonly properties: Map<DavName, string>;
  /** In order of last change, so that a listing from the front is a page of an initial sync. */
  readonly objects: Map<string, StoredObject>;
  readonly namesByUid: Map<string, Set<string>>;
  /** UIDs of deleted objects, for servers with a trash bin. Moving an object away is no deletion. */
  readonly trashed: Set<string>;
  /** The change with sequence n lies at index n - 1. */
  readonly log: Change[];
  /** The change at which a `token-frozen` fault first caught this calendar. */
  frozenAt: number | null;
  /** Told after every change. */
  changed?: () => void;
  /** The same, for whoever wants to know which. */
  readonly told?: (change: Change) => void;
}

export const sequenceOf = (calendar: StoredCalendar): number => calendar.log.length;

export function writeObject(
  calendar: StoredCalendar,
  name: string,
  body: string,
  now: Temporal.Instant,
): StoredObject {
  const before = calendar.objects.get(name);
  if (before) forgetUid(calendar, before);
  const change = record(calendar, name, before ? 'modified' : 'added');
  const object: StoredObject = {
    name,
    uid: uidOf(body) ?? '',
    body,
    etag: hash('md5', body),
    previousEtag: before?.etag ?? null,
    modified: now,
    sequence: change.sequence,
    escaped: null,
  };
  calendar.objects.delete(name); // so that it moves to the end of the order
  calendar.objects.set(name, object);
  const names = calendar.namesByUid.get(object.uid);
  if (names) names.add(name);
  else calendar.namesByUid.set(object.uid, new Set([name]));
  return object;
}

/** Returns false where there was nothing to remove. */
export function eraseObject(calendar: StoredCalendar, name: string): boolean {
  const before = calendar.objects.get(name);
  if (!before) return false;
  forgetUid(calendar, before);
  calendar.objects.delete(name);
  record(calendar, name, 'removed');
  return true;
}

/** The name of another object with this UID, if there is one. */
export function otherHolderOfUid(calendar: StoredCalendar, uid: string, name: string): string | null {
  for (const holder of calendar.namesByUid.get(uid) ?? []) if (holder !== name) return holder;
  return null;
}

/** The body escaped for XML element content. */
export function escapedBody(object: StoredObject): string {
  object.escaped ??= escapeXml(object.body);
  return object.escaped;
}

/** The first UID of a calendar file, unfolded, or null. */
export function uidOf(body: string): string | null {
  const found = /^UID(?:;[^:\r\n]*)?:(.*(?:\r?\n[ \t].*)*)/im.exec(body)?.[1];
  return found === undefined ? null : found.replace(/\r?\n[ \t]/g, '').trim();
}

function record(calendar: StoredCalendar, name: string, kind: ChangeKind): Change {
  const change = { sequence: calendar.log.length + 1, name, kind };
  calendar.log.push(change);
  // After the change itself is there, as a server does it.
  if (calendar.changed) queueMicrotask(calendar.changed);
  if (calendar.told) queueMicrotask(() => calendar.told?.(change));
  return change;
}

function forgetUid(calendar: StoredCalendar, object: StoredObject): void {
  const names = calendar.namesByUid.get(object.uid);
  names?.delete(object.name);
  if (names?.size === 0) calendar.namesByUid.delete(object.uid);
}
