import { fieldOf, listOf, textOfField } from '../../json.ts';
import type { RemoteCalendar } from '../../port/remote-calendar.ts';
import type { GoogleClient } from '../wire/google-client.ts';
import { unlike } from '../wire/google-failure.ts';
import { calendarHref } from '../wire/paths.ts';

/** The calendars of an account, and by which address it is known. */
export interface CalendarList {
  readonly calendars: readonly RemoteCalendar[];
  readonly address: string | null;
}

const ROLES: ReadonlySet<unknown> = new Set(['owner', 'writer', 'reader']);

/** Calendars that show times only (`freeBusyReader`) have no events to read, and are left out. */
export async function listCalendars(client: GoogleClient): Promise<CalendarList> {
  const entries: unknown[] = [];
  const followed = new Set<string>();
  for (let pageToken: string | null = null; ; ) {
    const query = { maxResults: '250', ...(pageToken !== null && { pageToken }) };
    const body = await client.read('/users/me/calendarList', query);
    if (!Array.isArray(fieldOf(body, 'items'))) throw unlike('the list of calendars has no rows');
    entries.push(...listOf(body, 'items'));
    const next = textOfField(body, 'nextPageToken');
    if (next === null) break;
    if (followed.has(next)) throw unlike('its pages lead in a circle');
    followed.add(next);
    pageToken = next;
  }
  const primary = entries.find((entry) => fieldOf(entry, 'primary') === true);
  return {
    calendars: entries.flatMap((entry) => remoteCalendar(entry) ?? []),
    address: textOfField(primary, 'id')?.toLowerCase() ?? null,
  };
}

function remoteCalendar(entry: unknown): RemoteCalendar | null {
  const id = textOfField(entry, 'id');
  const role = fieldOf(entry, 'accessRole');
  if (id === null || fieldOf(entry, 'deleted') === true || !ROLES.has(role)) return null;
  const timeZone = textOfField(entry, 'timeZone');
  return {
    href: calendarHref(id),
    name: textOfField(entry, 'summaryOverride') ?? textOfField(entry, 'summary') ?? id,
    color: /^#[0-9a-f]{6}$/i.exec(textOfField(entry, 'backgroundColor') ?? '')?.[0].toLowerCase() ?? null,
    description: textOfField(entry, 'description'),
    timeZone,
    readOnly: role === 'reader',
    ownedByOther: role !== 'owner',
    components: ['VEVENT'],
    version: null,
    capabilities: {},
  };
}

/** IANA name; for a time in no zone. */
export async function zoneOfCalendar(client: GoogleClient, calendar: string): Promise<string> {
  const entry = await client.read(`/users/me/calendarList/${calendar.slice(0, -1)}`);
  return textOfField(entry, 'timeZone') ?? 'UTC';
}
