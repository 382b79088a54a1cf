import { type AllowList, parseAllowList } from '@atelier/providers/http/allow-list';
import type { OAuthKind } from '@atelier/providers/kinds';
import { type Authority, googleAuthority, microsoftAuthority } from '@atelier/providers/oauth/authority';
import { createOAuthClient } from '@atelier/providers/oauth/oauth-client';
import type { ProviderSignIn, ProviderSignIns } from '@atelier/providers/port/sign-in';
import { ConfigError } from './config/config.ts';
import type { Registration, Registrations } from './config/registrations.ts';
import { openHttp } from './push/open-http.ts';

/** Where people sign in at the provider, for the kinds that the operator has registered this installation for. */
export function openSignIns(
  registrations: Registrations,
  allowPrivateHosts: string,
): ProviderSignIns & AsyncDisposable {
  const http = openHttp(allowPrivateHosts);
  const allow = parseAllowList(allowPrivateHosts);
  const now = () => Temporal.Now.instant();
  const open = ({ clientId, clientSecret }: Registration, authority: Authority) => {
    for (const url of [authority.page, authority.token]) refuseInTheClear(url, allow);
    return createOAuthClient({ http, authority, clientId, clientSecret, now });
  };
  const { microsoft, google } = registrations;
  const byKind: Readonly<Record<OAuthKind, ProviderSignIn | null>> = {
    microsoft: microsoft && open(microsoft, microsoftAuthority(microsoft.authority, microsoft.tenant)),
    google: google && open(google, googleAuthority(google.authority, google.token)),
  };
  return {
    of: (kind) => byKind[kind],
    [Symbol.asyncDispose]: () => http.close(),
  };
}

/** Tokens pass there. */
function refuseInTheClear(url: URL, allow: AllowList): void {
  const { protocol, hostname, port, host } = url;
  if (protocol === 'https:' || allow.allowsHost(hostname, Number(port) || 80)) return;
  if (allow.allowsAddress(hostname, Number(port) || 80)) return;
  throw new ConfigError(
    `${host} would be given sign-ins without encryption. Use https://, or name it in ATELIER_ALLOW_PRIVATE_HOSTS if it stands in your own network.`,
  );
}
