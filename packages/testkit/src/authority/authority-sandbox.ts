import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { type AuthorityPerson, createGranting, type Granting } from './granting.ts';

/** What goes wrong at the token endpoint, once for each entry. */
export type TokenFault =
  | 'lost-answer' // done, and never told
  | 'hangs-up' // not done, and never told
  | 'throttled'
  | 'server-error'
  | 'temporarily_unavailable'
  | 'invalid_client'
  | 'invalid_grant'
  | 'html';

export interface AuthoritySandbox extends AsyncDisposable, Granting {
  readonly origin: string;
  /** As the settings of an installation name them. */
  readonly settings: Readonly<Record<string, string>>;
  readonly faults: TokenFault[];
  /** What was asked of the token endpoint: the type of each grant. */
  readonly asked: readonly string[];
  addPerson(person: AuthorityPerson): AuthorityPerson;
  /** What a browser does whose person agrees, or does not (null): gives the address that it is sent back to. */
  answer(page: string | URL, mail: string | null): Promise<string>;
  /** Held back until it is released: for two who ask at once, and for being killed meanwhile. */
  hold(): () => void;
}

export interface AuthorityOptions {
  readonly provider: 'microsoft' | 'google';
  readonly now?: () => number;
  readonly port?: number;
}

/** The sign-in service of Microsoft or Google, as their documents tell it, with a page on which people agree. */
export async function startAuthority({
  provider,
  now = Date.now,
  port = 0,
}: AuthorityOptions): Promise<AuthoritySandbox> {
  const rules = {
    clientId: 'atelier-test',
    clientSecret: 'its secret',
    rotates: provider === 'microsoft',
    oldWorks: true,
    accessLife: 3_599,
    withheld: [] as readonly string[],
  };
  const granting = createGranting(rules, now);
  const [faults, asked]: [TokenFault[], string[]] = [[], []];
  let held: Promise<void> | null = null;
  const server = createServer((request, response) => {
    serve(request, response).catch(() => response.destroy());
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', origin);
    const form = new URLSearchParams(request.method === 'POST' ? await text(request) : '');
    if (url.pathname === PATHS[provider].page) return page(response, url.searchParams);
    if (url.pathname === '/decided') return redirect(response, decided(form));
    if (url.pathname === PATHS[provider].token) return await token(response, form);
    if (url.pathname === '/revoke')
      return json(response, granting.revokeToken(form.get('token') ?? '') ? 200 : 400, {});
    json(response, 404, {});
  }

  function page(response: ServerResponse, query: URLSearchParams): void {
    const unknown = query.get('client_id') !== rules.clientId;
    response.writeHead(unknown ? 400 : 200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(
      unknown
        ? '<h1>This application is not known</h1>'
        : consentPage(provider, [...granting.people.values()], query),
    );
  }

  function decided(form: URLSearchParams): string {
    const query = new URLSearchParams(form.get('asked') ?? '');
    const back = new URL(query.get('redirect_uri') ?? '');
    const person = granting.people.get(form.get('person') ?? '');
    const answer =
      person === undefined
        ? { error: 'access_denied', error_description: 'The person said no.' }
        : { code: granting.agree(person, query) };
    for (const [name, value] of Object.entries({ ...answer, state: query.get('state') ?? '' }))
      back.searchParams.set(name, value);
    return back.href;
  }

  async function token(response: ServerResponse, form: URLSearchParams): Promise<void> {
    asked.push(form.get('grant_type') ?? '');
    const fault = faults.shift();
    if (fault === 'hangs-up') return void response.destroy();
    if (held !== null) await held;
    if (fault === 'throttled') return json(response, 429, {}, { 'retry-after': '7' });
    if (fault === 'server-error') return json(response, 503, {});
    if (fault === 'html')
      return void response.writeHead(200, { 'content-type': 'text/html' }).end('<p>Hi</p>');
    if (fault !== undefined && fault !== 'lost-answer')
      return json(response, fault === 'invalid_client' ? 401 : 400, { error: fault });
    const answer = granting.token(form);
    if (fault === 'lost-answer') return void response.destroy();
    if (!answer.ok) return json(response, answer.status, { error: answer.error });
    const { person, scopes } = answer.grant;
    json(response, 200, {
      token_type: 'Bearer',
      access_token: answer.access,
      expires_in: answer.life,
      scope: scopes.join(' '),
      ...(answer.refresh === null ? {} : { refresh_token: answer.refresh }),
      id_token: idToken(claimsOf(provider, origin, person, rules.clientId, now())),
    });
  }

  return {
    ...granting,
    origin,
    faults,
    asked,
    settings: settingsOf(provider, origin, rules),
    addPerson(person) {
      granting.people.set(person.mail, person);
      return person;
    },
    async answer(address, mail) {
      const { search } = new URL(address);
      const body = new URLSearchParams({ asked: search.slice(1), person: mail ?? '' });
      const answer = await fetch(`${origin}/decided`, { method: 'POST', body, redirect: 'manual' });
      return answer.headers.get('location') ?? '';
    },
    hold() {
      const { promise, resolve } = Promise.withResolvers<void>();
      held = promise;
      return () => {
        held = null;
        resolve();
      };
    },
    [Symbol.asyncDispose]: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

const PATHS = {
  microsoft: { page: '/common/oauth2/v2.0/authorize', token: '/common/oauth2/v2.0/token' },
  google: { page: '/o/oauth2/v2/auth', token: '/token' },
};

function settingsOf(
  provider: AuthorityOptions['provider'],
  origin: string,
  { clientId, clientSecret }: { readonly clientId: string; readonly clientSecret: string },
): Readonly<Record<string, string>> {
  const prefix = `ATELIER_${provider.toUpperCase()}`;
  return {
    [`${prefix}_CLIENT_ID`]: clientId,
    [`${prefix}_CLIENT_SECRET`]: clientSecret,
    [`${prefix}_AUTHORITY`]: origin,
    ...(provider === 'google' ? { [`${prefix}_TOKEN`]: `${origin}${PATHS.google.token}` } : {}),
  };
}

function claimsOf(
  provider: AuthorityOptions['provider'],
  origin: string,
  { id, mail, tenant }: AuthorityPerson,
  audience: string,
  at: number,
): object {
  const seconds = Math.floor(at / 1000);
  const times = { aud: audience, iat: seconds, exp: seconds + 3_600 };
  if (provider === 'google') return { ...times, iss: origin, sub: id, email: mail };
  const iss = `${origin}/${tenant}/v2.0`;
  return { ...times, iss, sub: `pair-${id}`, oid: id, tid: tenant, preferred_username: mail };
}

/** Its signature is not looked at by whoever was given it by the authority itself (OpenID Connect Core 3.1.3.7). */
function idToken(claims: object): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'RS256', typ: 'JWT' })}.${part(claims)}.c2lnbmF0dXJl`;
}

function json(response: ServerResponse, status: number, body: object, headers = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
}

function redirect(response: ServerResponse, location: string): void {
  response.writeHead(302, { location }).end();
}

function consentPage(provider: string, people: readonly AuthorityPerson[], asked: URLSearchParams): string {
  const safe = (words: string) => words.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  const scopes = (asked.get('scope') ?? '').split(' ').map((scope) => `<li>${safe(scope)}</li>`);
  const buttons = people.map(
    ({ mail }) => `<button name="person" value="${safe(mail)}">Allow as ${safe(mail)}</button>`,
  );
  return `<!doctype html><html lang="en"><title>${provider}</title><h1>${provider}: may Atelier?</h1>
    <ul>${scopes.join('')}</ul><form method="post" action="/decided">
    <input type="hidden" name="asked" value="${safe(asked.toString())}">
    ${buttons.join('')}<button name="person" value="">Do not allow</button></form></html>`;
}
