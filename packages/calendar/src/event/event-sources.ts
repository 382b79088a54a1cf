import type { ReadContext } from '../occurrence.ts';
import { mendText } from '../text/mend-text.ts';
import { type ScannedCalendar, scanCalendar } from '../text/scan-calendar.ts';
import { ianaZone } from '../zone/iana-zone.ts';
import { ZoneResolver } from '../zone/resolve-zone.ts';
import { ianaName } from '../zone/zone-name.ts';
import { isRead } from './event-lines.ts';
import { type EventSource, readEvent } from './event-source.ts';
import { isCancelling } from './method.ts';

/** The zone of a calendar. Throws RangeError for a name that is none. */
export function calendarZone({ zone }: Pick<ReadContext, 'zone'>) {
  return ianaZone(ianaName(zone) ?? zone);
}

/** The zones of a scanned text. */
export function zonesOf(scanned: ScannedCalendar, context: Pick<ReadContext, 'zone'>): ZoneResolver {
  const definitions = scanned.components.filter(({ name }) => name === 'VTIMEZONE');
  return new ZoneResolver(calendarZone(context), definitions);
}

/** The events of a scanned text, in file order. */
export function eventsIn(
  { components }: ScannedCalendar,
  zones: ZoneResolver,
  { owner = [], tentativeBlocks = true }: Pick<ReadContext, 'owner' | 'tentativeBlocks'>,
  method: string | null,
): EventSource[] {
  const reading = { owner, tentativeBlocks, cancelled: isCancelling(method) };
  const events = components.filter(({ name }) => name === 'VEVENT');
  return events.map((event, index) => readEvent(event, index, zones, reading));
}

/** The same from a text that was read before. */
export function readEvents(text: string, context: ReadContext): EventSource[] {
  const scanned = scanCalendar(mendText(text).text, isRead);
  return eventsIn(scanned, zonesOf(scanned, context), context, context.method ?? null);
}
