import type { BaseVersion, PutOutcome, PutRequest, StoredVersion, WriteRefused } from '../../port/writes.ts';
import { changedBody, type EventBody, exdateLines, newBody } from '../event/event-body.ts';
import { fieldsIn } from '../event/event-fields.ts';
import { instanceId } from '../event/event-time.ts';
import { type GoogleEvent, type GoogleSeries, googleEvent, isSeries } from '../event/google-event.ts';
import { keptProperties } from '../event/kept-text.ts';
import { seriesText } from '../event/series-text.ts';
import { zoneOfCalendar } from '../read/list-calendars.ts';
import { eventWithUid, readWhole } from '../read/look-up.ts';
import { etagOf, objectId, readObject, single } from '../read/read-object.ts';
import { readRow, readSeries } from '../read/read-series.ts';
import type { GoogleClient } from '../wire/google-client.ts';
import { type GoogleAnswer, refusedWrite, unlike } from '../wire/google-failure.ts';
import { eventHref, eventPath, eventsPath, idIn, madeId } from '../wire/paths.ts';
import { goneOrNotThere } from './gone.ts';
import { type InstanceStep, instanceBody, planInstances } from './plan-instances.ts';
import { type FitRows, fitRows, hasFloating } from './unfit-text.ts';

const CHANGED = { outcome: 'changed' } as const;
/** No guest gets a letter for what Atelier writes (P6). */
export const NO_MAILS = { sendUpdates: 'none' };

interface Write {
  readonly client: GoogleClient;
  readonly calendar: string;
  readonly wanted: FitRows;
  readonly text: string;
  readonly zone: string;
}

/** The port's `put`. Throws ProviderFailure where nobody can say whether it was stored. */
export async function putEvent(client: GoogleClient, request: PutRequest): Promise<PutOutcome> {
  const { calendarHref: calendar, href, body: text, base } = request;
  const wanted = fitRows(text, 'UTC');
  if ('outcome' in wanted) return wanted;
  const zone = hasFloating(wanted) ? await zoneOfCalendar(client, calendar) : 'UTC';
  const write = { client, calendar, wanted, text, zone };
  return base === null ? await create(write, href) : await update(write, href, base);
}

/** An id that a deleted event has is taken for ever: the next one is as good, and the same at every try. */
const MOST_IDS = 5;

async function create(write: Write, href: string): Promise<PutOutcome> {
  const { client, calendar, wanted, text, zone } = write;
  const id = idIn(calendar, href);
  const holder = await eventWithUid(client, calendar, wanted.uid);
  if (holder !== null && !triesOf(id).includes(holder.id))
    return { outcome: 'duplicate', href: eventHref(calendar, holder.recurringEventId ?? holder.id) };
  for (const next of triesOf(id)) {
    const body = newBody(next, wanted, text, zone);
    const answer = await client.send({ method: 'POST', path: eventsPath(calendar), query: NO_MAILS, body });
    if (answer.status === 409) {
      const there = await readRow(client, calendar, next);
      if (there === null || there.status !== 'cancelled') return CHANGED;
      continue;
    }
    const refused = refusedWrite(answer);
    if (refused !== null) return refused;
    return await withInstances(write, single(eventIn(client, answer)));
  }
  return { outcome: 'duplicate', href: null };
}

/** In the order in which they are tried. */
function triesOf(id: string): readonly string[] {
  return Array.from({ length: MOST_IDS }, (_, again) => (again === 0 && isMade(id) ? id : madeId(id, again)));
}

/** Google takes fewer letters in a new id than it has in its own. */
const isMade = (id: string): boolean => /^[a-v0-9]{5,1024}$/.test(id);

async function update(write: Write, href: string, base: BaseVersion): Promise<PutOutcome> {
  const { client, calendar, wanted, zone, text } = write;
  const id = idIn(calendar, href);
  const before = base.body === undefined ? null : fitRows(base.body, 'UTC');
  const plain =
    before !== null && !('outcome' in before) && before.exceptions.length === 0 && !recurs(before);
  if (plain && !recurs(wanted) && base.etag !== null) {
    const body = bodyOf(changedBody(before.master, wanted.master, zone), wanted.uid, text);
    const answer = await patch(client, calendar, id, base.etag, body);
    return answerOf(write, answer) ?? storedOf(calendar, single(eventIn(client, answer)));
  }
  const hints = before !== null && !('outcome' in before) ? instanceIds(id, before, zone) : [];
  const there = await readWhole(client, calendar, id, hints);
  if (there === null) return goneOrNotThere(client, calendar);
  if (!isBase(there, base) || there.master === null) return CHANGED;
  return await patchSeries(write, there, there.master);
}

const recurs = ({ master }: FitRows): boolean => fieldsIn(master).recurrence.length > 0;

/** Ids of the instances that a text speaks of. */
function instanceIds(
  id: string,
  { master, exceptions, cancelled }: FitRows,
  zone: string,
): readonly string[] {
  return [...exceptions.map(({ original }) => original), ...cancelled].map((time) =>
    instanceId(id, time, master.start, zone),
  );
}

/** By its own name, or, where Google's names move, by its text. */
function isBase(there: GoogleSeries, { etag, body }: BaseVersion): boolean {
  if (etag !== null && etag === etagOf(there)) return true;
  return body !== undefined && plainText(seriesText(there)) === plainText(body);
}

const plainText = (text: string): string => text.replaceAll('\r\n', '\n').trimEnd();

/** The series first, then its instances, from what is there by then. */
async function patchSeries(write: Write, there: GoogleSeries, master: GoogleEvent): Promise<PutOutcome> {
  const { client, calendar, wanted, zone, text } = write;
  const current = fitRows(seriesText(there), 'UTC');
  if ('outcome' in current) return current;
  const changes = changedBody(current.master, wanted.master, zone);
  const dates = recurrenceOf(master, current, wanted);
  const body = bodyOf({ ...changes, ...dates }, wanted.uid, text);
  const answer = await patch(client, calendar, master.id, master.etag, body);
  const other = answerOf(write, answer);
  if (other !== null) return other;
  const patched = eventIn(client, answer);
  const moved = 'start' in changes || 'end' in changes || 'recurrence' in { ...changes, ...dates };
  const known = there.instances.map(({ id }) => id);
  const after =
    moved && isSeries(patched)
      ? await readSeries(client, calendar, patched, known)
      : { ...there, master: patched };
  return await withInstances(write, isSeries(patched) ? after : single(patched));
}

/**
 * Lines that leave dates out stand for themselves: those that are wanted no more are taken away, with the rule or
 * without it. Dates that are left out anew become cancelled instances.
 */
function recurrenceOf(master: GoogleEvent, current: FitRows, wanted: FitRows): EventBody {
  const rules = fieldsIn(wanted.master).recurrence;
  if (rules.length === 0) return {};
  const lines = (master.recurrence ?? []).filter((line) => /^EXDATE[;:]/i.test(line));
  const same = JSON.stringify(fieldsIn(current.master).recurrence) === JSON.stringify(rules);
  const names = new Set(exdateLines(wanted.cancelled));
  const kept = lines.length === 0 || exdateLines(current.cancelled).every((line) => names.has(line));
  if (same && kept) return {};
  return { recurrence: [...rules, ...(lines.length === 0 ? [] : exdateLines(wanted.cancelled))] };
}

function bodyOf(changes: EventBody, uid: string, text: string): EventBody {
  return { ...changes, extendedProperties: { private: keptProperties(uid, text) } };
}

async function withInstances(write: Write, series: GoogleSeries): Promise<PutOutcome> {
  const { client, calendar, wanted, zone } = write;
  if (series.master === null || !recurs(wanted)) return storedOf(calendar, series);
  const rows = new Map(series.instances.map((row) => [row.id, row]));
  for (const step of planInstances(series, wanted, zone)) {
    const row = await take(write, step);
    if (row !== null && 'outcome' in row) return row;
    if (row !== null) rows.set(row.id, row);
  }
  const fresh = rows.size === 0 ? null : await readWhole(client, calendar, series.master.id, rows.keys());
  return storedOf(calendar, fresh ?? series);
}

/** Looks at the instance, which has a version of its own, and changes it where it says something else. */
async function take(
  { client, calendar, zone }: Write,
  step: InstanceStep,
): Promise<GoogleEvent | WriteRefused | null> {
  const row = await readRow(client, calendar, step.id);
  // The series has no such date: nothing of it can be shown there.
  if (row === null) return null;
  const path = eventPath(calendar, step.id);
  const ifMatch = row.etag;
  if (step.kind === 'cancel') {
    if (row.status === 'cancelled') return row;
    const answer = await client.send({ method: 'DELETE', path, query: NO_MAILS, ifMatch });
    if (answer.status >= 300 && answer.status !== 404 && answer.status !== 410) return failed(client, answer);
    return { ...row, status: 'cancelled' };
  }
  const body = instanceBody({ master: null, instances: [row] }, step.wanted, zone);
  if (Object.keys(body).length === 0) return row;
  const answer = await client.send({ method: 'PATCH', path, query: NO_MAILS, ifMatch, body });
  return answer.status === 200 ? eventIn(client, answer) : failed(client, answer);
}

/** Half of it is done: the next try finds it changed, and goes on from there. */
function failed(client: GoogleClient, answer: GoogleAnswer): WriteRefused {
  const refused = refusedWrite(answer);
  if (refused !== null) return refused;
  throw client.failure(answer);
}

function patch(
  client: GoogleClient,
  calendar: string,
  id: string,
  ifMatch: string,
  body: EventBody,
): Promise<GoogleAnswer> {
  return client.send({ method: 'PATCH', path: eventPath(calendar, id), query: NO_MAILS, ifMatch, body });
}

/** Null where it was done. */
function answerOf(
  { client, calendar }: Write,
  answer: GoogleAnswer,
): PutOutcome | Promise<PutOutcome> | null {
  if (answer.status === 200) return null;
  if (answer.status === 412 || answer.status === 409) return CHANGED;
  if (answer.status === 404 || answer.status === 410) return goneOrNotThere(client, calendar);
  return failed(client, answer);
}

function eventIn(client: GoogleClient, answer: GoogleAnswer): GoogleEvent {
  if (answer.status < 200 || answer.status >= 300) throw client.failure(answer);
  const event = googleEvent(answer.body);
  if (event === null) throw unlike('it does not show what was stored');
  return event;
}

function storedOf(calendar: string, series: GoogleSeries): StoredVersion {
  const object = readObject(calendar, series);
  if ('reason' in object) throw unlike(object.reason);
  return {
    outcome: 'stored',
    href: eventHref(calendar, objectId(series)),
    etag: object.etag,
    body: object.body,
  };
}
