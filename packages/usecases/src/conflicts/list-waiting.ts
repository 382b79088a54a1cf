import { listWrites, type WaitingRow } from '@atelier/database/object/waiting-list';
import type { Actor } from '../actor.ts';
import { calendarOverview } from '../calendars/calendar-overview.ts';
import { mayWrite } from '../calendars/writable-calendar.ts';
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
  const calendars = await calendarOverview(context, actor, { ids });
  const open = new Map(calendars.filter((one) => mayWrite(actor, one)).map((one) => [one.id, one]));
  const rows = await listWrites(context.database, [...open.keys()], SHOWN);
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
