import { z } from 'zod';
import { failureFromStatus, malformed } from '../http/classify.ts';
import type { GuardedHttp, HttpAnswer, HttpRequest } from '../http/guarded-http.ts';
import { ProviderFailure } from '../port/failure.ts';
import type { IssuedLogin, LoginFlow, LoginPage, LoginPoll } from '../port/login-flow.ts';
import { typedAddress } from './discover/typed-address.ts';
import { basicAuthorization } from './wire/tsdav-requests.ts';

interface Outside {
  readonly http: GuardedHttp;
  readonly now: () => Temporal.Instant;
}

/** The app password is listed under this name in the person's settings. */
const NAME = 'Atelier';
const LONGEST_MS = 20_000;
const BEGIN = 'index.php/login/v2';
const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

/** Nextcloud's Login Flow v2, and taking back what came of it (developer manual, "Login Flow"; OCS `core/apppassword`). */
export function nextcloudLogin(outside: Outside): LoginFlow {
  return {
    begin: (address) => begin(outside, address),
    ask: (poll) => ask(outside, poll),
    giveBack: (login) => giveBack(outside, login),
  };
}

const begun = z.object({
  login: z.url({ protocol: /^https?$/ }),
  poll: z.object({ token: z.string().min(1), endpoint: z.url({ protocol: /^https?$/ }) }),
});

async function begin(outside: Outside, typed: string): Promise<LoginPage> {
  const answer = await send(outside, { method: 'POST', url: new URL(BEGIN, baseOf(typedAddress(typed))) });
  if (answer.status === 429 || answer.status >= 500) throw refused(outside, answer);
  const told = answer.status === 200 ? begun.safeParse(await jsonOf(answer)) : null;
  answer.discard();
  if (!told?.success) throw noNextcloud();
  const { login, poll } = told.data;
  // Whoever answers here could send the person, or us, anywhere.
  for (const url of [login, poll.endpoint]) refuseElsewhere(new URL(url), answer.url);
  return { page: login, poll: { ...poll, address: new URL('../..', answer.url).href } };
}

/** People paste addresses from the inside of their Nextcloud. */
function baseOf(typed: URL): URL {
  const [base = ''] = typed.pathname.split(/\/(?:index\.php|remote\.php|apps|login)\//);
  return new URL(base.endsWith('/') ? base : `${base}/`, typed.origin);
}

function refuseElsewhere(told: URL, asked: URL): void {
  if (told.origin === asked.origin) return;
  throw new ProviderFailure(
    'cross-origin-redirect',
    `${asked.origin} names a sign-in page at another address, ${told.origin}; nobody was sent there.`,
    `If ${told.origin} is the right one, enter it as the address. Otherwise whoever runs the Nextcloud has to correct what it takes as its own address (overwriteprotocol, overwritehost).`,
  );
}

const granted = z.object({ loginName: z.string().min(1), appPassword: z.string().min(1) });

async function ask(outside: Outside, { endpoint, token, address }: LoginPoll): Promise<IssuedLogin | null> {
  const body = new URLSearchParams({ token }).toString();
  const answer = await send(outside, { method: 'POST', url: new URL(endpoint), headers: FORM, body });
  if (answer.status === 404) {
    answer.discard();
    return null;
  }
  if (answer.status !== 200) throw refused(outside, answer);
  const told = granted.safeParse(await jsonOf(answer));
  if (!told.success) throw malformed('it does not name the app password');
  return { address, username: told.data.loginName, password: told.data.appPassword };
}

async function giveBack(outside: Outside, { address, ...login }: IssuedLogin): Promise<void> {
  const answer = await send(outside, {
    method: 'DELETE',
    url: new URL('ocs/v2.php/core/apppassword', baseOf(typedAddress(address))),
    headers: { authorization: basicAuthorization(login), 'ocs-apirequest': 'true' },
  });
  // It is not known there any more.
  if (answer.status >= 300 && answer.status !== 401) throw refused(outside, answer);
  answer.discard();
}

type Asked = Pick<HttpRequest, 'method' | 'url' | 'body'> & { readonly headers?: HttpRequest['headers'] };

function send({ http }: Outside, { headers, ...request }: Asked): Promise<HttpAnswer> {
  return http.send({
    ...request,
    headers: { ...headers, accept: 'application/json', 'user-agent': NAME },
    quick: true,
    totalMs: LONGEST_MS,
  });
}

async function jsonOf(answer: HttpAnswer): Promise<unknown> {
  const text = Buffer.concat(await Array.fromAsync(answer.body)).toString('utf8');
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function refused({ now }: Outside, answer: HttpAnswer): ProviderFailure {
  answer.discard();
  return failureFromStatus(answer.status, answer.header('retry-after'), now());
}

function noNextcloud(): ProviderFailure {
  return new ProviderFailure(
    'wrong-service',
    'The address answers, but not as a Nextcloud.',
    'Enter the address that you open in the browser for your Nextcloud.',
  );
}
