import { createHash } from 'node:crypto';
import { readObject } from '@atelier/calendar/read/read-object';
import { fieldOf, listOf } from '../../json.ts';
import type { ChangedObject, UnreadableObject } from '../../port/changes.ts';
import { objectText } from '../../rows/object-text.ts';
import { type GraphEvent, graphEvent } from '../event/graph-event.ts';
import { type GraphSeries, rowsOfSeries, type Unreadable } from '../event/series-rows.ts';
import { seriesText } from '../event/series-text.ts';
import type { GraphClient } from '../wire/graph-client.ts';
import { type GraphAnswer, isMissing } from '../wire/graph-failure.ts';
import { eventHref, query, WHOLE, WHOLE_SERIES } from '../wire/paths.ts';
import { allRows } from './page-of.ts';

/** What is known of an event before it is read: of a master its instances are asked for as well. */
export type Shape = 'single' | 'series' | 'unknown';

/** An event as it is now: whole, with its text; gone; or there and not to be read. */
export type WholeEvent =
  | { readonly kind: 'found'; readonly series: GraphSeries; readonly object: ChangedObject }
  | { readonly kind: 'missing'; readonly href: string }
  | { readonly kind: 'unreadable'; readonly object: UnreadableObject };

/** Where instances are looked for whose master does not name those that are cancelled. */
export interface Window {
  readonly from: Temporal.Instant;
  readonly to: Temporal.Instant;
}

export interface Reading {
  readonly client: GraphClient;
  /** Its href. */
  readonly calendar: string;
  readonly window: Window;
}

/** By id, twenty to a request. An event that turns out to be a series is asked for its instances in a second one. */
export async function wholeEvents(
  reading: Reading,
  wanted: ReadonlyMap<string, Shape>,
): Promise<readonly WholeEvent[]> {
  const first = await readAll(reading, [...wanted]);
  const second = await readAll(
    reading,
    first.flatMap((one) => otherwise(one, wanted.get(one.id) ?? 'unknown')),
  );
  const read = new Map([...first, ...second].map((one) => [one.id, one]));
  return await Promise.all([...read.values()].map((one) => wholeOf(reading, one)));
}

/** As what it is to be asked for once more: a series, or (the rule was taken away meanwhile) no series any more. */
function otherwise({ id, answer, event }: Read, asked: Shape): readonly (readonly [string, Shape])[] {
  if (asked === 'series') return answer.status === 400 && !isMissing(answer) ? [[id, 'single']] : [];
  return event && isSeries(event) ? [[id, 'series']] : [];
}

interface Read {
  readonly id: string;
  readonly answer: GraphAnswer;
  /** Null where it is gone, or no event that can be read. */
  readonly event: GraphEvent | null;
}

async function readAll(
  { client, calendar }: Reading,
  wanted: readonly (readonly [string, Shape])[],
): Promise<readonly Read[]> {
  const answers = await client.batch(
    wanted.map(([id, shape]) => ({
      method: 'GET',
      path: eventHref(calendar, id) + (shape === 'series' ? WHOLE_SERIES : WHOLE),
    })),
  );
  return answers.map((answer, at) => {
    const read = graphEvent.safeParse(answer.status === 200 ? answer.body : null);
    return { id: wanted[at]?.[0] ?? '', answer, event: read.success ? read.data : null };
  });
}

export function isSeries({ type, recurrence }: GraphEvent): boolean {
  return type === 'seriesMaster' || recurrence != null;
}

async function wholeOf(reading: Reading, { id, answer, event }: Read): Promise<WholeEvent> {
  const href = eventHref(reading.calendar, id);
  if (event === null) {
    if (isMissing(answer)) return { kind: 'missing', href };
    if (answer.status !== 200) throw reading.client.failure(answer);
    return unreadable(href, null, 'Microsoft’s answer for this event cannot be understood.');
  }
  // Part of another object.
  if (event.type === 'occurrence' || event.type === 'exception') return { kind: 'missing', href };
  const series = { master: event, exceptions: exceptionsIn(answer.body) };
  return await foundOf(reading, href, series);
}

function exceptionsIn(body: unknown): readonly GraphEvent[] {
  return listOf(body, 'exceptionOccurrences').flatMap((row) => {
    const read = graphEvent.safeParse(row);
    return read.success ? [read.data] : [];
  });
}

async function foundOf(reading: Reading, href: string, series: GraphSeries): Promise<WholeEvent> {
  const etag = etagOf(series.master);
  const text = seriesText(series);
  if (typeof text === 'string') {
    const object = { href, etag: isSeries(series.master) ? seriesEtag(etag, text) : etag, body: text };
    return { kind: 'found', series, object };
  }
  if (text.why !== 'cancelled') return unreadable(href, etag, WHY[text.why]);
  return await foundOf(reading, href, { ...series, cancelled: await cancelledOf(reading, href, series) });
}

const WHY: Readonly<Record<Exclude<Unreadable, 'cancelled'>, string>> = {
  zone: 'This series is in a time zone that only Outlook knows.',
  rule: 'This series repeats in a way that this version does not know.',
};

function unreadable(href: string, etag: string | null, reason: string): WholeEvent {
  return { kind: 'unreadable', object: { href, etag, reason } };
}

/** Of one event or master: what a condition names, and a list tells. */
export function etagOf(event: GraphEvent): string | null {
  return event['@odata.etag'] ?? (event.changeKey ? `W/"${event.changeKey}"` : null);
}

const MARK = ' ';

/**
 * Nobody promises that a master gets another version when one of its instances is changed or cancelled: a series is named
 * by its master's version and by what it says.
 */
function seriesEtag(master: string | null, text: string): string | null {
  if (master === null) return null;
  return `${master}${MARK}${createHash('sha256').update(text).digest('hex').slice(0, 16)}`;
}

/** The part of it that a list of masters tells. */
export function masterEtag(etag: string | null): string | null {
  return etag?.split(MARK)[0] ?? null;
}

/** What the rule gives and the server no longer has, within the window. */
async function cancelledOf(
  { client, window }: Reading,
  href: string,
  series: GraphSeries,
): Promise<readonly Temporal.Instant[]> {
  const path = `${href}/instances${query({
    startDateTime: window.from.toString(),
    endDateTime: window.to.toString(),
    $top: 1_000,
    $select: 'id,type,originalStart',
  })}`;
  const originals = (await allRows(client, path)).map((row) => fieldOf(row, 'originalStart'));
  const there = new Set(
    [...originals, ...series.exceptions.map(({ originalStart }) => originalStart)]
      .filter((one) => typeof one === 'string')
      .map((one) => Temporal.Instant.from(one).epochMilliseconds),
  );
  const rows = rowsOfSeries({ ...series, exceptions: [], cancelled: [] }, 'u');
  if (typeof rows === 'string') return [];
  const read = readObject(objectText(rows), {
    zone: 'UTC',
    from: window.from.epochMilliseconds,
    to: window.to.epochMilliseconds,
  });
  const planned = read.ok ? read.object.occurrences.map(({ start }) => start) : [];
  return planned.filter((at) => !there.has(at)).map((at) => Temporal.Instant.fromEpochMilliseconds(at));
}
