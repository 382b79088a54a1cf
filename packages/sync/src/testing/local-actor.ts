import { randomUUID } from 'node:crypto';
import { type CalendarPlace, lockCalendars } from '@atelier/database/calendar/calendar-place';
import { transact } from '@atelier/database/transaction';
import { moveLocal, removeLocal, saveLocal } from '../mirror/local-write.ts';
import type { SyncWorld } from './sync-world.ts';

/** Somebody who edits in Atelier, past all use cases: what they write is in the outbox when these return. For tests. */
export interface LocalActor {
  /** @returns the id of the new object. */
  add(calendarId: string, source: string): Promise<string>;
  edit(calendarId: string, uid: string, change: (source: string) => string): Promise<void>;
  remove(calendarId: string, uid: string): Promise<void>;
  move(calendarId: string, uid: string, to: string): Promise<void>;
}

export function localActor(world: Pick<SyncWorld, 'database' | 'at'>): LocalActor {
  const author = () => ({ actorId: 'ann', now: world.at, newId: randomUUID });
  const inPlaces = (
    ids: readonly string[],
    work: (transaction: Parameters<typeof saveLocal>[0], places: readonly CalendarPlace[]) => Promise<void>,
  ) =>
    transact(world.database, async (transaction) => {
      const places = await lockCalendars(transaction, ids);
      await work(
        transaction,
        ids.flatMap((id) => places.get(id) ?? []),
      );
    });
  const objectOf = async (calendarId: string, uid: string) => {
    const [row] = await world.database.query<{ id: string; source: string }>(
      'SELECT id, source FROM calendar_object WHERE calendar_id = $1 AND uid = $2 ORDER BY href',
      [calendarId, uid],
    );
    if (!row) throw new Error(`${uid} is not here`);
    return row;
  };
  return {
    async add(calendarId, source) {
      const objectId = randomUUID();
      await inPlaces([calendarId], async (transaction, [place]) => {
        if (place) await saveLocal(transaction, { place, objectId, source, ...author() });
      });
      return objectId;
    },
    async edit(calendarId, uid, change) {
      const { id, source } = await objectOf(calendarId, uid);
      await inPlaces([calendarId], async (transaction, [place]) => {
        if (place) await saveLocal(transaction, { place, objectId: id, source: change(source), ...author() });
      });
    },
    async remove(calendarId, uid) {
      const { id } = await objectOf(calendarId, uid);
      await inPlaces([calendarId], async (transaction, [place]) => {
        if (place) await removeLocal(transaction, { place, objectId: id, ...author() });
      });
    },
    async move(calendarId, uid, toId) {
      const { id } = await objectOf(calendarId, uid);
      await inPlaces([calendarId, toId], async (transaction, [place, to]) => {
        if (place && to) await moveLocal(transaction, { place, to, objectId: id, ...author() });
      });
    },
  };
}
