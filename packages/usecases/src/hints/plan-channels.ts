import type { ChannelRow } from '@atelier/database/hints/channel-store';
import type { ChannelWish, HintMeans } from '@atelier/providers/port/change-hints';

export type ChannelStep =
  | { readonly act: 'register'; readonly wish: ChannelWish }
  /**
   * `replace`: another is made, and this one goes when that stands. `remake`: this one goes first, for it does not tell,
   * and what is made instead is not relied upon until it does.
   */
  | { readonly act: 'renew' | 'replace' | 'remake' | 'remove'; readonly channel: ChannelRow };

export interface ChannelsToPlan {
  readonly wishes: readonly ChannelWish[];
  readonly channels: readonly ChannelRow[];
  /** Whether a channel leads to the address of this installation, which may have moved. */
  readonly isHere: (channel: ChannelRow) => boolean;
  /** Whether it tells of the calendars that there are now. */
  readonly suits: (channel: ChannelRow) => boolean;
  /** Whether the provider can make a channel last longer. */
  readonly lasting: boolean;
}

const MINUTE_MS = 60_000;
/** Whoever asked for it has died meanwhile. */
const ASKED_MS = 10 * MINUTE_MS;
/** How late a word may come: webhooks of Nextcloud wait for its next round of work. */
const GRACE_MS: Readonly<Record<HintMeans, number>> = {
  'webdav-push': 2 * MINUTE_MS,
  webhook: 6 * MINUTE_MS,
  graph: 5 * MINUTE_MS,
  google: 5 * MINUTE_MS,
};

/** How long two tell the same, so that nothing falls in between. */
const OVERLAP_MS = MINUTE_MS;

/** What is to be done about the channels of one account so that they are those that are wished for. */
export function planChannels(plan: ChannelsToPlan, now: Date): readonly ChannelStep[] {
  const { wishes, channels, isHere } = plan;
  const kept = new Set<string>();
  const steps = channels.flatMap((channel): readonly ChannelStep[] => {
    const place = placeOf(channel);
    const wished = wishes.some((wish) => wishedAt(wish) === place);
    if (!wished || !isHere(channel) || isDead(channel, now)) return [{ act: 'remove', channel }];
    if (channel.leavingAt !== null)
      return hasSuccessor(channel, channels) && isOver(channel.leavingAt, OVERLAP_MS, now)
        ? [{ act: 'remove', channel }]
        : [];
    kept.add(place);
    const act = actOn(channel, plan, now);
    return act === null ? [] : [{ act, channel }];
  });
  const fresh = wishes.filter((wish) => !kept.has(wishedAt(wish)));
  return [...steps, ...fresh.map((wish) => ({ act: 'register', wish }) as const)];
}

function actOn(
  channel: ChannelRow,
  { lasting, suits }: ChannelsToPlan,
  now: Date,
): 'renew' | 'replace' | 'remake' | null {
  if (isMissed(channel, now)) return 'remake';
  const { state, renewAt } = channel;
  if (state === 'ASKED' || renewAt === null) return null;
  if (renewAt > now && (state === 'FAILED' || suits(channel))) return null;
  if (state === 'DOUBTFUL' && renewAt <= now) return 'remake';
  return lasting ? 'renew' : 'replace';
}

function hasSuccessor(channel: ChannelRow, channels: readonly ChannelRow[]): boolean {
  return channels.some(
    (other) => other.leavingAt === null && isGranted(other) && placeOf(other) === placeOf(channel),
  );
}

export function isGranted({ state }: ChannelRow): boolean {
  return state === 'ACTIVE' || state === 'DOUBTFUL';
}

function isOver(since: Date, ms: number, now: Date): boolean {
  return now.getTime() - since.getTime() >= ms;
}

/** Forgotten there, given up here long enough ago, or never answered. */
function isDead({ state, createdAt, renewAt, expiresAt }: ChannelRow, now: Date): boolean {
  if (state === 'FAILED') return renewAt === null || renewAt <= now;
  if (state === 'ASKED') return isOver(createdAt, ASKED_MS, now);
  return expiresAt !== null && expiresAt <= now;
}

function isMissed({ state, missedAt, heardAt, means }: ChannelRow, now: Date): boolean {
  if (state !== 'ACTIVE' || missedAt === null || (heardAt !== null && heardAt > missedAt)) return false;
  return isOver(missedAt, GRACE_MS[means], now);
}

function wishedAt({ means, calendarHref }: ChannelWish): string {
  return `${means} ${calendarHref ?? ''}`;
}

function placeOf({ means, href }: ChannelRow): string {
  return wishedAt({ means, calendarHref: href });
}

const HOUR_MS = 60 * MINUTE_MS;

/** When the account is looked after next: when something becomes due, and once an hour for what nobody foresees. */
export function nextLook(channels: readonly ChannelRow[], now: Date): Date {
  const times = channels.flatMap((channel) => {
    const { state, means, renewAt, missedAt, leavingAt, expiresAt } = channel;
    if (leavingAt !== null)
      return hasSuccessor(channel, channels)
        ? [leavingAt.getTime() + OVERLAP_MS]
        : [expiresAt?.getTime() ?? Number.POSITIVE_INFINITY];
    return [
      ...(renewAt === null ? [] : [renewAt.getTime()]),
      ...(missedAt === null || state !== 'ACTIVE' ? [] : [missedAt.getTime() + GRACE_MS[means]]),
    ];
  });
  const soonest = Math.min(now.getTime() + HOUR_MS, ...times);
  return new Date(Math.max(soonest, now.getTime() + MINUTE_MS / 2));
}

const DAY_MS = 24 * HOUR_MS;

/** At half its life, so that there is time to try again; what never ends is looked at once a day. */
export function renewalOf(expiresAt: Date | null, now: Date): Date {
  if (expiresAt === null) return new Date(now.getTime() + DAY_MS);
  return new Date(now.getTime() + Math.max(MINUTE_MS, (expiresAt.getTime() - now.getTime()) / 2));
}
