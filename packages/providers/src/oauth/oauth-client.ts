import * as oauth from 'oauth4webapi';
import type { GuardedHttp } from '../http/guarded-http.ts';
import type { SignedIn } from '../port/account.ts';
import { ProviderFailure } from '../port/failure.ts';
import type {
  ProviderSignIn,
  SignInAnswer,
  SignInRefusal,
  SignInRequest,
  SignInResult,
  Tokens,
} from '../port/sign-in.ts';
import { type Authority, isEnough, scopesFor } from './authority.ts';
import { type AuthorityRefusal, judgeRefusal, refusalFrom } from './judge-refusal.ts';
import { notAnAuthority, notRegistered, signedOut } from './oauth-failure.ts';
import { tokenFetch } from './token-fetch.ts';

export interface OAuthClientOptions {
  readonly http: GuardedHttp;
  readonly authority: Authority;
  readonly clientId: string;
  /** Null: registered as a program on somebody's own machine, which can keep no secret. */
  readonly clientSecret: string | null;
  readonly now: () => Temporal.Instant;
}

/** Longest life of a token whose answer names none, in seconds. */
const UNTOLD_LIFE = 300;

export function createOAuthClient(options: OAuthClientOptions): ProviderSignIn {
  const { authority, clientId, now } = options;
  const tools = toolsFor(options);
  return {
    pageFor: (request) => pageFor(authority, clientId, request),
    redeem: (answer) => redeem(tools, answer),
    renew: (tokens) => renew(tools, tokens),
    covers: (rights, granted) => isEnough(authority, rights, granted),
    async giveBack({ refresh }) {
      if (authority.revoke === null) return false;
      const { server, client, authentication, request } = tools;
      const answer = await oauth.revocationRequest(server, client, authentication, refresh, request);
      // What it does not know any more is given back already (Google answers 400).
      return answer.ok || answer.status === 400;
    },
  };

  function toolsFor({ http, clientSecret }: OAuthClientOptions): Tools {
    return {
      authority,
      now,
      server: serverOf(authority, null),
      client: {
        client_id: clientId,
        [oauth.clockTolerance]: CLOCK_TOLERANCE,
        // What an answer says of times is measured by the clock that everything else here goes by.
        get [oauth.clockSkew]() {
          return Math.round((now().epochMilliseconds - Date.now()) / 1_000);
        },
      },
      authentication: clientSecret === null ? oauth.None() : oauth.ClientSecretPost(clientSecret),
      // Which hosts may be asked without TLS is settled before: see `openSignIns`.
      request: { [oauth.customFetch]: tokenFetch(http, now), [oauth.allowInsecureRequests]: true },
    };
  }
}

/** Seconds that our clock may be wrong. */
const CLOCK_TOLERANCE = 300;

interface Tools {
  readonly authority: Authority;
  readonly now: () => Temporal.Instant;
  readonly server: oauth.AuthorizationServer;
  readonly client: oauth.Client;
  readonly authentication: oauth.ClientAuth;
  readonly request: oauth.TokenEndpointRequestOptions & oauth.RevocationRequestOptions;
}

/** @param said how it calls itself in what is to be checked; null: it does not. */
function serverOf({ page, token, revoke }: Authority, said: string | null): oauth.AuthorizationServer {
  return {
    issuer: said ?? page.origin,
    authorization_endpoint: page.href,
    token_endpoint: token.href,
    ...(revoke === null ? {} : { revocation_endpoint: revoke.href }),
  };
}

/** Microsoft names itself after the tenant, which only its own answers tell: they are looked into before they are checked. */
function issuerIn({ isIssuer }: Authority, { iss, tid = null }: Readonly<Record<string, unknown>>) {
  if (typeof iss !== 'string') return null;
  return isIssuer(iss, typeof tid === 'string' ? tid : null) ? iss : null;
}

function claimsIn(body: string): Readonly<Record<string, unknown>> {
  try {
    const { id_token: token = '' } = JSON.parse(body) as { id_token?: string };
    return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as Record<
      string,
      unknown
    >;
  } catch {
    return {};
  }
}

async function pageFor(
  authority: Authority,
  clientId: string,
  { rights, redirectUri, state, verifier, hint }: SignInRequest,
): Promise<URL> {
  const { page, asks } = authority;
  const url = new URL(page);
  const asked = {
    client_id: clientId,
    response_type: 'code',
    redirect_uri: redirectUri,
    scope: scopesFor(authority, rights).join(' '),
    state,
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    ...asks(hint !== null),
    ...(hint === null ? {} : { login_hint: hint }),
  };
  for (const [name, value] of Object.entries(asked)) url.searchParams.set(name, value);
  return url;
}

async function redeem(
  tools: Tools,
  { query, rights, redirectUri, state, verifier }: SignInAnswer,
): Promise<SignInResult> {
  const { server, client, authentication, request, authority } = tools;
  try {
    const itself = serverOf(authority, issuerIn(authority, Object.fromEntries(query)));
    const answered = oauth.validateAuthResponse(itself, client, query, state);
    const code = [authentication, answered, redirectUri, verifier] as const;
    const response = await oauth.authorizationCodeGrantRequest(server, client, ...code, request);
    const claims = claimsIn(await response.clone().text());
    const signer = serverOf(authority, issuerIn(authority, claims));
    const granted = await oauth.processAuthorizationCodeResponse(signer, client, response);
    const scopes = granted.scope?.split(' ').filter(Boolean) ?? [];
    if (!isEnough(authority, rights, scopes)) return { ok: false, reason: 'rights-missing' };
    const tokens = tokensOf(tools, granted, null);
    if (tokens === null) return { ok: false, reason: 'not-lasting' };
    const signedIn = signedInOf(oauth.getValidatedIdTokenClaims(granted));
    return {
      ok: true,
      tokens,
      signedIn,
      scopes: scopes.length === 0 ? scopesFor(authority, rights) : scopes,
    };
  } catch (error) {
    return { ok: false, reason: refusedWhile(authority, error) };
  }
}

/** @throws what is no refusal of the authority */
function refusedWhile({ name }: Authority, error: unknown): SignInRefusal {
  const refusal = refusalIn(error);
  if (refusal === null) throw error instanceof ProviderFailure ? error : notAnAuthority(name);
  const judged = judgeRefusal(refusal);
  if (judged === 'later') throw notAnAuthority(name);
  return judged === 'ended' ? 'spent' : judged;
}

async function renew(tools: Tools, tokens: Tokens): Promise<Tokens> {
  try {
    return await renewBy(tools, tokens.refresh);
  } catch (error) {
    const ended = error instanceof ProviderFailure && error.kind === 'signed-out';
    if (!ended || tokens.previous === null) throw error;
    // The newer one was never used before: it may be the one that is wrong.
    return await renewBy(tools, tokens.previous);
  }
}

async function renewBy(tools: Tools, refresh: string): Promise<Tokens> {
  const { server, client, authentication, request, authority } = tools;
  try {
    const response = await oauth.refreshTokenGrantRequest(server, client, authentication, refresh, request);
    const granted = await oauth.processRefreshTokenResponse(server, client, await withoutIdToken(response));
    const tokens = tokensOf(tools, granted, refresh);
    if (tokens === null) throw notAnAuthority(authority.name);
    return tokens;
  } catch (error) {
    throw failureWhile(authority, error);
  }
}

function failureWhile({ name }: Authority, error: unknown): ProviderFailure {
  if (error instanceof ProviderFailure) return error;
  const refusal = refusalIn(error);
  if (refusal === null) return notAnAuthority(name);
  const judged = judgeRefusal(refusal);
  if (judged === 'later') return notAnAuthority(name);
  return judged === 'registration' ? notRegistered(name, refusal.error) : signedOut(name);
}

function refusalIn(error: unknown): AuthorityRefusal | null {
  if (error instanceof oauth.ResponseBodyError) return refusalFrom(error.cause);
  if (error instanceof oauth.AuthorizationResponseError) return refusalFrom(Object.fromEntries(error.cause));
  return null;
}

/** Who it is was settled at the sign-in; a new refresh token is not to be lost because of a clock that is wrong. */
async function withoutIdToken(response: Response): Promise<Response> {
  const text = await response.text();
  const { status, headers } = response;
  try {
    const { id_token: _, ...rest } = JSON.parse(text) as Record<string, unknown>;
    return new Response(JSON.stringify(rest), { status, headers });
  } catch {
    return new Response(text, { status, headers });
  }
}

/** @param used the refresh token that was just used; where no new one comes (Google), it stays. */
function tokensOf(
  { now }: Pick<Tools, 'now'>,
  granted: oauth.TokenEndpointResponse,
  used: string | null,
): Tokens | null {
  const refresh = granted.refresh_token ?? used;
  if (refresh === null) return null;
  return {
    access: granted.access_token,
    expiresAt: now().add({ seconds: Math.floor(granted.expires_in ?? UNTOLD_LIFE) }),
    refresh,
    previous: used === refresh ? null : used,
  };
}

function signedInOf(claims: oauth.IDToken | undefined): SignedIn {
  const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null);
  return {
    personId: text(claims?.['oid']) ?? text(claims?.sub),
    tenantId: text(claims?.['tid']),
    name: text(claims?.['email']) ?? text(claims?.['preferred_username']),
  };
}
