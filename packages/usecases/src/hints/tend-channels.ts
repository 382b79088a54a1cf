import { type ConnectionRow, findConnection } from '@atelier/database/account/connection-store';
import { tellStatus } from '@atelier/database/calendar/calendar-run';
import {
  addChannel,
  type ChannelRow,
  channelsOf,
  claimTending,
  connectionsToTend,
  endTending,
  failChannel,
  grantChannel,
  leaveChannel,
  postponeChannel,
  removeChannel,
  tellableCalendars,
  wantedHints,
} from '@atelier/database/hints/channel-store';
import type { ItemJob } from '@atelier/database/jobs/item-job';
import type {
  ChangeHints,
  ChannelWish,
  GrantedChannel,
  HintAccess,
} from '@atelier/providers/port/change-hints';
import { ProviderFailure } from '@atelier/providers/port/failure';
import type { Context } from '../context.ts';
import { hashToken, newToken } from '../tokens.ts';
import { accessOf } from './access-of.ts';
import { asHintChannel, openKeys, sealKeys } from './channel-keys.ts';
import { hookBase } from './hook-base.ts';
import { type ChannelStep, isGranted, nextLook, planChannels, renewalOf } from './plan-channels.ts';

export type TendContext = Pick<
  Context,
  'database' | 'gateways' | 'signIns' | 'secrets' | 'clock' | 'newId' | 'given'
>;

/** Longer than it takes to ask for the channels of one account. */
const CLAIM_MS = 300_000;

/** Keeps the channels of an account as they are wished: asked for, renewed at half their life, given back. */
export const tendChannels = {
  due: ({ database, clock }: TendContext) => connectionsToTend(database, clock()),
  work: async (context: TendContext, id: string) => {
    const { database, clock } = context;
    const claimed = new Date(clock().getTime() + CLAIM_MS);
    await claimTending(database, id, claimed);
    const connection = await findConnection(database, id);
    const tending = connection && (await tendingOf(context, connection));
    const done = [];
    if (tending) for (const step of await stepsOf(tending)) done.push(await take(tending, step));
    const next = nextLook(await channelsOf(database, id), clock());
    await endTending(database, id, { claimed, at: done.includes('again') ? null : next });
    // Pages that show by what an account is heard of look again.
    if (tending && done.length > 0)
      await tellStatus(
        database,
        tending.calendars.map((calendar) => calendar.id),
      );
  },
} satisfies ItemJob<TendContext>;

/** Everything that this account has arranged is given back, as far as its provider answers; it is about to go. */
export async function giveBackChannels(context: TendContext, connection: ConnectionRow): Promise<void> {
  const tending = await tendingOf(context, connection);
  if (!tending) return;
  for (const channel of await channelsOf(context.database, connection.id)) {
    // A server that does not answer is not waited for once for each calendar.
    if ((await giveBack(tending, channel)) === 'unanswered') return;
  }
}

interface Tending {
  readonly context: TendContext;
  readonly connection: ConnectionRow;
  readonly hints: ChangeHints;
  readonly access: HintAccess;
  readonly base: string | null;
  readonly calendars: Awaited<ReturnType<typeof tellableCalendars>>;
}

async function tendingOf(context: TendContext, connection: ConnectionRow): Promise<Tending | null> {
  const { hints } = await context.gateways.of(connection.kind);
  if (!hints || connection.state !== 'ACTIVE') return null;
  const base = await hookBase(context);
  const calendars = await tellableCalendars(context.database, connection.id);
  return { context, connection, hints, access: accessOf(context, connection), base, calendars };
}

async function stepsOf(tending: Tending): Promise<readonly ChannelStep[]> {
  const { context, connection, hints, base, calendars } = tending;
  const { database, secrets, clock } = context;
  const wanted = base !== null && (await wantedHints(database)).get(connection.id)?.wanted === true;
  const channels = await channelsOf(database, connection.id);
  const isHere = (channel: ChannelRow) => openKeys(secrets, channel).address.startsWith(`${base}/hooks/`);
  const suits = (channel: ChannelRow) => hints.suits?.(channelOf(tending, channel)) ?? true;
  const wishes = wanted ? hints.wishes(calendars) : [];
  return planChannels({ wishes, channels, isHere, suits, lasting: hints.renew !== undefined }, clock());
}

/** `again`: what came of it is to be looked at soon. */
type Taken = 'done' | 'again';

async function take(tending: Tending, step: ChannelStep): Promise<Taken> {
  const { database, clock } = tending.context;
  switch (step.act) {
    case 'register':
      return register(tending, step.wish, null);
    case 'renew':
      return renew(tending, step.channel);
    case 'replace':
      await leaveChannel(database, step.channel.id, clock());
      return register(tending, wishOf(step.channel), step.channel.doubtedAt);
    case 'remake':
      await giveBack(tending, step.channel);
      return register(tending, wishOf(step.channel), step.channel.doubtedAt ?? clock());
    case 'remove':
      await giveBack(tending, step.channel);
      return 'done';
  }
}

const wishOf = ({ means, href }: ChannelRow): ChannelWish => ({ means, calendarHref: href });

/**
 * The row goes first: the provider may call back before its answer is here.
 * @param doubtedAt since when what stood in its place was not relied upon.
 */
async function register(tending: Tending, wish: ChannelWish, doubtedAt: Date | null): Promise<Taken> {
  const { context, connection, hints, calendars, base } = tending;
  const { database, secrets, newId, clock } = context;
  const token = newToken();
  const id = newId();
  const keys = { address: `${base}/hooks/${token}`, own: hints.prepare(wish) };
  const calendarId = calendars.find(({ href }) => href === wish.calendarHref)?.id ?? null;
  const added = await addChannel(database, {
    id,
    connectionId: connection.id,
    calendarId,
    means: wish.means,
    tokenHash: hashToken(token),
    keys: sealKeys(secrets, id, keys),
    createdAt: clock(),
    doubtedAt,
  });
  const row = (await channelsOf(database, connection.id)).find((channel) => channel.id === id);
  if (!added || !row) return 'done';
  return settle(tending, row, () => hints.register(tending.access, channelOf(tending, row)));
}

function renew(tending: Tending, row: ChannelRow): Promise<Taken> {
  const { hints, access } = tending;
  const ask = hints.renew ?? hints.register;
  return settle(tending, row, () => ask(access, channelOf(tending, row)));
}

const RETRY_MS = 3_600_000;
const REFUSED_MS = 24 * RETRY_MS;

/**
 * What the provider refuses is asked again in a day, what it could not do in an hour: also what it does not find, as a
 * mailbox that has only just been made. Until then the clock does it all, unless what was to be renewed still tells.
 */
async function settle(tending: Tending, row: ChannelRow, ask: () => Promise<GrantedChannel>): Promise<Taken> {
  const { database, clock } = tending.context;
  const { id } = row;
  try {
    const { remote, expiresAt } = await ask();
    const until = expiresAt === null ? null : new Date(expiresAt.epochMilliseconds);
    await grantChannel(database, id, { remote, expiresAt: until, renewAt: renewalOf(until, clock()) });
    return 'done';
  } catch (error) {
    if (!(error instanceof ProviderFailure)) throw error;
    const { kind } = error;
    // The provider has forgotten it, or a part of it: another is made, with keys of its own.
    if (kind === 'not-found' && isGranted(row)) {
      await giveBack(tending, row);
      return 'again';
    }
    const wait = kind === 'forbidden' ? REFUSED_MS : RETRY_MS;
    const again = new Date(clock().getTime() + wait);
    if (isGranted(row)) await postponeChannel(database, id, error, again);
    else await failChannel(database, id, error, again);
    return 'done';
  }
}

async function giveBack(tending: Tending, row: ChannelRow): Promise<'answered' | 'unanswered'> {
  const ending = await tending.hints.remove(tending.access, channelOf(tending, row)).then(
    () => 'answered' as const,
    (error: unknown) => {
      if (!(error instanceof ProviderFailure)) throw error;
      return error.kind === 'unreachable' || error.kind === 'timeout' ? 'unanswered' : 'answered';
    },
  );
  await removeChannel(tending.context.database, row.id);
  return ending;
}

function channelOf({ context, calendars }: Tending, row: ChannelRow) {
  return asHintChannel(context.secrets, row, calendars);
}
