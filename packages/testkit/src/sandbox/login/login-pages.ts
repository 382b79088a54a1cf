import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import type { CalendarStore } from '../store/calendar-store.ts';

/** A hand inside the sign-in pages of the sandbox, as Nextcloud's Login Flow v2 has them. */
export interface LoginPages {
  /** What a person does in the browser. */
  grant(page: string, user: string): void;
  /** How many app passwords it has made for a user that still work. */
  issued(user: string): number;
  /** How often was asked whether somebody has agreed. */
  readonly asked: readonly string[];
  /** Names another address than its own, as behind a proxy that it does not know of, or on purpose. */
  elsewhere: { readonly login?: string; readonly endpoint?: string };
  /** Answers in place of what it knows, once for each entry. */
  readonly faults: number[];
}

export interface LoginService extends LoginPages {
  serves(path: string): boolean;
  serve(request: IncomingMessage, response: ServerResponse): Promise<void>;
}

const BEGIN = '/index.php/login/v2';
const POLL = '/login/v2/poll';
const PAGE = '/login/v2/flow/';
const REVOKE = '/ocs/v2.php/core/apppassword';

export function loginPages(store: CalendarStore, origin: () => string): LoginService {
  const flows = new Map<string, { readonly page: string; user: string | null }>();
  const asked: string[] = [];
  const faults: number[] = [];
  const pages: LoginService = {
    asked,
    faults,
    elsewhere: {},
    grant(page, user) {
      const flow = [...flows.values()].find((one) => page.endsWith(one.page));
      if (!flow) throw new Error(`There is no page ${page}.`);
      flow.user = user;
    },
    issued: (user) => store.users.get(user)?.appPasswords.size ?? 0,
    serves: (path) => [BEGIN, POLL, REVOKE].includes(path) || path.startsWith(PAGE),
    async serve(request, response) {
      const { pathname } = new URL(request.url ?? '/', origin());
      const form = new URLSearchParams(request.method === 'POST' ? await text(request) : '');
      if (pathname === BEGIN) return begin(response);
      if (pathname === POLL) return poll(response, form.get('token') ?? '');
      if (pathname === REVOKE) return revoke(request, response);
      if (request.method !== 'POST') return page(response);
      pages.grant(pathname, form.get('user') ?? '');
      html(response, '<h1>Account connected</h1><p>You can close this window.</p>');
    },
  };

  function begin(response: ServerResponse): void {
    const token = `token-${store.newId()}`;
    const path = `${PAGE}${store.newId()}`;
    flows.set(token, { page: path, user: null });
    const { login = origin(), endpoint = origin() } = pages.elsewhere;
    json(response, 200, { login: `${login}${path}`, poll: { token, endpoint: `${endpoint}${POLL}` } });
  }

  function poll(response: ServerResponse, token: string): void {
    asked.push(token);
    const fault = faults.shift();
    const user = store.users.get(flows.get(token)?.user ?? '');
    if (fault !== undefined || !user) return json(response, fault ?? 404, []);
    flows.delete(token);
    const appPassword = `app-${store.newId()}`;
    user.appPasswords.add(appPassword);
    json(response, 200, { server: origin(), loginName: user.name, appPassword });
  }

  function revoke(request: IncomingMessage, response: ServerResponse): void {
    const encoded = request.headers.authorization?.replace(/^Basic /, '') ?? '';
    const [name = '', password = ''] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
    const gone = store.users.get(name)?.appPasswords.delete(password) ?? false;
    json(response, gone ? 200 : 401, {});
  }

  function page(response: ServerResponse): void {
    const buttons = [...store.users.keys()].map(
      (name) => `<button name="user" value="${name}">Grant access as ${name}</button>`,
    );
    html(response, `<h1>Connect to your account</h1><form method="post">${buttons.join('')}</form>`);
  }

  return pages;
}

function json(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

function html(response: ServerResponse, body: string): void {
  response
    .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
    .end(`<!doctype html><html lang="en"><title>Nextcloud</title>${body}</html>`);
}
