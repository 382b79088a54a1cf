import { markWatched as mark } from '@atelier/database/source/source-pace';
import type { Actor } from '../actor.ts';
import { calendarOverview } from '../calendars/calendar-overview.ts';
import type { Context } from '../context.ts';

/** Somebody looks at calendars: they are asked more often while that lasts. */
export async function markWatched(
  context: Pick<Context, 'database' | 'clock'>,
  actor: Actor,
  calendarIds: readonly string[] | undefined,
): Promise<void> {
  const seen = await calendarOverview(context, actor, { ids: calendarIds });
  const ids = seen.filter(({ enabled }) => enabled).map(({ id }) => id);
  await mark(context.database, ids, context.clock());
}
