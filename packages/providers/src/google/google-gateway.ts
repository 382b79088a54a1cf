import type { AllowList } from '../http/allow-list.ts';
import { badAddress } from '../http/classify.ts';
import { createGuardedHttp, type GuardedHttp } from '../http/guarded-http.ts';
import { type Resolve, systemResolve } from '../http/guarded-lookup.ts';
import { DEFAULT_HTTP_LIMITS, type HttpLimits } from '../http/http-limits.ts';
import type { Json, Opaque } from '../json.ts';
import { factsOf } from '../kinds.ts';
import type { AccountAccess, Credential, OAuthCredential } from '../port/account.ts';
import { ProviderFailure } from '../port/failure.ts';
import type { AccountTest, ProviderGateway, StepName } from '../port/gateway.ts';
import { createStepLog } from '../port/test-steps.ts';
import { createGoogleProvider } from './google-provider.ts';
import { googleHints } from './push/google-hints.ts';
import { listCalendars } from './read/list-calendars.ts';
import { createGoogleClient, type GoogleClient } from './wire/google-client.ts';

export interface GoogleGatewayOptions {
  /** Private addresses that the operator lets through; see parseAllowList. */
  readonly allow: AllowList;
  /** Where Google Calendar is, instead of where an account says: `https://www.googleapis.com/calendar/v3`. */
  readonly base?: string;
  readonly now: () => Temporal.Instant;
  /** Milliseconds on a clock that never goes back. */
  readonly monotonicMs: () => number;
  readonly resolve?: Resolve;
  readonly http?: Partial<HttpLimits>;
}

/** Every Google account of an installation. Close it when done. */
export interface GoogleGateway extends ProviderGateway, AsyncDisposable {
  close(): Promise<void>;
}

/** All accounts are at one host, and each sends its requests one after the other. */
const OF_THE_HOST = 32;

export function createGoogleGateway(options: GoogleGatewayOptions): GoogleGateway {
  const { allow, monotonicMs, resolve = systemResolve } = options;
  const limits = { ...DEFAULT_HTTP_LIMITS, requestsPerHost: OF_THE_HOST, ...options.http };
  const http = createGuardedHttp({ allow, resolve, limits, monotonicMs });
  const reached = (credential: Credential, reach: Opaque): GoogleClient =>
    clientOf(options, http, textOr(reach['base'], ADDRESS), credential);
  return {
    test: (access) => testAccount(options, http, access),
    open: (credential, reach) => createGoogleProvider(reached(credential, reach)),
    hints: googleHints(({ credential, reach }) => reached(credential, reach)),
    close: () => http.close(),
    [Symbol.asyncDispose]: () => http.close(),
  };
}

const ADDRESS = factsOf('google').address;

const textOr = (value: Json | undefined, otherwise: string): string =>
  typeof value === 'string' ? value : otherwise;

function clientOf(
  { now, base: set }: GoogleGatewayOptions,
  http: GuardedHttp,
  base: string,
  credential: Credential,
): GoogleClient {
  return createGoogleClient({ http, base: set ?? base, credential: oauthOf(credential), now });
}

/** @throws TypeError for an account that is reached in another way: kinds and their protocols do not fit together. */
function oauthOf(credential: Credential): OAuthCredential {
  if (credential.kind === 'oauth') return credential;
  throw new TypeError('Google lets nobody in by a password');
}

/** The port's `test`: whose account it is, and which calendars it has. */
async function testAccount(
  options: GoogleGatewayOptions,
  http: GuardedHttp,
  { address, credential }: AccountAccess,
): Promise<AccountTest> {
  const log = createStepLog();
  let at: StepName = 'address';
  try {
    const base = baseOf(options.base ?? address);
    const client = clientOf(options, http, base, credential);
    at = 'sign-in';
    const list = await listCalendars(client);
    const { signedIn } = oauthOf(credential);
    const name = signedIn.name ?? list.address ?? 'Google';
    const id = signedIn.personId ?? list.address ?? name;
    log.ok('sign-in', `Signed in as ${name}.`);
    log.ok('account', 'The account was found.');
    at = 'calendars';
    const names = list.calendars.map((calendar) => calendar.name).join(', ');
    if (names === '')
      log.warn(
        'calendars',
        'The account has no calendars for events.',
        'Create one at Google, then test again.',
      );
    else
      log.ok(
        'calendars',
        list.calendars.length === 1
          ? `One calendar: ${names}.`
          : `${list.calendars.length} calendars: ${names}.`,
      );
    log.ok('changes', 'Google tells changes one by one.');
    const account = { id, name, reach: { base: address } };
    const addresses = [
      ...new Set([list.address, signedIn.name?.toLowerCase()].filter((one) => one?.includes('@'))),
    ];
    return {
      ok: true,
      steps: log.steps,
      account,
      addresses: addresses as string[],
      calendars: list.calendars,
    };
  } catch (error) {
    if (!(error instanceof ProviderFailure)) throw error;
    log.fail(at, error);
    return { ok: false, steps: log.steps, failure: error };
  }
}

function baseOf(text: string): string {
  const url = URL.parse(text.replace(/\/+$/, ''));
  if (url === null || !/^https?:$/.test(url.protocol))
    throw badAddress('This is no address of Google Calendar.');
  return url.href.replace(/\/+$/, '');
}
