import type { Json, Opaque } from '../json.ts';
import type { Account } from '../port/account.ts';

/** Where an account keeps its calendars, as discovery found it. */
export interface DavAccount {
  /** Absolute URL of the principal; null when the server named none and the home was found directly. */
  readonly principalUrl: string | null;
  /** Absolute URLs of the calendar homes (RFC 4791 6.2.1 allows several). Never empty. */
  readonly homeUrls: readonly string[];
}

export function accountOf({ principalUrl, homeUrls }: DavAccount, username: string): Account {
  const [home = ''] = homeUrls;
  return {
    id: principalUrl ?? home,
    name: `${username} (${new URL(home).hostname})`,
    reach: { principal: principalUrl, homes: homeUrls },
  };
}

export function davAccountOf({ principal = null, homes = [] }: Opaque): DavAccount {
  return {
    principalUrl: isText(principal) ? principal : null,
    homeUrls: Array.isArray(homes) ? homes.filter(isText) : [],
  };
}

const isText = (value: Json): value is string => typeof value === 'string';
