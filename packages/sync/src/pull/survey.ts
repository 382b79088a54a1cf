import type { RunCalendar } from '@atelier/database/calendar/run-calendars';
import type { Database } from '@atelier/database/database';
import { knownEtags } from '@atelier/database/object/object-store';
import type { CalendarProvider } from '@atelier/providers/port/calendar-provider';
import type { PullCounts } from '../run-report.ts';

/** What a comparison of every version would put right, without putting it right (S12). */
export async function survey(
  database: Database,
  calendar: RunCalendar,
  provider: CalendarProvider,
): Promise<PullCounts> {
  const known = await knownEtags(database, calendar.id);
  const { href: calendarHref, capabilities } = calendar;
  const request = { calendarHref, capabilities, cursor: null, full: true, preview: null };
  const found = { added: 0, updated: 0, removed: 0 };
  for await (const page of provider.changes({ ...request, known: async () => known })) {
    const updated = page.changed.filter(({ href }) => known.has(href)).length;
    found.updated += updated;
    found.added += page.changed.length - updated;
    found.removed += page.removed.filter((href) => known.has(href)).length;
  }
  return { ...found, unchanged: known.size - found.updated - found.removed };
}
