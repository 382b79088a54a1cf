import { type DayOfRuns, dailyRuns } from '@atelier/database/source/run-figures';
import type { Actor } from '../actor.ts';
import { calendarOverview } from '../calendars/calendar-overview.ts';
import type { Context } from '../context.ts';
import { readStudio } from '../studio/read-studio.ts';

export interface SyncFigures {
  /** One for each day up to today, in the studio's zone, quiet ones with noughts. */
  readonly days: readonly DayOfRuns[];
  /** How long ago each calendar was last read completely, seconds; null for never. Those that wait longest first. */
  readonly lags: readonly { readonly calendarId: string; readonly seconds: number | null }[];
}

/** What synchronisation came to lately, over the calendars that the actor sees. */
export async function syncFigures(
  context: Context,
  actor: Actor,
  { days, calendar }: { readonly days: number; readonly calendar?: string | undefined },
): Promise<SyncFigures> {
  const ids = calendar === undefined ? undefined : [calendar];
  const seen = await calendarOverview(context, actor, { ids });
  const followed = seen.filter(({ connectionId, enabled }) => connectionId !== null && enabled);
  const { zone } = await readStudio(context.database, context);
  const now = context.clock();
  const today = now.toTemporalInstant().toZonedDateTimeISO(zone).toPlainDate();
  const dates = Array.from({ length: days }, (_, index) => today.subtract({ days: days - 1 - index }));
  const from = new Date((dates[0] ?? today).toZonedDateTime(zone).epochMilliseconds);
  const found = await dailyRuns(context.database, { sourceIds: seen.map(({ id }) => id), from, zone });
  const byDay = new Map(found.map((day) => [day.day, day]));
  const lags = followed.map(({ id: calendarId, lastCompleteAt }) => {
    const seconds = lastCompleteAt && Math.max(0, (now.getTime() - lastCompleteAt.getTime()) / 1_000);
    return { calendarId, seconds: seconds === null ? null : Math.round(seconds) };
  });
  const length = ({ seconds }: { readonly seconds: number | null }) => seconds ?? Number.POSITIVE_INFINITY;
  return {
    days: dates.map((date) => byDay.get(date.toString()) ?? quietDay(date.toString())),
    lags: lags.toSorted((a, b) => Math.sign(length(b) - length(a)) || 0),
  };
}

function quietDay(day: string): DayOfRuns {
  return { day, runs: 0, failed: 0, held: 0, pulled: 0, pushed: 0, medianMs: 0, slowMs: 0 };
}
