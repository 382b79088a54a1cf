import { blockingMirrors } from '@atelier/database/booking/slot-source';
import type { Context } from '../../context.ts';
import { mirrorState } from './mirror-state.ts';

/** Longer nobody waits for a provider while a client waits for an answer. */
const BUDGET_MS = 2_000;
/** So fresh that asking again would tell nothing new. */
const FRESH_MS = 2_000;

type Asked = Pick<Context, 'database' | 'clock' | 'engine'>;

/** Shared by everybody who asks at the same moment, in this process. */
const underWay = new WeakMap<Context['engine'], Map<string, Promise<boolean>>>();

/**
 * Asks the providers of an artist's blocking calendars for what is new, within two seconds and outside any transaction.
 * @returns whether all of them answered; otherwise a booking is a request, and unverified (B8).
 */
export function verifyArtist(
  context: Asked,
  artistId: string,
  trigger: 'visitor' | 'person' = 'visitor',
): Promise<boolean> {
  const shared = underWay.get(context.engine) ?? new Map<string, Promise<boolean>>();
  underWay.set(context.engine, shared);
  const running = shared.get(artistId);
  if (running) return running;
  const asking = ask(context, artistId, trigger).finally(() => shared.delete(artistId));
  shared.set(artistId, asking);
  return asking;
}

async function ask(context: Asked, artistId: string, trigger: 'visitor' | 'person'): Promise<boolean> {
  const now = context.clock();
  const before = await state(context, artistId);
  if (before.calendarIds.length === 0) return true;
  const age =
    before.checkedAt === null ? Number.POSITIVE_INFINITY : now.getTime() - before.checkedAt.getTime();
  if (before.verified && age <= FRESH_MS) return true;
  const { promise: late, resolve } = Promise.withResolvers<null>();
  const until = new AbortController();
  const timer = setTimeout(() => {
    until.abort();
    resolve(null);
  }, BUDGET_MS);
  const options = { full: false, until: until.signal, trigger };
  const run = context.engine.runNow(before.calendarIds, options).catch(() => null);
  const reports = await Promise.race([run, late]);
  clearTimeout(timer);
  if (reports === null || reports.some(({ error }) => error)) return false;
  return (await state(context, artistId)).verified;
}

async function state({ database, clock }: Asked, artistId: string) {
  const now = clock();
  const mirrors = await blockingMirrors(database, [artistId]);
  const outside = mirrors.filter(({ connectionId, enabled }) => connectionId !== null && enabled);
  return { ...mirrorState(mirrors, artistId, now), calendarIds: outside.map(({ calendarId }) => calendarId) };
}
