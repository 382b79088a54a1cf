import type { Effect } from '../faults/effect.ts';

/** What a path of the server stands for. Names are decoded; whether they exist is the store's business. */
export type Target =
  | { readonly kind: 'well-known' }
  | { readonly kind: 'root' }
  | { readonly kind: 'principals' }
  | { readonly kind: 'principal'; readonly user: string }
  | { readonly kind: 'homes' }
  | { readonly kind: 'home'; readonly user: string }
  | { readonly kind: 'calendar'; readonly user: string; readonly calendar: string }
  | { readonly kind: 'object'; readonly user: string; readonly calendar: string; readonly name: string }
  | { readonly kind: 'unknown' };

/** Where a kind of server keeps its things, and the habits that clients can see from outside. */
export interface Layout {
  readonly root: string;
  readonly principals: string;
  readonly homes: string;
  /** Nextcloud grants `write-properties` even on a read-only share: a trap for lazy readers. */
  readonly readOnlyPrivileges: readonly string[];
  /** Children of a home that are no calendars: resource type by name. */
  readonly homeExtras: Readonly<Record<string, string>>;
  /** `sabre` tokens are bare counters that survive a calendar's re-creation; `generation` tokens do not. */
  readonly tokens: 'generation' | 'sabre';
  /** Infomaniak answers a REPORT on a collection that is no calendar with an empty 207. */
  readonly reportAnywhere: boolean;
  /** iCloud puts principal and home below the account: `/ann/principal/`, `/ann/calendars/`. */
  readonly belowAccount: boolean;
  /** Whoever comes by the first host is sent to the second for its calendars. */
  readonly partition: { readonly from: string; readonly to: string } | null;
  /** A token that is not known is refused with a mere 403. */
  readonly bareRefusals: boolean;
  /** What a server of this kind does to every request, without being told to. */
  readonly habits: readonly Effect[];
}

const plain = {
  readOnlyPrivileges: ['read'],
  homeExtras: {},
  tokens: 'generation',
  reportAnywhere: false,
  belowAccount: false,
  partition: null,
  bareRefusals: false,
  habits: [],
} as const;

export const layouts = {
  sabre: { ...plain, root: '/dav/', principals: '/dav/principals/', homes: '/dav/calendars/' },
  nextcloud: {
    ...plain,
    root: '/remote.php/dav/',
    principals: '/remote.php/dav/principals/users/',
    homes: '/remote.php/dav/calendars/',
    readOnlyPrivileges: ['read', 'write-properties'],
    homeExtras: {
      inbox: '<cal:schedule-inbox/>',
      outbox: '<cal:schedule-outbox/>',
      trashbin: '<x:trash-bin xmlns:x="http://nextcloud.com/ns"/>',
    },
    tokens: 'sabre',
  },
  infomaniak: {
    ...plain,
    root: '/',
    principals: '/principals/',
    homes: '/calendars/',
    tokens: 'sabre',
    reportAnywhere: true,
  },
  icloud: {
    ...plain,
    root: '/',
    principals: '/',
    homes: '/',
    homeExtras: {
      inbox: '<cal:schedule-inbox/>',
      outbox: '<cal:schedule-outbox/>',
      notification: '<cs:notification/>',
    },
    belowAccount: true,
    partition: { from: 'caldav.icloud.com', to: 'p42-caldav.icloud.com' },
    bareRefusals: true,
    habits: [
      { kind: 'prefixes', form: 'default' },
      { kind: 'cdata' },
      { kind: 'self-listed' },
      { kind: 'duplicate-responses' },
      { kind: 'at-signs' },
      { kind: 'without', features: ['calendar-data-in-sync', 'move'] },
    ],
  },
} as const satisfies Record<string, Layout>;

export type LayoutName = keyof typeof layouts;

/** Reads a raw path (percent-encoded, without query). Repeated slashes count once, as on sabre. */
export function targetOf(layout: Layout, path: string): Target {
  if (/^\/\.well-known\/(caldav|carddav)\/?$/.test(path)) return { kind: 'well-known' };
  const clean = path.replace(/\/{2,}/g, '/');
  if (layout.belowAccount) return belowAccount(segmentsBelow('/', clean));
  const below = (prefix: string) => segmentsBelow(prefix, clean);
  const principal = below(layout.principals);
  if (principal?.length === 0) return { kind: 'principals' };
  if (principal?.length === 1) return { kind: 'principal', user: principal[0] ?? '' };
  const home = below(layout.homes);
  if (home) return homeTarget(home);
  return below(layout.root)?.length === 0 ? { kind: 'root' } : { kind: 'unknown' };
}

function belowAccount(segments: readonly string[] | null): Target {
  const [user, kind, ...rest] = segments ?? [];
  if (user === undefined) return { kind: 'root' };
  if (kind === 'principal') return { kind: 'principal', user };
  return kind === 'calendars' ? homeTarget([user, ...rest]) : { kind: 'unknown' };
}

function homeTarget([user, calendar, name, ...rest]: readonly string[]): Target {
  if (user === undefined) return { kind: 'homes' };
  if (calendar === undefined) return { kind: 'home', user };
  if (name === undefined) return { kind: 'calendar', user, calendar };
  return rest.length === 0 ? { kind: 'object', user, calendar, name } : { kind: 'unknown' };
}

function segmentsBelow(prefix: string, path: string): string[] | null {
  const full = path.endsWith('/') ? path : `${path}/`;
  if (!full.startsWith(prefix)) return null;
  try {
    return full.slice(prefix.length).split('/').filter(Boolean).map(decodeURIComponent);
  } catch {
    return null; // a stray `%` names nothing
  }
}

export const principalPath = (layout: Layout, user: string): string =>
  `${layout.principals}${encodeURIComponent(user)}/${layout.belowAccount ? 'principal/' : ''}`;

export const homePath = (layout: Layout, user: string): string =>
  `${layout.homes}${encodeURIComponent(user)}/${layout.belowAccount ? 'calendars/' : ''}`;

export const calendarPath = (layout: Layout, user: string, calendar: string): string =>
  `${homePath(layout, user)}${encodeURIComponent(calendar)}/`;

export const objectPath = (layout: Layout, user: string, calendar: string, name: string): string =>
  calendarPath(layout, user, calendar) + encodeURIComponent(name);
