import type { ChannelRow } from '@atelier/database/hints/channel-store';
import type { ChannelWish, HintMeans } from '@atelier/providers/port/change-hints';

export type ChannelStep =
  | { readonly act: 'register'; readonly wish: ChannelWish }
  | { readonly act: 'renew' | 'remove' | 'doubt'; readonly channel: ChannelRow };

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

/**
 * What is to be done about the channels of one account so that they are those that are wished for.
 * @param isHere whether a channel leads to the address of this installation, which may have moved.
 */
export function planChannels(
  wishes: readonly ChannelWish[],
  channels: readonly ChannelRow[],
  isHere: (channel: ChannelRow) => boolean,
  now: Date,
): readonly ChannelStep[] {
  const kept = new Set<string>();
  const steps = channels.flatMap((channel): readonly ChannelStep[] => {
    const place = placeOf({ means: channel.means, calendarHref: channel.href });
    const wished = wishes.some((wish) => placeOf(wish) === place);
    if (!wished || !isHere(channel) || isDead(channel, now)) return [{ act: 'remove', channel }];
    kept.add(place);
    if (isMissed(channel, now)) return [{ act: 'doubt', channel }];
    const due = channel.state !== 'ASKED' && channel.renewAt !== null && channel.renewAt <= now;
    return due ? [{ act: 'renew', channel }] : [];
  });
  const fresh = wishes.filter((wish) => !kept.has(placeOf(wish)));
  return [...steps, ...fresh.map((wish) => ({ act: 'register', wish }) as const)];
}

/** Forgotten there, given up here long enough ago, or never answered. */
function isDead({ state, createdAt, renewAt, expiresAt }: ChannelRow, now: Date): boolean {
  if (state === 'FAILED') return renewAt === null || renewAt <= now;
  if (state === 'ASKED') return now.getTime() - createdAt.getTime() > ASKED_MS;
  return expiresAt !== null && expiresAt <= now;
}

function isMissed({ state, missedAt, heardAt, means }: ChannelRow, now: Date): boolean {
  if (state !== 'ACTIVE' || missedAt === null || (heardAt !== null && heardAt > missedAt)) return false;
  return now.getTime() - missedAt.getTime() >= GRACE_MS[means];
}

function placeOf({ means, calendarHref }: ChannelWish): string {
  return `${means} ${calendarHref ?? ''}`;
}

const HOUR_MS = 60 * MINUTE_MS;

/** When the account is looked after next: when something becomes due, and once an hour for what nobody foresees. */
export function nextLook(channels: readonly ChannelRow[], now: Date): Date {
  const times = channels.flatMap(({ state, means, renewAt, missedAt }) => [
    ...(renewAt === null ? [] : [renewAt.getTime()]),
    ...(missedAt === null || state !== 'ACTIVE' ? [] : [missedAt.getTime() + GRACE_MS[means]]),
  ]);
  const soonest = Math.min(now.getTime() + HOUR_MS, ...times);
  return new Date(Math.max(soonest, now.getTime() + MINUTE_MS / 2));
}

const DAY_MS = 24 * HOUR_MS;

/** At half its life, so that there is time to try again; what never ends is looked at once a day. */
export function renewalOf(expiresAt: Date | null, now: Date): Date {
  if (expiresAt === null) return new Date(now.getTime() + DAY_MS);
  return new Date(now.getTime() + Math.max(MINUTE_MS, (expiresAt.getTime() - now.getTime()) / 2));
}
