import { fieldOf } from '../../json.ts';
import type { GraphClient } from '../wire/graph-client.ts';
import { unlike } from '../wire/graph-failure.ts';

export interface GraphPage {
  readonly rows: readonly unknown[];
  readonly next: string | null;
  /** Of a delta: where the next round begins. */
  readonly delta: string | null;
}

/** One page of a list; a link is opaque and called as it is. */
export async function pageAt(client: GraphClient, path: string, pageSize?: number): Promise<GraphPage> {
  return pageIn(await client.read(path, pageSize));
}

/** An answer without its rows is no empty list. */
export function pageIn(body: unknown): GraphPage {
  const rows = fieldOf(body, 'value');
  if (!Array.isArray(rows)) throw unlike('a list has no rows');
  return { rows, next: linkIn(body, '@odata.nextLink'), delta: linkIn(body, '@odata.deltaLink') };
}

function linkIn(body: unknown, name: string): string | null {
  const link = fieldOf(body, name);
  return typeof link === 'string' ? link : null;
}

/** Page after page; a list whose links lead in a circle ends. */
export async function* pagesFrom(client: GraphClient, path: string): AsyncGenerator<GraphPage> {
  const followed = new Set<string>();
  for (let next: string | null = path; next !== null; ) {
    if (followed.has(next)) throw unlike('its pages lead in a circle');
    followed.add(next);
    const page: GraphPage = await pageAt(client, next);
    yield page;
    next = page.next;
  }
}

export async function allRows(client: GraphClient, path: string): Promise<readonly unknown[]> {
  const pages = await Array.fromAsync(pagesFrom(client, path));
  return pages.flatMap(({ rows }) => rows);
}
