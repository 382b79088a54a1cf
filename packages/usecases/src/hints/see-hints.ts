import { allConnections } from '@atelier/database/account/connection-store';
import {
  allChannels,
  type ChannelRow,
  tendSoon,
  wantedHints,
  wantHints,
} from '@atelier/database/hints/channel-store';
import type { FailureColumns } from '@atelier/database/source/failure-columns';
import { transact } from '@atelier/database/transaction';
import type { HintMeans } from '@atelier/providers/port/change-hints';
import { type Actor, isAdmin } from '../actor.ts';
import type { Context } from '../context.ts';
import { done, type Outcome, refusedFor } from '../outcome.ts';
import { hookBase } from './hook-base.ts';
import { isGranted } from './plan-channels.ts';

/** How changes to an account's calendars are heard of. */
export interface SeenHints {
  readonly connectionId: string;
  readonly name: string;
  /**
   * `told`: at once. `partly`: of some calendars. `doubtful`: a change came without a word, so the clock is relied upon.
   * `asked`: the provider has not answered yet. `refused`: it does not want to. `clock`: there is no way but to ask.
   * `off`: a person wants it so. `no-address`: nobody could reach us.
   */
  readonly state: 'told' | 'partly' | 'doubtful' | 'asked' | 'refused' | 'clock' | 'off' | 'no-address';
  /** By what; null where by nothing. */
  readonly means: HintMeans | null;
  readonly channels: number;
  /** The first that ends. */
  readonly until: Date | null;
  readonly lastHeard: Date | null;
  /** What the provider said when it refused last. */
  readonly failure: FailureColumns | null;
}

/** Of all accounts, or of one. */
export async function seeHints(
  context: Pick<Context, 'database' | 'gateways' | 'given'>,
  actor: Actor,
  connectionId?: string,
): Promise<Outcome<readonly SeenHints[]>> {
  if (!isAdmin(actor)) return refusedFor('forbidden', 'admins-only');
  const { database } = context;
  const connections = (await allConnections(database)).filter(
    ({ id }) => connectionId === undefined || id === connectionId,
  );
  if (connectionId !== undefined && connections.length === 0) return refusedFor('not-found', 'no-connection');
  const reachable = (await hookBase(context)) !== null;
  const wanted = await wantedHints(database);
  const byConnection = Map.groupBy(await allChannels(database), (channel) => channel.connectionId);
  const seen = connections.map(async ({ id, name, kind }) => {
    const channels = byConnection.get(id) ?? [];
    const can = (await context.gateways.of(kind)).hints !== undefined;
    const state = stateOf({ can, reachable, wanted: true, pending: true, ...wanted.get(id), channels });
    return { connectionId: id, name, state, ...figuresOf(channels) };
  });
  return done(await Promise.all(seen));
}

interface Standing {
  readonly can: boolean;
  readonly reachable: boolean;
  readonly wanted: boolean;
  /** It has still to be looked after. */
  readonly pending: boolean;
  readonly channels: readonly ChannelRow[];
}

function stateOf({ can, reachable, wanted, pending, channels }: Standing): SeenHints['state'] {
  if (!can) return 'clock';
  if (!wanted) return 'off';
  if (!reachable) return 'no-address';
  const has = (state: ChannelRow['state']) => channels.some((channel) => channel.state === state);
  if (has('DOUBTFUL')) return 'doubtful';
  if (has('ASKED')) return 'asked';
  if (has('ACTIVE')) return has('FAILED') ? 'partly' : 'told';
  if (has('FAILED')) return 'refused';
  return pending ? 'asked' : 'clock';
}

function figuresOf(channels: readonly ChannelRow[]): Omit<SeenHints, 'connectionId' | 'name' | 'state'> {
  const granted = channels.filter((channel) => isGranted(channel) && channel.leavingAt === null);
  return {
    means: granted[0]?.means ?? null,
    channels: granted.length,
    until: earliest(granted.map(({ expiresAt }) => expiresAt)),
    lastHeard: latest(channels.map(({ heardAt }) => heardAt)),
    failure: channels.find(({ failure }) => failure !== null)?.failure ?? null,
  };
}

const times = (dates: readonly (Date | null)[]) => dates.flatMap((date) => (date ? [date.getTime()] : []));

function earliest(dates: readonly (Date | null)[]): Date | null {
  const known = times(dates);
  return known.length === 0 ? null : new Date(Math.min(...known));
}

function latest(dates: readonly (Date | null)[]): Date | null {
  const known = times(dates);
  return known.length === 0 ? null : new Date(Math.max(...known));
}

/** On or off: what is arranged with the provider follows by itself, in a moment. */
export async function setHints(
  context: Pick<Context, 'database' | 'gateways' | 'given'>,
  actor: Actor,
  { connectionId, wanted }: { readonly connectionId: string; readonly wanted: boolean },
): Promise<Outcome<readonly SeenHints[]>> {
  if (!isAdmin(actor)) return refusedFor('forbidden', 'admins-only');
  const found = await transact(context.database, async (transaction) => {
    if (!(await wantHints(transaction, connectionId, wanted))) return false;
    await tendSoon(transaction, connectionId);
    return true;
  });
  if (!found) return refusedFor('not-found', 'no-connection');
  return seeHints(context, actor, connectionId);
}
