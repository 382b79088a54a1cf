import type { PutOutcome, PutRequest } from '../../port/writes.ts';
import { keptProperties } from '../event/kept-text.ts';
import { seriesText } from '../event/series-text.ts';
import { windowAt } from '../read/cursor.ts';
import { requireCalendar } from '../read/recheck.ts';
import { etagOf, type WholeEvent, wholeEvents } from '../read/whole-events.ts';
import type { GraphClient } from '../wire/graph-client.ts';
import { idIn } from '../wire/paths.ts';
import { changedFields, isNothing } from './changed-fields.ts';
import { createMaster } from './create-master.ts';
import { tellsGuests } from './guests.ts';
import { refuse } from './refusal.ts';
import { type Wanted, wantedOf } from './wanted-rows.ts';
import { refusalOf } from './write-answer.ts';
import { instanceWrites, writeInstances } from './write-instances.ts';

const CHANGED = { outcome: 'changed' } as const;
const GONE = { outcome: 'gone' } as const;

/** The port's `put`. Throws ProviderFailure where nobody can say whether it was stored. */
export async function putEvent(client: GraphClient, request: PutRequest): Promise<PutOutcome> {
  const wanted = wantedOf(request.body);
  if ('why' in wanted) {
    // A calendar that is not there is no matter of the event.
    await requireCalendar(client, request.calendarHref);
    return refuse(wanted.why);
  }
  if (request.base !== null) return await updateEvent(client, request, wanted);
  const { outcome, href } = await createMaster(client, request, wanted);
  return outcome ?? (await withInstances(client, { ...request, href }, wanted));
}

type Found = Extract<WholeEvent, { readonly kind: 'found' }>;

export async function lookAt(client: GraphClient, calendar: string, href: string): Promise<WholeEvent> {
  const window = windowAt(client.now());
  const wanted = new Map([[idIn(calendar, href), 'unknown' as const]]);
  const [read] = await wholeEvents({ client, calendar, window }, wanted);
  return read ?? { kind: 'missing', href };
}

/** Still the version that was meant: by its name where one was told, and by what it says. */
export function isStill({ object }: Found, base: NonNullable<PutRequest['base']>): boolean {
  if (base.etag !== null && base.etag !== object.etag) return false;
  return base.body === undefined || base.body === object.body;
}

async function updateEvent(client: GraphClient, request: PutRequest, wanted: Wanted): Promise<PutOutcome> {
  const { calendarHref, href, body, base } = request;
  const now = await lookAt(client, calendarHref, href);
  if (now.kind === 'missing') return await goneFrom(client, calendarHref);
  if (now.kind === 'unreadable' || base === null || !isStill(now, base)) return CHANGED;
  const { object } = now;
  if (object.body === body) return { outcome: 'stored', ...object };
  const there = wantedOf(object.body);
  if ('why' in there) return refuse(there.why);
  const refused = refusedChange(now, there, wanted);
  if (refused !== null) return refused;
  const fields = changedFields(there.fields, wanted.fields);
  const patch = { ...fields, singleValueExtendedProperties: keptProperties(wanted.uid, body) };
  const ifMatch = etagOf(now.series.master) ?? '*';
  const answer = await client.send({ method: 'PATCH', path: href, ifMatch, body: patch });
  if (answer.status !== 200) {
    const refusal = refusalOf(client, answer);
    if (refusal === 'changed') return CHANGED;
    return refusal === 'gone' ? await goneFrom(client, calendarHref) : refusal;
  }
  return await withInstances(client, request, wanted);
}

/** Known before anything is written. */
function refusedChange({ series }: Found, there: Wanted, wanted: Wanted): PutOutcome | null {
  const fields = changedFields(there.fields, wanted.fields);
  const moves = 'start' in fields || 'recurrence' in fields;
  const writes = instanceWrites(there, wanted);
  // A series that is moved begins without exceptions: what is taken out of it is taken out anew.
  if (writes === 'restored' && !moves) return refuse('restored');
  const instances = writes === 'restored' ? [] : writes;
  const all = [fields, ...instances.map(({ change }) => change ?? ('removal' as const))];
  const { master } = series;
  if (all.some((change) => (change === 'removal' || !isNothing(change)) && tellsGuests(master, change)))
    return refuse('guests');
  const online = master.isOnlineMeeting === true || (master.onlineMeeting ?? null) !== null;
  return online && 'body' in fields ? refuse('meeting-note') : null;
}

/** The master is as wanted; now its instances, and then what has become of it. `href` is where it is. */
export async function withInstances(
  client: GraphClient,
  { calendarHref, href }: Pick<PutRequest, 'calendarHref' | 'href'>,
  wanted: Wanted,
): Promise<PutOutcome> {
  const now = await lookAt(client, calendarHref, href);
  if (now.kind !== 'found') return now.kind === 'missing' ? GONE : CHANGED;
  if (wanted.fields.recurrence === null) return { outcome: 'stored', ...now.object };
  const text = seriesText({
    ...now.series,
    master: { ...now.series.master, singleValueExtendedProperties: null },
  });
  const there = typeof text === 'string' ? wantedOf(text) : null;
  if (there === null || 'why' in there) return CHANGED;
  const writes = instanceWrites(there, wanted);
  if (writes === 'restored') return refuse('restored');
  if (writes.length === 0) return { outcome: 'stored', ...now.object };
  const refused = await writeInstances(client, calendarHref, href, writes);
  if (refused !== null) return refused;
  const after = await lookAt(client, calendarHref, href);
  return after.kind === 'found' ? { outcome: 'stored', ...after.object } : CHANGED;
}

export async function goneFrom(client: GraphClient, calendar: string): Promise<{ readonly outcome: 'gone' }> {
  await requireCalendar(client, calendar);
  return GONE;
}
