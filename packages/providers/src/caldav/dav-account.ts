import { icloudService } from '../http/redirect.ts';
import type { Json, Opaque } from '../json.ts';
import type { ProviderKind } from '../kinds.ts';
import type { Account } from '../port/account.ts';

/** Where an account keeps its calendars, as discovery found it. */
export interface DavAccount {
  /** Absolute URL of the principal; null when the server named none and the home was found directly. */
  readonly principalUrl: string | null;
  /** Absolute URLs of the calendar homes (RFC 4791 6.2.1 allows several). Never empty. */
  readonly homeUrls: readonly string[];
}

/** Habits that no answer of a server tells: whoever has connected iCloud under another kind gets on with it as well. */
export type DavDialect = 'plain' | 'icloud';

export function accountOf(
  { principalUrl, homeUrls }: DavAccount,
  username: string,
  kind: ProviderKind,
): Account {
  const [home = ''] = homeUrls;
  const { hostname } = new URL(home);
  const service = icloudService(hostname);
  const dialect: DavDialect = kind === 'icloud' || service !== null ? 'icloud' : 'plain';
  return {
    id: lasting(principalUrl ?? home),
    name: `${username} (${service ?? hostname})`,
    reach: { principal: principalUrl, homes: homeUrls, ...(dialect !== 'plain' && { dialect }) },
  };
}

/** iCloud may move an account to another of its machines. */
function lasting(url: string): string {
  const place = new URL(url);
  place.hostname = icloudService(place.hostname) ?? place.hostname;
  return place.href;
}

export function dialectOf({ dialect }: Opaque): DavDialect {
  return dialect === 'icloud' ? dialect : 'plain';
}

export function davAccountOf({ principal = null, homes = [] }: Opaque): DavAccount {
  return {
    principalUrl: isText(principal) ? principal : null,
    homeUrls: Array.isArray(homes) ? homes.filter(isText) : [],
  };
}

const isText = (value: Json): value is string => typeof value === 'string';
