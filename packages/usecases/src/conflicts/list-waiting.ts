import { listWrites, type WaitingRow } from '@atelier/database/object/waiting-list';
import type { Actor } from '../actor.ts';
import { type CalendarOverview, calendarOverview } from '../calendars/calendar-overview.ts';
import { writableAmong } from '../calendars/writable-calendar.ts';
import type { Context } from '../context.ts';
import { eventAccess } from '../event-privacy.ts';

export type WaitingWrite = Omit<WaitingRow, 'operation' | 'state' | 'private'> & {
  readonly operation: 'put' | 'delete';
  /** Parked: the provider will not take it as it is. */
  readonly state: 'waiting' | 'parked';
};

const SHOWN = 500;

/** What has not reached its provider yet, with the reason where there is one. */
export async function listWaiting(
  context: Pick<Context, 'database'>,
  actor: Actor,
  input: { readonly calendarId?: string | undefined } = {},
): Promise<readonly WaitingWrite[]> {
  const ids = input.calendarId === undefined ? undefined : [input.calendarId];
  return writesIn(context, actor, await calendarOverview(context, actor, { ids }));
}

/** The same among calendars that are known to be seen by the actor. */
export async function writesIn(
  { database }: Pick<Context, 'database'>,
  actor: Actor,
  seen: readonly CalendarOverview[],
): Promise<readonly WaitingWrite[]> {
  const open = writableAmong(seen);
  const rows = await listWrites(database, [...open.keys()], SHOWN);
  return rows.flatMap((write) => {
    const calendar = open.get(write.calendarId);
    return calendar && eventAccess(actor, calendar, write) === 'shown' ? [waitingWrite(write)] : [];
  });
}

function waitingWrite({ operation, state, private: _, ...row }: WaitingRow): WaitingWrite {
  return {
    ...row,
    operation: operation === 'PUT' ? 'put' : 'delete',
    state: state === 'PARKED' ? 'parked' : 'waiting',
  };
}
