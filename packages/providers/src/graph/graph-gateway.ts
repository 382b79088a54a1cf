import type { AllowList } from '../http/allow-list.ts';
import { badAddress } from '../http/classify.ts';
import { createGuardedHttp, type GuardedHttp } from '../http/guarded-http.ts';
import { type Resolve, systemResolve } from '../http/guarded-lookup.ts';
import { DEFAULT_HTTP_LIMITS, type HttpLimits } from '../http/http-limits.ts';
import type { AccountAccess, Credential, OAuthCredential } from '../port/account.ts';
import { ProviderFailure } from '../port/failure.ts';
import type { AccountTest, ProviderGateway, StepName, TestStep } from '../port/gateway.ts';
import { accountOfMe, graphAccountOf } from './graph-account.ts';
import { createGraphProvider } from './graph-provider.ts';
import { graphHints } from './push/graph-hints.ts';
import { listCalendars } from './read/list-calendars.ts';
import { createGraphClient, type GraphClient } from './wire/graph-client.ts';
import { query } from './wire/paths.ts';

export interface GraphGatewayOptions {
  /** Private addresses that the operator lets through; see parseAllowList. */
  readonly allow: AllowList;
  /** Where Microsoft Graph is, instead of where an account says: `https://graph.microsoft.com/v1.0`. */
  readonly base?: string;
  readonly now: () => Temporal.Instant;
  /** Milliseconds on a clock that never goes back. */
  readonly monotonicMs: () => number;
  /** Names each request. */
  readonly newId: () => string;
  readonly resolve?: Resolve;
  readonly http?: Partial<HttpLimits>;
}

/** Every Microsoft account of an installation. Close it when done. */
export interface GraphGateway extends ProviderGateway, AsyncDisposable {
  close(): Promise<void>;
}

/** All mailboxes are at one host: what is counted is what each of them gets, three at once (see GraphClient). */
const OF_THE_HOST = 32;

export function createGraphGateway(options: GraphGatewayOptions): GraphGateway {
  const { allow, monotonicMs, resolve = systemResolve } = options;
  const limits = { ...DEFAULT_HTTP_LIMITS, requestsPerHost: OF_THE_HOST, ...options.http };
  const http = createGuardedHttp({ allow, resolve, limits, monotonicMs });
  return {
    test: (access) => testAccount(options, http, access),
    open(credential, reach) {
      const account = graphAccountOf(reach);
      return createGraphProvider(clientOf(options, http, account.base, credential), account);
    },
    hints: graphHints(({ credential, reach }) =>
      clientOf(options, http, graphAccountOf(reach).base, credential),
    ),
    close: () => http.close(),
    [Symbol.asyncDispose]: () => http.close(),
  };
}

function clientOf(
  { now, newId, base: set }: GraphGatewayOptions,
  http: GuardedHttp,
  base: string,
  credential: Credential,
): GraphClient {
  return createGraphClient({ http, base: set ?? base, credential: oauthOf(credential), now, newId });
}

/** @throws TypeError for an account that is reached in another way: kinds and their protocols do not fit together. */
function oauthOf(credential: Credential): OAuthCredential {
  if (credential.kind === 'oauth') return credential;
  throw new TypeError('Microsoft lets nobody in by a password');
}

/** The port's `test`: whose mailbox it is, and which calendars it has. */
async function testAccount(
  options: GraphGatewayOptions,
  http: GuardedHttp,
  { address, credential }: AccountAccess,
): Promise<AccountTest> {
  const steps: TestStep[] = [];
  const ok = (step: StepName, message: string): void => void steps.push({ step, outcome: 'ok', message });
  let at: StepName = 'address';
  try {
    const base = baseOf(options.base ?? address);
    const client = clientOf({ ...options, base }, http, base, credential);
    at = 'sign-in';
    const { signedIn } = oauthOf(credential);
    const me = await client.read(`/me${query({ $select: 'id,displayName,mail,userPrincipalName' })}`);
    const { account, reached } = accountOfMe(me, base, signedIn);
    ok('sign-in', `Signed in as ${account.name}.`);
    ok('account', 'The account was found.');
    at = 'calendars';
    const calendars = await listCalendars(client, reached.addresses);
    ok('calendars', calendarsFound(calendars.map(({ name }) => name)));
    ok('changes', 'Microsoft tells changes one by one.');
    return { ok: true, steps, account, addresses: reached.addresses, calendars };
  } catch (error) {
    if (!(error instanceof ProviderFailure)) throw error;
    steps.push({ step: at, outcome: 'failed', message: error.message, hint: error.hint });
    return { ok: false, steps, failure: error };
  }
}

function calendarsFound(names: readonly string[]): string {
  return names.length === 1
    ? `One calendar: ${names[0]}.`
    : `${names.length} calendars: ${names.join(', ')}.`;
}

function baseOf(text: string): string {
  const url = URL.parse(text.replace(/\/+$/, ''));
  if (url === null || !/^https?:$/.test(url.protocol))
    throw badAddress('This is no address of Microsoft Graph.');
  return url.href.replace(/\/+$/, '');
}
