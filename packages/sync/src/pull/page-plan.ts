import type { ReadResult } from '@atelier/calendar/occurrence';
import type { ObjectFingerprint, StoredObject } from '@atelier/database/object/object-store';
import type { UnreadableObject } from '@atelier/providers/port/changes';
import { quarantinedObject, storedObject } from '../mirror/stored-object.ts';

/** A changed object with what was read from it. */
export interface ReadChange {
  readonly href: string;
  readonly etag: string | null;
  readonly body: string;
  /** MD5 of the body, hexadecimal. */
  readonly digest: string;
  readonly result: ReadResult;
}

export interface PageInput {
  readonly changed: readonly ReadChange[];
  readonly unreadable: readonly UnreadableObject[];
  /** Hrefs that are gone, after the guard let them pass. */
  readonly removed: readonly string[];
  /** What is stored at any of the hrefs named above. */
  readonly stored: readonly ObjectFingerprint[];
  readonly newId: () => string;
}

export interface PagePlan {
  readonly put: readonly StoredObject[];
  /** Those of `put` that were stored before. */
  readonly replaced: readonly string[];
  /** The text is the one we have; only the server's name for the version moved. */
  readonly etags: readonly { readonly id: string; readonly etag: string | null }[];
  readonly remove: readonly string[];
  readonly added: number;
  readonly updated: number;
  readonly removed: number;
}

/** Everything one page does to the mirror, decided before anything is done. Applying it twice changes nothing (S5). */
export function planPage({ changed, unreadable, removed, stored, newId }: PageInput): PagePlan {
  const byHref = new Map(stored.map((fingerprint) => [fingerprint.href, fingerprint]));
  const gone = removed.flatMap((href) => byHref.get(href) ?? []);
  const movable = new Map(
    gone.filter(({ uid }) => uid !== '').map((fingerprint) => [fingerprint.uid, fingerprint]),
  );
  const put: StoredObject[] = [];
  const etags: { id: string; etag: string | null }[] = [];
  const remove = new Set(gone.map(({ id }) => id));
  let added = 0;
  let updated = 0;

  for (const change of changed) {
    const before = byHref.get(change.href);
    const uid = change.result.ok ? change.result.object.uid : '';
    if (before?.digest === change.digest) {
      if (before.etag !== change.etag) etags.push({ id: before.id, etag: change.etag });
      continue;
    }
    if (before && uid !== '' && before.uid !== '' && before.uid !== uid) {
      // Another event under the same address: not an edit of the one we know (T1).
      remove.add(before.id);
      put.push(storedChange(newId(), change));
      updated += 1;
    } else if (before) {
      put.push(storedChange(before.id, change));
      updated += 1;
    } else {
      // The same event under a new address keeps its identity here (S3).
      const moved = uid === '' ? undefined : movable.get(uid);
      if (moved) {
        movable.delete(uid);
        remove.delete(moved.id);
        updated += 1;
      } else {
        added += 1;
      }
      put.push(storedChange(moved?.id ?? newId(), change));
    }
  }
  for (const object of unreadable) {
    if (byHref.has(object.href)) continue; // the last version that could be read is worth more than none
    put.push(emptyObject(newId(), object));
    added += 1;
  }
  const surviving = new Set(put.map(({ id }) => id));
  const before = new Set(stored.map(({ id }) => id));
  return {
    put,
    replaced: put.flatMap(({ id }) => (before.has(id) ? [id] : [])),
    etags,
    remove: [...remove].filter((id) => !surviving.has(id)),
    added,
    updated,
    removed: gone.filter(({ id }) => remove.has(id)).length,
  };
}

function storedChange(id: string, { href, etag, body, result }: ReadChange): StoredObject {
  return storedObject({ id, href, etag, source: body }, result);
}

/** Without an etag, so that the next full list asks for it again. */
function emptyObject(id: string, { href, reason }: UnreadableObject): StoredObject {
  return quarantinedObject({ id, href, etag: null, source: '' }, reason);
}
