import { seenCalendars } from '@atelier/database/calendar/calendar-list';
import type { Topic } from '@atelier/database/feed/announcement';
import { type Change, readChanges } from '@atelier/database/feed/change-feed';
import type { ChangeHub, HubEvent } from '@atelier/database/feed/change-hub';
import { mailAccountIdsOf } from '@atelier/database/mailbox/account-store';
import { type Actor, isAdmin, viewerOf } from '../actor.ts';
import type { Context } from '../context.ts';
import { boundedQueue, OVERRUN } from './bounded-queue.ts';

/** What a process needs that also serves live pages. */
export type LiveContext = Context & { readonly hub: ChangeHub };

export type Watched =
  /**
   * First of all: where the stream begins, so that a reconnect can say from where to go on; and after which statuses, which
   * are not kept for anybody.
   */
  | { readonly type: 'hello'; readonly statuses: string }
  | {
      readonly type: 'change';
      readonly topic: Topic;
      /** The id of what it is about; null: any of them. */
      readonly subject: string | null;
      readonly from: Date | null;
      readonly to: Date | null;
    }
  | { readonly type: 'status'; readonly calendarIds: readonly string[] | '*' }
  /** Too much was missed: fetch everything again. */
  | { readonly type: 'reset' };

export interface WatchedAt {
  readonly tick: number;
  readonly event: Watched;
}

/** Changes that wait for a browser which is slow to take them. */
const MOST_WAITING = 500;

/**
 * Everything that changes from `after` on, in order, without gaps or repeats, until `signal` aborts.
 * Listens first, then reads what was missed, then goes on live: nothing falls between the two. Who is too slow to take
 * it all starts afresh.
 */
export async function* watchChanges(
  context: Pick<LiveContext, 'database' | 'hub'>,
  actor: Actor,
  after: number | null,
  signal: AbortSignal,
): AsyncGenerator<WatchedAt> {
  const { hub } = context;
  const live = boundedQueue<HubEvent>(MOST_WAITING);
  const unsubscribe = hub.subscribe(live.push);
  const sight = await openSight(context, actor);
  let tick = after ?? hub.tick;
  try {
    yield { tick, event: { type: 'hello', statuses: hub.statuses } };
    for await (const missed of missedSince(context, tick)) {
      tick = missed === 'gap' ? hub.tick : missed.tick;
      if (missed === 'gap') yield { tick, event: { type: 'reset' } };
      else if (await sight.sees(missed)) yield { tick, event: watched(missed) };
    }
    for await (const event of live.items(signal)) {
      if (event === OVERRUN || event.type === 'reset') {
        tick = event === OVERRUN ? hub.tick : event.tick;
        yield { tick, event: { type: 'reset' } };
      } else if (event.type === 'status') {
        const calendarIds = sight.among(event.calendarIds);
        if (calendarIds.length > 0) yield { tick, event: { type: 'status', calendarIds } };
      } else if (event.change.tick > tick) {
        tick = event.change.tick;
        if (await sight.sees(event.change)) yield { tick, event: watched(event.change) };
      }
    }
  } finally {
    unsubscribe();
  }
}

/** What the feed has after `tick`; a gap ends it. */
async function* missedSince(
  { database }: Pick<LiveContext, 'database'>,
  tick: number,
): AsyncGenerator<Change | 'gap'> {
  for (let last = tick; ; ) {
    const { gap, changes } = await readChanges(database, last);
    if (gap) yield 'gap';
    if (changes.length === 0) return;
    yield* changes;
    last = changes.at(-1)?.tick ?? last;
  }
}

function watched({ topic, subject, from, to }: Change): Watched {
  return { type: 'change', topic, subject, from, to };
}

/** Tells nobody of calendars and mailboxes they may not see; looks again whenever calendars themselves changed. */
async function openSight({ database }: Pick<Context, 'database'>, actor: Actor) {
  const viewer = viewerOf(actor);
  const look = async () => new Set((await seenCalendars(database, { viewer })).map(({ id }) => id));
  const lookAtMail = async () => new Set(await mailAccountIdsOf(database, actor.userId));
  let visible = await look();
  let mailboxes = await lookAtMail();
  return {
    among: (ids: readonly string[] | '*') => (ids === '*' ? ids : ids.filter((id) => visible.has(id))),
    async sees({ topic, audience }: Change): Promise<boolean> {
      if (topic === 'calendars') visible = await look();
      // Whoever is given a mailbox, or loses it, is told of it themselves.
      if (topic === 'self' && audience.kind === 'PERSON' && audience.id === actor.userId)
        mailboxes = await lookAtMail();
      switch (audience.kind) {
        case 'STUDIO':
          return true;
        case 'CALENDAR':
          return visible.has(audience.id);
        case 'MAILBOX':
          return mailboxes.has(audience.id);
        case 'PERSON':
          return audience.id === actor.userId;
        case 'ADMINS':
          return isAdmin(actor);
        // What anybody may hear, of free times and of holds, those who work here may as well.
        case 'VISITORS':
          return true;
      }
    },
  };
}
