import { EventEmitter, on } from 'node:events';
import { listCalendars } from '@atelier/database/calendar/calendar-list';
import { type Change, readChanges } from '@atelier/database/feed/change-feed';
import type { ChangeHub, HubEvent } from '@atelier/database/feed/change-hub';
import { type Actor, isAdmin, sightOf } from '../actor.ts';
import type { Context } from '../context.ts';

/** What a process needs that also serves live pages. */
export type LiveContext = Context & { readonly hub: ChangeHub };

export type Watched =
  /** First of all: where the stream begins, so that a reconnect can say from where to go on. */
  | { readonly type: 'hello' }
  | {
      readonly type: 'events';
      readonly calendarId: string | null;
      readonly from: Date | null;
      readonly to: Date | null;
    }
  | { readonly type: 'calendars'; readonly calendarId: string | null }
  /** Bookings, inquiries, or what the studio offers. */
  | { readonly type: 'bookings' }
  /** What the studio says of itself. */
  | { readonly type: 'studio' }
  /** Who signs in; admins hear of it. */
  | { readonly type: 'people' }
  | { readonly type: 'status'; readonly calendarIds: readonly string[] | '*' }
  /** Too much was missed: fetch everything again. */
  | { readonly type: 'reset' };

export interface WatchedAt {
  readonly tick: number;
  readonly event: Watched;
}

/**
 * Everything that changes from `after` on, in order, without gaps or repeats, until `signal` aborts.
 * Listens first, then reads what was missed, then goes on live: nothing falls between the two.
 */
export async function* watchChanges(
  context: Pick<LiveContext, 'database' | 'hub'>,
  actor: Actor,
  after: number | null,
  signal: AbortSignal,
): AsyncGenerator<WatchedAt> {
  const { hub, database } = context;
  const live = new EventEmitter();
  const stream = on(live, 'event', { signal });
  const unsubscribe = hub.subscribe((event) => live.emit('event', event));
  const sight = await openSight(context, actor);
  let tick = after ?? hub.tick;
  try {
    yield { tick, event: { type: 'hello' } };
    for (
      let page = await readChanges(database, tick);
      page.gap || page.changes.length > 0;
      page = await readChanges(database, tick)
    ) {
      if (page.gap) {
        tick = hub.tick;
        yield { tick, event: { type: 'reset' } };
        break;
      }
      for (const change of page.changes) {
        tick = change.tick;
        if (await sight.sees(change)) yield { tick, event: watched(change) };
      }
    }
    for await (const [event] of stream as AsyncIterable<[HubEvent]>) {
      if (event.type === 'status') {
        yield { tick, event };
      } else if (event.type === 'reset') {
        tick = event.tick;
        yield { tick, event: { type: 'reset' } };
      } else if (event.change.tick > tick) {
        tick = event.change.tick;
        if (await sight.sees(event.change)) yield { tick, event: watched(event.change) };
      }
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    unsubscribe();
  }
}

function watched({ topic, calendarId, from, to }: Change): Watched {
  if (topic === 'events') return { type: 'events', calendarId, from, to };
  if (topic === 'bookings' || topic === 'studio' || topic === 'people') return { type: topic };
  return { type: 'calendars', calendarId };
}

/** Tells nobody of calendars they may not see; looks again whenever calendars themselves changed. */
async function openSight({ database }: Pick<Context, 'database'>, actor: Actor) {
  const visibleTo = sightOf(actor);
  const look = async () => new Set((await listCalendars(database, { visibleTo })).map(({ id }) => id));
  let visible = visibleTo === null ? null : await look();
  return {
    async sees(change: Change): Promise<boolean> {
      // Free times are for those who book: there, a hold comes and goes with every look.
      if (change.topic === 'slots') return false;
      if (change.topic === 'people') return isAdmin(actor);
      if (visible === null) return true;
      if (change.topic === 'calendars') visible = await look();
      return change.calendarId === null || visible.has(change.calendarId);
    },
  };
}
