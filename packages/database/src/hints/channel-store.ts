import type { Opaque } from '@atelier/providers/json';
import type { Bytes } from '../bytes.ts';
import type { Database, Queryable } from '../database.ts';
import { tellDue } from '../source/source-pace.ts';
import type { ParamsOf, RowOf } from '../statement.ts';
import { type Transaction, transact } from '../transaction.ts';
import {
  add,
  all,
  byToken,
  calendarsToTell,
  doubt,
  dueConnections,
  fail,
  grant,
  hint,
  lookAfter,
  markHeard,
  miss,
  ofConnection,
  remove,
  reseal,
  want,
  wanted,
} from './channel-store.sql.ts';

/** `keys` is sealed for the id; `href` is that of the calendar, null where it tells of the whole account. */
export type ChannelRow = RowOf<typeof byToken>;

export async function channelByToken({ query }: Queryable, tokenHash: Bytes): Promise<ChannelRow | null> {
  const [row] = await query(byToken, { tokenHash });
  return row ?? null;
}

export async function channelsOf({ query }: Queryable, connectionId: string): Promise<readonly ChannelRow[]> {
  return query(ofConnection, { connectionId });
}

export async function allChannels({ query }: Queryable): Promise<readonly ChannelRow[]> {
  return query(all);
}

/** @returns false where there is one for this place already. */
export async function addChannel({ query }: Queryable, channel: ParamsOf<typeof add>): Promise<boolean> {
  const [added] = await query(add, channel);
  return added !== undefined;
}

export async function grantChannel(
  { query }: Queryable,
  id: string,
  granted: { readonly remote: Opaque; readonly expiresAt: Date | null; readonly renewAt: Date | null },
): Promise<void> {
  await query(grant, { id, ...granted });
}

/** @param renewAt when it is tried anew. */
export async function failChannel(
  { query }: Queryable,
  id: string,
  failure: string,
  renewAt: Date,
): Promise<void> {
  await query(fail, { id, failure, renewAt });
}

/** @param keys sealed for the id. */
export async function resealChannel({ query }: Queryable, id: string, keys: string): Promise<void> {
  await query(reseal, { id, keys });
}

export async function doubtChannel({ query }: Queryable, id: string): Promise<void> {
  await query(doubt, { id });
}

export async function removeChannel({ query }: Queryable, id: string): Promise<void> {
  await query(remove, { id });
}

/** These calendars of the account, or all of them, are asked as soon as may be; nothing else comes of a hint (P7). */
export async function hintCalendars(
  database: Database,
  { id, connectionId }: Pick<ChannelRow, 'id' | 'connectionId'>,
  calendarIds: readonly string[] | null,
  at: Date,
): Promise<void> {
  await transact(database, async (transaction: Transaction) => {
    await transaction.query(markHeard, { id, at });
    await transaction.query(hint, { connectionId, ids: calendarIds === null ? null : [...calendarIds], at });
    await tellDue(transaction);
  });
}

/** A late word may still come. */
const GRACE_MS = 120_000;

/** A run by the clock found a change of which nobody had told since the last one. */
export async function noteUntold(
  { query }: Queryable,
  calendarId: string,
  { since, at }: { readonly since: Date; readonly at: Date },
): Promise<void> {
  await query(miss, { calendarId, since, at, lookAt: new Date(at.getTime() + GRACE_MS) });
}

export async function connectionsToTend({ query }: Queryable, now: Date): Promise<readonly string[]> {
  return (await query(dueConnections, { now })).map(({ id }) => id);
}

/** @param at when the channels of this account are looked after next; null for now. */
export async function tendNext({ query }: Queryable, connectionId: string, at: Date | null): Promise<void> {
  await query(lookAfter, { id: connectionId, at });
}

/** @returns false where there is no such account. */
export async function wantHints({ query }: Queryable, id: string, wanted: boolean): Promise<boolean> {
  const [row] = await query(want, { id, wanted });
  return row !== undefined;
}

export async function wantedHints({ query }: Queryable): Promise<ReadonlyMap<string, boolean>> {
  return new Map((await query(wanted)).map((row) => [row.id, row.wanted]));
}

export async function tellableCalendars(
  { query }: Queryable,
  connectionId: string,
): Promise<readonly RowOf<typeof calendarsToTell>[]> {
  return query(calendarsToTell, { connectionId });
}
