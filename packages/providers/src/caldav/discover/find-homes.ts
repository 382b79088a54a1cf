import { type FailureKind, ProviderFailure } from '../../port/failure.ts';
import { listHome } from '../collection/list-calendars.ts';
import type { DavAccount } from '../dav-account.ts';
import type { DavClient } from '../wire/dav-client.ts';
import { type WhatItIs, whatIsThis } from './what-is-this.ts';

/** These are about the account or the server as a whole; looking elsewhere changes nothing. */
const FATAL: ReadonlySet<FailureKind> = new Set([
  'credentials',
  'throttled',
  'unreachable',
  'timeout',
  'refused-address',
  'cross-origin-redirect',
]);

/**
 * The calendar homes: those that the principal names (tsdav would keep only the first of several), else
 * what the root itself turns out to be, else the `fallbacks`. Throws ProviderFailure when none holds.
 */
export async function findHomes(
  client: DavClient,
  root: URL,
  principal: URL | null,
  fallbacks: readonly URL[],
): Promise<DavAccount> {
  const about = await describeAny(client, principal === null ? [root] : [principal, root]);
  const named = about.find(({ homes }) => homes.length > 0)?.homes;
  const principalUrl = principal?.href ?? null;
  if (named !== undefined) return { principalUrl, homeUrls: named.map(({ href }) => href) };
  const isCalendar = about.some((it) => it.isCalendar && it.url.href === root.href);
  const home = await firstWithCalendars(client, [
    ...(isCalendar ? [new URL('..', root)] : []),
    root,
    ...fallbacks,
  ]);
  return { principalUrl, homeUrls: [home.href] };
}

/** What each of the URLs says of itself, stopping at the first that names homes; ones that cannot be asked are passed over. */
async function describeAny(client: DavClient, urls: readonly URL[]): Promise<readonly WhatItIs[]> {
  const about: WhatItIs[] = [];
  for (const url of urls) {
    const it = await unlessFatal(() => whatIsThis(client, url));
    if (it !== null) about.push(it);
    if (it !== null && it.homes.length > 0) break;
  }
  return about;
}

async function firstWithCalendars(client: DavClient, candidates: readonly URL[]): Promise<URL> {
  for (const candidate of candidates) {
    const calendars = await unlessFatal(() => listHome(client, candidate));
    if (calendars !== null && calendars.length > 0) return candidate;
  }
  throw new ProviderFailure(
    'not-found',
    'The server answers, but shows no place where this account keeps its calendars.',
    'Enter the CalDAV address of the account or of one of its calendars, as the server shows it.',
  );
}

async function unlessFatal<T>(look: () => Promise<T>): Promise<T | null> {
  try {
    return await look();
  } catch (error) {
    if (!(error instanceof ProviderFailure) || FATAL.has(error.kind)) throw error;
    return null;
  }
}
