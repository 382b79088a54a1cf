import type { ChangedObject } from '../../port/changes.ts';
import { ProviderFailure } from '../../port/failure.ts';
import type { AlreadyGone, StoredVersion } from '../../port/writes.ts';
import type { CalendarSession } from '../collection/calendar-session.ts';
import { lookAgainOnce } from '../fetch/look-at-object.ts';
import { isSameEtag } from '../wire/etag.ts';
import { canonicalHref, isMember } from '../wire/href.ts';
import type { WriteAnswer } from '../wire/write-answer.ts';
import { goneFrom } from './calendar-presence.ts';
import { isStrong } from './write-condition.ts';

/**
 * What the server made of it: some rewrite it although their ETag says nothing of that (Radicale, Xandikos, Cyrus);
 * some put a new object under a name of their own and say so in Location. `answer` is null where its headers do not
 * speak of this object, `sent` what was written. Throws ProviderFailure when it cannot be read back: then nobody knows
 * what is there.
 */
export async function storedVersion(
  session: CalendarSession,
  href: string,
  answer: WriteAnswer | null,
  sent: string | null = null,
): Promise<StoredVersion | AlreadyGone> {
  const named = placeOf(session, answer?.header('location')) ?? href;
  const stored =
    (await lookAgainOnce(session, named)) ?? (named === href ? null : await lookAgainOnce(session, href));
  const own = session.dialect === 'icloud' && sent !== null ? ownVersion(href, sent, answer, stored) : null;
  if (own !== null) return own;
  // Gone again a moment later: somebody deleted it.
  if (stored === null) return goneFrom(session);
  const etag = bestEtag(stored.etag, answer?.header('etag') ?? null);
  return { outcome: 'stored', href: stored.href, etag, body: stored.body };
}

/** That of the text just read; a proxy that compresses it weakens its etag, but not that of the PUT. */
function bestEtag(read: string | null, written: string | null): string | null {
  if (read === null) return written;
  return written !== null && isStrong(written) && isSameEtag(read, written) ? written : read;
}

/** Only a place inside this calendar, and never another host: its path is asked of ours. */
function placeOf({ url, collection }: CalendarSession, location: string | undefined): string | null {
  const target = location === undefined ? null : URL.parse(location, url);
  if (target === null || target.hostname !== url.hostname) return null;
  const href = canonicalHref(target.pathname);
  return isMember(href, collection) ? href : null;
}

/**
 * For a while iCloud may know nothing of what it has just taken, or show the version before it: its word on the PUT
 * counts then. Null where what was read is no older.
 */
function ownVersion(
  href: string,
  sent: string,
  answer: WriteAnswer | null,
  read: ChangedObject | null,
): StoredVersion | null {
  const etag = answer?.header('etag') ?? null;
  if (etag !== null && !isSameEtag(etag, read?.etag ?? null))
    return { outcome: 'stored', href, etag, body: sent };
  if (read !== null) return null;
  throw new ProviderFailure(
    'server-error',
    'The server took the event and does not show it yet.',
    'It is looked at again by itself.',
  );
}
