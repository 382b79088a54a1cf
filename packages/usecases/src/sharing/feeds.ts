import {
  deleteFeed,
  type FeedRow,
  feedsOf,
  findFeed,
  insertFeed,
} from '@atelier/database/sharing/feed-store';
import { transact } from '@atelier/database/transaction';
import { type Actor, isAdmin, isPerson } from '../actor.ts';
import { calendarOverview } from '../calendars/calendar-overview.ts';
import type { Context } from '../context.ts';
import { done, type Outcome, refusedFor } from '../outcome.ts';
import { asLine } from '../plain-text.ts';
import { readStudio } from '../studio/read-studio.ts';
import { hashToken, newToken } from '../tokens.ts';

type Feeding = Pick<Context, 'database' | 'clock' | 'newId' | 'given'>;

export interface MakeFeed {
  readonly calendarId: string;
  /** What it is for, so that it can be told from others later. */
  readonly name: string;
  readonly busyOnly: boolean;
}

export interface MadeFeed {
  readonly id: string;
  /** Told once; only a hash of it is kept. */
  readonly url: string;
}

/** Of one calendar and person. */
const MOST_FEEDS = 20;
/** Characters. */
const LONGEST_NAME = 80;

/**
 * An address by which a calendar program follows a calendar, on behalf of whoever makes it: it says what they may see
 * whenever it is asked, and nothing once they may not.
 */
export async function makeFeed(context: Feeding, actor: Actor, input: MakeFeed): Promise<Outcome<MadeFeed>> {
  if (!isPerson(actor)) return refusedFor('forbidden', 'people-only');
  const [calendar] = await calendarOverview(context, actor, { ids: [input.calendarId] });
  if (!calendar) return refusedFor('not-found', 'no-calendar');
  const mine = (await feedsOf(context.database, calendar.id)).filter(({ userId }) => userId === actor.userId);
  if (mine.length >= MOST_FEEDS) return refusedFor('conflict', 'feeds-many', { most: MOST_FEEDS });
  const [id, token] = [context.newId(), newToken()];
  const feed = {
    id,
    calendarId: calendar.id,
    userId: actor.userId,
    name: asLine(input.name).slice(0, LONGEST_NAME),
    busyOnly: input.busyOnly || calendar.level === 'busy',
    createdAt: context.clock(),
  };
  await transact(context.database, async (transaction) => {
    await insertFeed(transaction, { ...feed, tokenHash: hashToken(token) });
    transaction.announce({ topic: 'calendars', calendarId: calendar.id });
  });
  const { url } = await readStudio(context.database, context);
  return done({ id, url: new URL(`/feeds/${token}.ics`, url).href });
}

/** Their own addresses of a calendar; for whoever looks after it, everybody's. */
export async function seeFeeds(
  context: Pick<Context, 'database'>,
  actor: Actor,
  calendarId: string,
): Promise<Outcome<readonly FeedRow[]>> {
  const [calendar] = await calendarOverview(context, actor, { ids: [calendarId] });
  if (!calendar) return refusedFor('not-found', 'no-calendar');
  const feeds = await feedsOf(context.database, calendarId);
  const all = calendar.mine || isAdmin(actor);
  return done(feeds.filter(({ userId }) => all || userId === actor.userId));
}

/** Whoever still asks there finds nothing from now on. */
export async function revokeFeed(
  context: Pick<Context, 'database'>,
  actor: Actor,
  id: string,
): Promise<Outcome<{ readonly id: string }>> {
  const feed = await findFeed(context.database, id);
  const [calendar] = feed ? await calendarOverview(context, actor, { ids: [feed.calendarId] }) : [];
  const theirs = feed?.userId === actor.userId || calendar?.mine === true || (calendar && isAdmin(actor));
  if (!feed || !theirs) return refusedFor('not-found', 'no-feed');
  await transact(context.database, async (transaction) => {
    await deleteFeed(transaction, id);
    transaction.announce({ topic: 'calendars', calendarId: feed.calendarId });
  });
  return done({ id });
}
