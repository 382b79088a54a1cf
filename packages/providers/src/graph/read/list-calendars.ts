import { z } from 'zod';
import type { KeptCalendar, RemoteCalendar } from '../../port/remote-calendar.ts';
import { type GraphClient, isPassing } from '../wire/graph-client.ts';
import { unlike } from '../wire/graph-failure.ts';
import { calendarHref, query } from '../wire/paths.ts';
import { readCursor } from './cursor.ts';
import { deltaRequest } from './delta-rows.ts';
import { allRows, pageIn } from './page-of.ts';

const calendar = z.object({
  id: z.string(),
  name: z.string().nullish(),
  hexColor: z.string().nullish(),
  canEdit: z.boolean().nullish(),
  owner: z.object({ address: z.string().nullish() }).nullish(),
});

const PATH = `/me/calendars${query({ $top: 200, $select: 'id,name,hexColor,canEdit,owner' })}`;

/**
 * Graph tells no version of a calendar, so each is asked for its changes: along with the list, as far as that goes in one
 * request. A quiet account costs one request, like any other.
 * @param mine the addresses of the account
 */
export async function listCalendars(
  client: GraphClient,
  mine: readonly string[],
  kept: ReadonlyMap<string, KeptCalendar> = NOTHING_KEPT,
): Promise<readonly RemoteCalendar[]> {
  const rows = await rowsWithDeltas(client, kept);
  return rows.map((row) => {
    const read = calendar.safeParse(row);
    if (!read.success) throw unlike('a calendar has no id');
    const { id, name, hexColor, canEdit, owner } = read.data;
    const color = /^#[0-9a-f]{6}$/i.exec(hexColor ?? '')?.[0].toLowerCase() ?? null;
    const address = owner?.address?.toLowerCase() ?? null;
    return {
      href: calendarHref(id),
      name: name ?? '',
      color,
      description: null,
      timeZone: null,
      readOnly: canEdit !== true,
      ownedByOther: address !== null && !mine.some((one) => one.toLowerCase() === address),
      components: ['VEVENT'],
      version: null,
      capabilities: {},
    };
  });
}

const NOTHING_KEPT: ReadonlyMap<string, KeptCalendar> = new Map();
/** Twenty parts a batch, and the list is one. */
const MOST_AHEAD = 19;

async function rowsWithDeltas(
  client: GraphClient,
  kept: ReadonlyMap<string, KeptCalendar>,
): Promise<readonly unknown[]> {
  const all = [...kept.values()].flatMap(({ cursor }) => readCursor(cursor)?.link ?? []);
  const links = all.slice(0, MOST_AHEAD);
  if (links.length === 0) return await allRows(client, PATH);
  const [list, ...deltas] = await client.eachOf([
    { method: 'GET', path: PATH },
    ...links.map((path) => deltaRequest(path)),
  ]);
  if (list === undefined) throw unlike('the list of calendars is missing');
  if (list.status !== 200) throw client.failure(list);
  // One that failed is asked for again when its turn comes, and fails that calendar alone.
  const told = deltas.flatMap((answer, at) =>
    isPassing(answer) ? [] : [[links[at] ?? '', answer] as const],
  );
  client.keepAhead(new Map(told));
  const { rows, next } = pageIn(list.body);
  return next === null ? rows : [...rows, ...(await allRows(client, next))];
}
