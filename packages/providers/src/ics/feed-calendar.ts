import { parseDuration } from '@atelier/calendar/time/duration';
import { ianaName } from '@atelier/calendar/zone/zone-name';
import { calendarColor } from '../caldav/collection/calendar-color.ts';
import type { Json, Opaque } from '../json.ts';
import type { RemoteCalendar } from '../port/remote-calendar.ts';
import type { ReadFeed, Validators } from './fetch-feed.ts';
import { FEED_HREF } from './match-identities.ts';

/** What is known of a feed without asking: its looks as it was last read, and by what the server knows that version. */
export interface KeptFeed extends Validators {
  readonly version: string;
  readonly name: string | null;
  readonly color: string | null;
  readonly description: string | null;
  readonly zone: string | null;
  readonly rest: number;
}

const DAY_SECONDS = 86_400;
const LEAST_REST = 900;

export function keptOf(feed: ReadFeed): KeptFeed {
  const { properties, etag, modified, version } = feed;
  const said = (...names: readonly string[]) =>
    names.map((name) => plain(properties.get(name))).find((text) => text !== null) ?? null;
  return {
    etag,
    modified,
    version,
    name: said('NAME', 'X-WR-CALNAME')?.slice(0, 200) ?? null,
    color: calendarColor(said('X-APPLE-CALENDAR-COLOR', 'COLOR') ?? undefined),
    description: said('DESCRIPTION', 'X-WR-CALDESC')?.slice(0, 2_000) ?? null,
    zone: ianaName(said('X-WR-TIMEZONE', 'TIMEZONE-ID') ?? ''),
    rest: restSeconds(said('REFRESH-INTERVAL', 'X-PUBLISHED-TTL')),
  };
}

/** How often the publisher wants to be asked at most (RFC 7986 5.7, MS-OXCICAL), between a quarter of an hour and a day. */
export function restSeconds(hint: string | null): number {
  const length = hint === null ? null : parseDuration(hint);
  if (length === null) return LEAST_REST;
  const seconds = length.days * DAY_SECONDS + Math.round(length.ms / 1_000);
  return Math.min(Math.max(seconds, LEAST_REST), DAY_SECONDS);
}

/** The one calendar of a feed. Nothing is ever written to it. */
export function feedCalendar(kept: KeptFeed, host: string): RemoteCalendar {
  return {
    href: FEED_HREF,
    name: kept.name ?? host,
    color: kept.color,
    description: kept.description,
    timeZone: kept.zone,
    readOnly: true,
    ownedByOther: false,
    components: ['VEVENT'],
    version: kept.version,
    restSeconds: kept.rest,
    capabilities: { ...kept },
  };
}

/** Null for what this version did not write. */
export function keptFrom(capabilities: Opaque | undefined): KeptFeed | null {
  const { version, rest, ...texts } = capabilities ?? {};
  if (!isText(version)) return null;
  const text = (name: string) => {
    const value = texts[name];
    return isText(value) ? value : null;
  };
  return {
    version,
    rest: typeof rest === 'number' ? rest : LEAST_REST,
    etag: text('etag'),
    modified: text('modified'),
    name: text('name'),
    color: text('color'),
    description: text('description'),
    zone: text('zone'),
  };
}

function isText(value: Json | undefined): value is string {
  return typeof value === 'string';
}

function plain(value: string | undefined): string | null {
  const text =
    value
      ?.replace(/\\([\\;,])/g, '$1')
      .replace(/\\n/gi, ' ')
      .trim() ?? '';
  return text === '' ? null : text;
}
