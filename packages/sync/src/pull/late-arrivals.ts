import type { Database } from '@atelier/database/database';
import { localTombstones } from '@atelier/database/object/tombstone-store';
import type { CalendarProvider } from '@atelier/providers/port/calendar-provider';
import type { Page } from '@atelier/providers/port/changes';

/**
 * A page may be older than a deletion that was made here since: what it brings back in the very version that was
 * deleted is asked for by name, and left out when the provider does not have it any more.
 */
export async function withoutLateArrivals(
  database: Database,
  provider: CalendarProvider,
  calendar: { readonly id: string; readonly href: string },
  page: Page,
): Promise<Page> {
  const hrefs = page.changed.map(({ href }) => href);
  const buried = hrefs.length === 0 ? [] : await localTombstones(database, calendar.id, hrefs);
  const etags = new Map(buried.map(({ href, etag }) => [href, etag]));
  const late = page.changed.filter(({ href, etag }) => etags.has(href) && etags.get(href) === etag);
  if (late.length === 0) return page;
  const { missing } = await provider.fetch(
    calendar.href,
    late.map(({ href }) => href),
  );
  return { ...page, changed: page.changed.filter(({ href }) => !missing.includes(href)) };
}
