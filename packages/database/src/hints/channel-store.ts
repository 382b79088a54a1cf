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
  dueConnections,
  fail,
  grant,
  hint,
  leave,
  lookAfter,
  lookAfterAll,
  lookAfterNext,
  markHeard,
  miss,
  ofConnection,
  postpone,
  prove,
  remove,
  renewNow,
  reseal,
  tokenHashes,
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

interface ChannelFailure {
  readonly kind: string;
  readonly message: string;
  readonly hint: string;
}

/** Its calendars go back to their usual pace. @param renewAt when it is tried anew. */
export async function failChannel(
  { query }: Queryable,
  id: string,
  { kind, message, hint }: ChannelFailure,
  renewAt: Date,
): Promise<void> {
  await query(fail, { id, kind, message, hint, renewAt });
}

/** It could not be renewed yet, and still tells. @param renewAt when that is tried again. */
export async function postponeChannel(
  { query }: Queryable,
  id: string,
  { kind, message, hint }: ChannelFailure,
  renewAt: Date,
): Promise<void> {
  await query(postpone, { id, kind, message, hint, renewAt });
}

/** @param keys sealed for the id. */
export async function resealChannel({ query }: Queryable, id: string, keys: string): Promise<void> {
  await query(reseal, { id, keys });
}

/** It tells until another, which is made now, has been granted. */
export async function leaveChannel({ query }: Queryable, id: string, at: Date): Promise<void> {
  await query(leave, { id, at });
}

/** The provider wants it renewed before its time. */
export async function renewChannelNow({ query }: Queryable, id: string, at: Date): Promise<void> {
  await query(renewNow, { id, at });
}

/** The provider has been found to reach us by it. */
export async function proveChannel({ query }: Queryable, id: string, at: Date): Promise<void> {
  await query(prove, { id, at });
}

/** SHA-256 of what stands in the addresses of all there are. */
export async function channelHashes({ query }: Queryable): Promise<readonly Bytes[]> {
  return (await query(tokenHashes)).map(({ tokenHash }) => tokenHash);
}

/** Its calendars go back to their usual pace. */
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

/** The channels of this account are looked after as soon as may be. */
export async function tendSoon(transaction: Transaction, connectionId: string): Promise<void> {
  await transaction.query(lookAfter, { id: connectionId, at: null });
  transaction.enqueue('tend-hints', { id: connectionId });
}

/** Those of every account are: what holds for all of them has changed. */
export async function tendAllSoon(transaction: Transaction): Promise<void> {
  for (const { id } of await transaction.query(lookAfterAll)) transaction.enqueue('tend-hints', { id });
}

/** They are being looked after. @param until then somebody else does it, if nothing has come of this. */
export async function claimTending({ query }: Queryable, id: string, until: Date): Promise<void> {
  await query(lookAfter, { id, at: until });
}

/**
 * They have been looked after.
 * @param claimed as above; what was wanted since then stays wanted.
 * @param at when that is next; null for now.
 */
export async function endTending(
  { query }: Queryable,
  id: string,
  { claimed, at }: { readonly claimed: Date; readonly at: Date | null },
): Promise<void> {
  await query(lookAfterNext, { id, claimed, at });
}

/** @returns false where there is no such account. */
export async function wantHints({ query }: Queryable, id: string, wanted: boolean): Promise<boolean> {
  const [row] = await query(want, { id, wanted });
  return row !== undefined;
}

/** Of each account: whether its provider is to tell of changes, and whether that is still to be looked after. */
export async function wantedHints({
  query,
}: Queryable): Promise<ReadonlyMap<string, { readonly wanted: boolean; readonly pending: boolean }>> {
  return new Map((await query(wanted)).map(({ id, ...row }) => [id, row]));
}

export async function tellableCalendars(
  { query }: Queryable,
  connectionId: string,
): Promise<readonly RowOf<typeof calendarsToTell>[]> {
  return query(calendarsToTell, { connectionId });
}
