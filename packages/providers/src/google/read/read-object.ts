import { hash } from 'node:crypto';
import type { ChangedObject, UnreadableObject } from '../../port/changes.ts';
import { type GoogleEvent, type GoogleSeries, isSeries } from '../event/google-event.ts';
import { seriesText } from '../event/series-text.ts';
import { eventHref } from '../wire/paths.ts';

/** A single event goes by its own version; a series by one of all its rows, which Google does not have. */
export function etagOf({ master, instances }: GoogleSeries): string {
  const [only] = instances;
  if (master === null) return only?.etag ?? '';
  if (!isSeries(master) && instances.length === 0) return master.etag;
  const rows = [master, ...instances].map(({ id, etag }) => `${id} ${etag}`).sort();
  return `${SERIES}${hash('sha256', rows.join('\n')).slice(0, 32)}"`;
}

const SERIES = '"series-';

export const isSeriesEtag = (etag: string | null): boolean => etag?.startsWith(SERIES) === true;

/** An event that only its instance shows is an object by itself, under that instance's id. */
export function objectId({ master, instances }: GoogleSeries): string {
  return master?.id ?? instances[0]?.id ?? '';
}

export function readObject(calendar: string, series: GoogleSeries): ChangedObject | UnreadableObject {
  const href = eventHref(calendar, objectId(series));
  const etag = etagOf(series);
  try {
    return { href, etag, body: seriesText(series) };
  } catch (error) {
    if (!(error instanceof RangeError) && !(error instanceof TypeError)) throw error;
    return { href, etag, reason: 'Google tells times of it that are none.' };
  }
}

export const single = (master: GoogleEvent): GoogleSeries => ({ master, instances: [] });
