import { uidOf } from '@atelier/calendar/merge/uid-of';
import type { Database } from '@atelier/database/database';
import { fingerprints } from '@atelier/database/object/object-store';
import { isWrittenElsewhere, type PendingWrite } from '@atelier/database/object/outbox-store';
import type { CalendarProvider } from '@atelier/providers/port/calendar-provider';
import { ProviderFailure } from '@atelier/providers/port/failure';
import type { PutOutcome, RemoveOutcome } from '@atelier/providers/port/writes';
import type { RemoteVersion } from '../reconcile/reconcile.ts';

/** An answer that asks for a look at what the provider has. */
export type Surprise = Extract<PutOutcome | RemoveOutcome, { outcome: 'changed' | 'gone' | 'duplicate' }>;

export interface FoundVersion {
  readonly remote: RemoteVersion | null;
  /** There is an object under the address of the write, the one that was meant or another one. */
  readonly occupied: boolean;
}

interface Where {
  readonly calendar: { readonly id: string; readonly href: string };
  readonly provider: CalendarProvider;
}

/** By name; and by UID where it may have got another name, unless that is an object that Atelier knows besides. */
export async function remoteVersion(
  database: Database,
  { calendar, provider }: Where,
  write: PendingWrite,
  outcome: Surprise,
): Promise<FoundVersion> {
  const href = outcome.outcome === 'duplicate' ? outcome.href : write.href;
  const { found, unreadable } = href === null ? NOTHING : await provider.fetch(calendar.href, [href]);
  if (unreadable[0])
    throw new ProviderFailure('malformed', unreadable[0].reason, 'It is tried again by itself.');
  const [named] = found;
  const isHere = named?.href === write.href;
  if (isHere && isSameEvent(named.body, write.uid)) return { remote: named, occupied: true };
  const elsewhere = named && !isHere ? named : null;
  const renamed = elsewhere ?? (await byUid(provider, calendar.href, write.uid));
  const known = renamed !== null && (await isKnown(database, calendar.id, renamed.href, write.id));
  return { remote: known ? null : renamed, occupied: isHere };
}

/** Another event under the same address is not the one that was meant (T1). */
function isSameEvent(body: string, uid: string): boolean {
  const found = uidOf(body);
  return found === null || uid === '' || found === uid;
}

async function byUid(
  provider: CalendarProvider,
  calendarHref: string,
  uid: string,
): Promise<RemoteVersion | null> {
  return uid === '' ? null : provider.findByUid(calendarHref, uid);
}

/** As an object of the calendar, or as the one that another write is about: the place that it was moved from, say. */
async function isKnown(
  database: Database,
  calendarId: string,
  href: string,
  writeId: string,
): Promise<boolean> {
  // What could not be read yet says nothing of whose it is.
  const here = await fingerprints(database, calendarId, [href]);
  if (here.some(({ uid }) => uid !== '')) return true;
  return isWrittenElsewhere(database, { calendarId, href, writeId });
}

const NOTHING = { found: [], unreadable: [] };
