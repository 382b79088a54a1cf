import type { DavName } from '../wire/dav-name.ts';
import type { CalendarStore, StoredUser } from './calendar-store.ts';
import { type Change, type StoredCalendar, type StoredObject, uidOf } from './stored-calendar.ts';

type SavedObject = Pick<StoredObject, 'name' | 'body' | 'etag' | 'previousEtag' | 'sequence'> & {
  readonly modified: string;
};

interface SavedCalendar
  extends Pick<StoredCalendar, 'owner' | 'uri' | 'generation' | 'components' | 'readOnly'> {
  readonly properties: readonly (readonly [DavName, string])[];
  readonly objects: readonly SavedObject[];
  readonly log: readonly Change[];
}

interface SavedUser extends Omit<StoredUser, 'calendars' | 'appPasswords'> {
  readonly appPasswords?: readonly string[];
  readonly calendars: readonly SavedCalendar[];
}

/** Users, calendars, objects and their history as JSON, passwords included: for a file of a demo, no more. */
export function saveStore(store: CalendarStore): string {
  const users = Array.from(
    store.users.values(),
    (user): SavedUser => ({
      ...user,
      appPasswords: [...user.appPasswords],
      calendars: Array.from(user.calendars.values(), saveCalendar),
    }),
  );
  return JSON.stringify({ version: 1, users });
}

/** Fills a store with what `saveStore` gave: etags and sync tokens stay valid. Throws on any other text. */
export function loadStore(store: CalendarStore, saved: string): void {
  const { version, users } = JSON.parse(saved) as { version: number; users: readonly SavedUser[] };
  if (version !== 1) throw new Error('This is no saved sandbox of this version.');
  for (const user of users) {
    const calendars = user.calendars.map((calendar) => [calendar.uri, loadCalendar(calendar)] as const);
    store.users.set(user.name, {
      ...user,
      appPasswords: new Set(user.appPasswords),
      calendars: new Map(calendars),
    });
  }
}

function saveCalendar(calendar: StoredCalendar): SavedCalendar {
  const { owner, uri, generation, components, readOnly, properties, objects, log } = calendar;
  return {
    owner,
    uri,
    generation,
    components,
    readOnly,
    log,
    properties: [...properties],
    objects: Array.from(objects.values(), ({ name, body, etag, previousEtag, sequence, modified }) => ({
      name,
      body,
      etag,
      previousEtag,
      sequence,
      modified: modified.toString(),
    })),
  };
}

function loadCalendar(saved: SavedCalendar): StoredCalendar {
  const objects = saved.objects.map(
    (object): StoredObject => ({
      ...object,
      uid: uidOf(object.body) ?? '',
      modified: Temporal.Instant.from(object.modified),
      escaped: null,
    }),
  );
  return {
    ...saved,
    properties: new Map(saved.properties),
    objects: new Map(objects.map((object) => [object.name, object])),
    namesByUid: namesByUid(objects),
    trashed: new Set(),
    log: [...saved.log],
    frozenAt: null,
  };
}

function namesByUid(objects: readonly StoredObject[]): Map<string, Set<string>> {
  const grouped = Map.groupBy(objects, (object) => object.uid);
  return new Map(Array.from(grouped, ([uid, holders]) => [uid, new Set(holders.map(({ name }) => name))]));
}
