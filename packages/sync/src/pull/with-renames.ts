import type { Database } from '@atelier/database/database';
import { otherPlacesOf } from '@atelier/database/object/object-store';
import type { CalendarProvider } from '@atelier/providers/port/calendar-provider';
import type { Page } from '@atelier/providers/port/changes';
import type { ReadChange } from './page-plan.ts';

/**
 * An event that turns up under a new address while its old one is still known has been renamed, or there are two of
 * it. Lists tell what is gone only at their end, so the old addresses are asked for by name: a renamed event then
 * keeps its identity here, with whatever waits to be written to it (S3).
 */
export async function withRenames(
  database: Database,
  provider: CalendarProvider,
  calendar: { readonly id: string; readonly href: string; readonly lastCompleteAt: Date | null },
  page: Page,
  read: readonly ReadChange[],
): Promise<Page> {
  const uids = read.flatMap(({ result }) =>
    result.ok && result.object.uid !== '' ? [result.object.uid] : [],
  );
  if (uids.length === 0 || calendar.lastCompleteAt === null) return page;
  const settled = [...page.changed.map(({ href }) => href), ...page.removed];
  const places = await otherPlacesOf(database, calendar.id, uids, settled);
  if (places.length === 0) return page;
  const { missing } = await provider.fetch(calendar.href, places);
  return missing.length === 0 ? page : { ...page, removed: [...page.removed, ...missing] };
}
