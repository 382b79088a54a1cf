import type { Change } from '@atelier/database/feed/change-feed';
import type { SlotRequest, SlotSources } from '../availability/offer-slots.ts';

/** Dates of whoever looks, labels of buffers and days in the artist's zone: nothing reaches further. */
const MARGIN_MS = 3 * 86_400_000;

/** Whether a change may alter the free times that were asked for and read from these sources. */
export function concerns(
  change: Change,
  request: Pick<SlotRequest, 'artist' | 'from' | 'to'>,
  { resourceIds, calendarIds }: SlotSources,
): boolean {
  if (!touches(change, request)) return false;
  const { topic, subject } = change;
  // "Any artist" may soon be one more.
  if (topic === 'slots') return subject === null || request.artist === 'any' || resourceIds.has(subject);
  if (topic === 'events' || topic === 'calendars') return subject === null || calendarIds.has(subject);
  return false;
}

function touches(
  { from, to }: Pick<Change, 'from' | 'to'>,
  request: Pick<SlotRequest, 'from' | 'to'>,
): boolean {
  const first = Date.parse(`${request.from}T00:00:00Z`) - MARGIN_MS;
  const last = Date.parse(`${request.to}T00:00:00Z`) + MARGIN_MS;
  return (from === null || from.getTime() <= last) && (to === null || to.getTime() >= first);
}
