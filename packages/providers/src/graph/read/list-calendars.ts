import { z } from 'zod';
import type { RemoteCalendar } from '../../port/remote-calendar.ts';
import type { GraphClient } from '../wire/graph-client.ts';
import { unlike } from '../wire/graph-failure.ts';
import { calendarHref, query } from '../wire/paths.ts';
import { allRows } from './page-of.ts';

const calendar = z.object({
  id: z.string(),
  name: z.string().nullish(),
  hexColor: z.string().nullish(),
  canEdit: z.boolean().nullish(),
  owner: z.object({ address: z.string().nullish() }).nullish(),
});

const PATH = `/me/calendars${query({ $top: 200, $select: 'id,name,hexColor,canEdit,owner' })}`;

/** Graph tells no version of a calendar: each is asked for its changes. @param mine the addresses of the account */
export async function listCalendars(
  client: GraphClient,
  mine: readonly string[],
): Promise<readonly RemoteCalendar[]> {
  return (await allRows(client, PATH)).map((row) => {
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
