import { createHash } from 'node:crypto';
import { fieldOf } from '../../json.ts';
import type { PutOutcome, PutRequest } from '../../port/writes.ts';
import { graphEvent } from '../event/graph-event.ts';
import { keptProperties } from '../event/kept-text.ts';
import { seriesText } from '../event/series-text.ts';
import { idOfUid } from '../read/find-by-uid.ts';
import { etagOf } from '../read/whole-events.ts';
import type { GraphClient } from '../wire/graph-client.ts';
import { unlike } from '../wire/graph-failure.ts';
import { eventHref, listPath } from '../wire/paths.ts';
import { newFields } from './changed-fields.ts';
import type { Wanted } from './wanted-rows.ts';
import { refusalOf } from './write-answer.ts';

/** A new event where Graph wants it; `null` where its instances are still to be written. */
export type Created =
  | { readonly outcome: PutOutcome; readonly href: null }
  | { readonly outcome: null; readonly href: string };

/**
 * Looks for the UID first: nobody knows how long Graph remembers a transactionId, and only the UID tells a second try
 * apart after that. The id is Graph's own choice.
 */
export async function createMaster(
  client: GraphClient,
  { calendarHref, href, body }: PutRequest,
  wanted: Wanted,
): Promise<Created> {
  const taken = await idOfUid(client, calendarHref, wanted.uid);
  if (taken !== null) return ended(usedBy(eventHref(calendarHref, taken), href));
  const kept = keptProperties(wanted.uid, body);
  const event = {
    ...newFields(wanted.fields),
    transactionId: transactionOf(href),
    singleValueExtendedProperties: kept,
  };
  const answer = await client.send({ method: 'POST', path: listPath(calendarHref), body: event });
  if (answer.code === 'errorduplicatetransactionid') {
    const id = fieldOf(fieldOf(answer.body, 'error'), '@event.existingEventId');
    return ended({ outcome: 'duplicate', href: typeof id === 'string' ? eventHref(calendarHref, id) : null });
  }
  if (answer.status !== 201) {
    const refusal = refusalOf(client, answer);
    if (refusal === 'gone') throw client.failure(answer);
    return ended(refusal === 'changed' ? { outcome: 'changed' } : refusal);
  }
  const read = graphEvent.safeParse(answer.body);
  if (!read.success) throw unlike('it does not say what was made of an event');
  const master = { ...read.data, singleValueExtendedProperties: kept.map((one) => ({ ...one })) };
  const made = eventHref(calendarHref, master.id);
  if (wanted.fields.recurrence !== null) return { outcome: null, href: made };
  const text = seriesText({ master, exceptions: [] });
  if (typeof text !== 'string') throw unlike('it made something else of an event');
  return ended({ outcome: 'stored', href: made, etag: etagOf(master), body: text });
}

function ended(outcome: PutOutcome): Created {
  return { outcome, href: null };
}

function usedBy(there: string, asked: string): PutOutcome {
  return there === asked ? { outcome: 'changed' } : { outcome: 'duplicate', href: there };
}

/** The same for every try of one creation, and another one for the next: each has a place of its own. */
function transactionOf(href: string): string {
  const digits = createHash('sha256').update(`atelier ${href}`).digest('hex');
  const part = (from: number, to: number): string => digits.slice(from, to);
  return [part(0, 8), part(8, 12), `4${part(13, 16)}`, `a${part(17, 20)}`, part(20, 32)].join('-');
}
