import type { RemoveOutcome, RemoveRequest } from '../../port/writes.ts';
import { etagOf } from '../read/whole-events.ts';
import type { GraphClient } from '../wire/graph-client.ts';
import { tellsGuests } from './guests.ts';
import { goneFrom, isStill, lookAt } from './put-event.ts';
import { refuse } from './refusal.ts';
import { refusalOf } from './write-answer.ts';

const CHANGED = { outcome: 'changed' } as const;

/** The port's `remove`: a look first, for Microsoft writes to the guests of what is deleted (P6). */
export async function removeEvent(
  client: GraphClient,
  { calendarHref, href, base }: RemoveRequest,
): Promise<RemoveOutcome> {
  const now = await lookAt(client, calendarHref, href);
  if (now.kind === 'missing') return await goneFrom(client, calendarHref);
  if (now.kind === 'unreadable' || !isStill(now, base)) return CHANGED;
  if (tellsGuests(now.series.master, 'removal')) return refuse('guests');
  const answer = await client.send({
    method: 'DELETE',
    path: href,
    ifMatch: etagOf(now.series.master) ?? '*',
  });
  if (answer.status >= 200 && answer.status < 300) return { outcome: 'removed' };
  const refusal = refusalOf(client, answer);
  if (refusal === 'changed') return CHANGED;
  return refusal === 'gone' ? await goneFrom(client, calendarHref) : refusal;
}
