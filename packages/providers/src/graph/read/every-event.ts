import { fieldOf } from '../../json.ts';
import { graphEvent } from '../event/graph-event.ts';
import { seriesText } from '../event/series-text.ts';
import { unlike } from '../wire/graph-failure.ts';
import { eventHref, listPath, WHOLE } from '../wire/paths.ts';
import { pagesFrom } from './page-of.ts';
import { etagOf, isSeries, type Reading, type Shape, type WholeEvent, wholeEvents } from './whole-events.ts';

/** With bodies and kept texts: what Outlook hands over in a second or two. */
const PAGE = 200;

/** Everything in the calendar, page by page: single events as the list has them, series read one by one. */
export async function* everyEvent(
  reading: Reading,
): AsyncGenerator<{ readonly events: readonly WholeEvent[]; readonly last: boolean }> {
  const path = `${listPath(reading.calendar)}${WHOLE}&$top=${PAGE}`;
  for await (const { rows, next } of pagesFrom(reading.client, path)) {
    const series = new Map<string, Shape>();
    const singles: WholeEvent[] = [];
    for (const row of rows) {
      const read = singleIn(reading.calendar, row);
      if ('shape' in read) series.set(read.id, read.shape);
      else singles.push(read);
    }
    const more = series.size === 0 ? [] : await wholeEvents(reading, series);
    yield { events: [...singles, ...more], last: next === null };
  }
}

function singleIn(
  calendar: string,
  row: unknown,
): WholeEvent | { readonly id: string; readonly shape: Shape } {
  const id = fieldOf(row, 'id');
  if (typeof id !== 'string') throw unlike('a listed event has no id');
  const read = graphEvent.safeParse(row);
  if (!read.success) return { id, shape: 'unknown' };
  const master = read.data;
  if (isSeries(master)) return { id, shape: 'series' };
  const href = eventHref(calendar, id);
  const series = { master, exceptions: [] };
  const text = seriesText(series);
  if (typeof text !== 'string') return { id, shape: 'unknown' };
  return { kind: 'found', series, object: { href, etag: etagOf(master), body: text } };
}
