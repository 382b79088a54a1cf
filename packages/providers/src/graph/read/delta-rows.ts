import { fieldOf } from '../../json.ts';
import type { GraphClient, GraphRequest } from '../wire/graph-client.ts';
import { calendarPath, query } from '../wire/paths.ts';
import { type GraphPage, pageIn } from './page-of.ts';
import type { Shape, Window } from './whole-events.ts';

/** What one page of a delta comes to. */
export interface Told {
  /** Events to be read again. */
  readonly touched: ReadonlyMap<string, Shape>;
  /** Said to be gone: deleted, or only out of the window, or never ours. */
  readonly removed: ReadonlySet<string>;
}

const PAGE = 200;

/** Where a first round begins. No `$select`: a delta takes none. */
export function firstDelta(calendar: string, { from, to }: Window): string {
  const stretch = { startDateTime: from.toString(), endDateTime: to.toString() };
  return `${calendarPath(calendar)}/calendarView/delta${query(stretch)}`;
}

export function deltaRequest(path: string): GraphRequest {
  return { method: 'GET', path, pageSize: PAGE };
}

/** Null where the token is dead: 410, or any refusal that says so by its code. */
export async function deltaPage(client: GraphClient, link: string): Promise<GraphPage | null> {
  const answer = await client.send(deltaRequest(link));
  if (answer.status === 200) return pageIn(answer.body);
  if (answer.status === 410 || DEAD.has(answer.code)) return null;
  throw client.failure(answer);
}

const DEAD: ReadonlySet<string> = new Set(['syncstatenotfound', 'syncstateinvalid', 'resyncrequired']);

/** The last word on an id counts. An instance stands for its series, which is read as a whole. */
export function toldBy(rows: readonly unknown[]): Told {
  const touched = new Map<string, Shape>();
  const removed = new Set<string>();
  for (const row of rows) {
    const id = fieldOf(row, 'id');
    if (typeof id !== 'string') continue;
    if (fieldOf(row, '@removed') !== undefined) {
      removed.add(id);
      touched.delete(id);
      continue;
    }
    removed.delete(id);
    const master = fieldOf(row, 'seriesMasterId');
    if (typeof master === 'string' && master !== '') touched.set(master, 'series');
    else touched.set(id, fieldOf(row, 'type') === 'seriesMaster' ? 'series' : 'single');
  }
  return { touched, removed };
}
