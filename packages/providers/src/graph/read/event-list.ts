import { fieldOf } from '../../json.ts';
import type { GraphClient } from '../wire/graph-client.ts';
import { unlike } from '../wire/graph-failure.ts';
import { listPath, query } from '../wire/paths.ts';
import { allRows } from './page-of.ts';
import type { Shape } from './whole-events.ts';

export interface ListedEvent {
  readonly etag: string;
  readonly shape: Shape;
}

/** Every single event and every series by id, without a window and without its texts. */
export async function eventList(
  client: GraphClient,
  calendar: string,
): Promise<ReadonlyMap<string, ListedEvent>> {
  const path = listPath(calendar) + query({ $select: 'id,changeKey,type', $top: 1_000 });
  return new Map((await allRows(client, path)).map(listed));
}

function listed(row: unknown): [string, ListedEvent] {
  const [id, etag] = [fieldOf(row, 'id'), fieldOf(row, '@odata.etag')];
  if (typeof id !== 'string' || typeof etag !== 'string') throw unlike('a listed event has no id or version');
  return [id, { etag, shape: fieldOf(row, 'type') === 'seriesMaster' ? 'series' : 'single' }];
}
