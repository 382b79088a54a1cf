import { createHash } from 'node:crypto';
import { textsTouching } from '@atelier/database/sharing/feed-objects';
import { noteFetched, noteVersion, type OpenFeed, openFeed } from '@atelier/database/sharing/feed-store';
import type { Actor } from '../actor.ts';
import { type CalendarOverview, calendarOverview } from '../calendars/calendar-overview.ts';
import type { Context } from '../context.ts';
import { done, type Outcome, refusedFor } from '../outcome.ts';
import { readStudio } from '../studio/read-studio.ts';
import { hashToken } from '../tokens.ts';
import { calendarText } from './calendar-text.ts';
import { type Told, toldTo } from './told-to.ts';

type Serving = Pick<Context, 'database' | 'clock' | 'given'>;

export interface ServedFeed {
  readonly id: string;
  /** Of what it says now: it says something else only under another. */
  readonly version: string;
  /** Since when it says this. */
  readonly changedAt: Date;
  /** What it says; made when it is wanted, which after a look at the version it often is not. */
  readonly text: () => Promise<string>;
}

const DAY_MS = 86_400_000;
const BEFORE_DAYS = 366;
const AFTER_DAYS = 731;

/**
 * What a calendar program is answered at a private address: the calendar as whoever made the address may see it today.
 * An address that is revoked, one of somebody who sees the calendar no more and one that never was are the same.
 */
export async function serveFeed(context: Serving, token: string): Promise<Outcome<ServedFeed>> {
  const feed = await openFeed(context.database, hashToken(token));
  const actor: Actor | null = feed && { ...feed.user, userId: feed.user.id };
  const [calendar] = feed && actor ? await calendarOverview(context, actor, { ids: [feed.calendarId] }) : [];
  if (!feed || !actor || !calendar) return refusedFor('not-found', 'no-feed');
  const told: Told = feed.busyOnly ? 'busy' : toldTo(actor, calendar);
  const language = feed.user.language ?? (await readStudio(context.database, context)).language;
  const today = Math.floor(context.clock().getTime() / DAY_MS);
  const version = versionOf(feed, calendar, { told, language, today });
  const changedAt = await sinceWhen(context, feed, version);
  await noteFetched(context.database, feed.id, context.clock());
  const span = { from: dayAt(today - BEFORE_DAYS), to: dayAt(today + AFTER_DAYS) };
  return done({
    id: feed.id,
    version,
    changedAt,
    text: async () => {
      const texts = await textsTouching(context.database, calendar.id, span);
      return calendarText(texts, { calendar, told, language }).ics;
    },
  });
}

function dayAt(day: number): Date {
  return new Date(day * DAY_MS);
}

function versionOf(
  { id }: OpenFeed,
  { revision, name }: CalendarOverview,
  { told, language, today }: { readonly told: Told; readonly language: string; readonly today: number },
): string {
  const facts = JSON.stringify([id, revision, name, told, language, today]);
  return createHash('sha256').update(facts).digest('base64url').slice(0, 27);
}

/** To the second, as HTTP says it. */
async function sinceWhen({ database, clock }: Serving, feed: OpenFeed, version: string): Promise<Date> {
  if (feed.version === version && feed.changedAt !== null) return feed.changedAt;
  const changedAt = new Date(Math.floor(clock().getTime() / 1_000) * 1_000);
  await noteVersion(database, feed.id, { version, changedAt });
  return changedAt;
}
