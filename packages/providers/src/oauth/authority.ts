import type { SignInRight } from '../port/sign-in.ts';

/** Who asks people whether they agree, and what is asked of it. */
export interface Authority {
  /** The provider's name as people know it. */
  readonly name: string;
  readonly page: URL;
  readonly token: URL;
  /** Null where rights are given back on a page only. */
  readonly revoke: URL | null;
  /** Who it is, and that it lasts. */
  readonly always: readonly string[];
  /** By what a right is asked for. */
  readonly scopes: Readonly<Record<SignInRight, readonly string[]>>;
  /** Of each, one must have been granted; an empty answer means: as asked (RFC 6749 5.1). */
  readonly needed: Readonly<Record<SignInRight, readonly (readonly string[])[]>>;
  /** Whether it calls itself so (`iss`); Microsoft has a name for each tenant. */
  isIssuer(name: string, tenantId: string | null): boolean;
  /** Beside what every authority is asked. `again`: whose page it should be is known. */
  readonly asks: (again: boolean) => Readonly<Record<string, string>>;
}

/**
 * Microsoft identity platform v2.0. There is no address to give one consent back at: `revokeSignInSessions` would end
 * every session of the person.
 * @param authority such as https://login.microsoftonline.com; national clouds have others.
 * @param tenant `common`, `organizations`, `consumers`, or the id or domain of one organisation.
 */
export function microsoftAuthority(authority: string, tenant: string): Authority {
  const base = authority.replace(/\/+$/, '');
  const at = (path: string) => new URL(`${base}/${tenant}/oauth2/v2.0/${path}`);
  const calendars = 'Calendars.ReadWrite';
  return {
    name: 'Microsoft',
    page: at('authorize'),
    token: at('token'),
    revoke: null,
    always: ['offline_access', 'openid', 'profile', 'User.Read'],
    scopes: {
      // Calendars that colleagues share are not the person's own: they are covered by a scope of their own.
      calendars: [calendars, `${calendars}.Shared`],
      mail: MAIL,
    },
    needed: {
      calendars: [[calendars, `${GRAPH}${calendars}`]],
      mail: MAIL.map((scope) => [scope, `${GRAPH}${scope}`]),
    },
    isIssuer: (name, tenantId) =>
      [base, MICROSOFT].some(
        (host) => name === `${host}/${tenantId ?? name.slice(host.length + 1, -'/v2.0'.length)}/v2.0`,
      ),
    asks: (again) => ({ response_mode: 'query', ...(again ? {} : { prompt: 'select_account' }) }),
  };
}

const MICROSOFT = 'https://login.microsoftonline.com';
const GRAPH = 'https://graph.microsoft.com/';
const MAIL = ['Mail.ReadWrite', 'Mail.Send'];
/** Google's only scope that opens IMAP and SMTP. */
const GOOGLE_MAIL = 'https://mail.google.com/';

/**
 * Google Identity. A refresh token comes only with `access_type=offline`, and to web clients only when consent is asked
 * for again.
 * @param authority https://accounts.google.com @param token https://oauth2.googleapis.com/token
 */
export function googleAuthority(authority: string, token: string): Authority {
  const base = authority.replace(/\/+$/, '');
  const calendar = 'https://www.googleapis.com/auth/calendar';
  const [events, list] = [`${calendar}.events`, `${calendar}.calendarlist.readonly`];
  return {
    name: 'Google',
    page: new URL(`${base}/o/oauth2/v2/auth`),
    token: new URL(token),
    revoke: new URL('revoke', token),
    always: ['openid', 'email'],
    scopes: { calendars: [events, list], mail: [GOOGLE_MAIL] },
    needed: {
      calendars: [
        [events, calendar],
        [list, `${calendar}.calendarlist`, `${calendar}.readonly`, calendar],
      ],
      mail: [[GOOGLE_MAIL]],
    },
    isIssuer: (name) => [base, 'https://accounts.google.com', 'accounts.google.com'].includes(name),
    asks: (again) => ({ access_type: 'offline', prompt: again ? 'consent' : 'select_account consent' }),
  };
}

/** What is asked for these rights, and for who it is. */
export function scopesFor({ always, scopes }: Authority, rights: readonly SignInRight[]): readonly string[] {
  return [...always, ...rights.flatMap((right) => scopes[right])];
}

/** Whether enough was granted for all of these rights. Microsoft writes scopes in any case. */
export function isEnough(
  { needed }: Authority,
  rights: readonly SignInRight[],
  granted: readonly string[],
): boolean {
  const has = new Set(granted.map((scope) => scope.toLowerCase()));
  if (granted.length === 0) return true;
  return rights
    .flatMap((right) => needed[right])
    .every((any) => any.some((scope) => has.has(scope.toLowerCase())));
}
