import { listWrites, type WaitingRow } from '@atelier/database/waiting-list';
import type { Actor } from './actor.ts';
import { calendarOverview } from './calendar-overview.ts';
import type { Context } from './context.ts';
import { mayWrite } from './writable-calendar.ts';

export type WaitingWrite = Omit<WaitingRow, 'operation' | 'state'> & {
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
  const shown = calendars.filter((one) => mayWrite(actor, one));
  const rows = await listWrites(
    context.database,
    shown.map(({ id }) => id),
    SHOWN,
  );
  return rows.map(({ operation, state, ...row }) => ({
    ...row,
    operation: operation === 'PUT' ? 'put' : 'delete',
    state: state === 'PARKED' ? 'parked' : 'waiting',
  }));
}
