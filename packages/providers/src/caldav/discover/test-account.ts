import { startDeadline } from '../../http/deadline.ts';
import type { GuardedHttp } from '../../http/guarded-http.ts';
import type { ProviderKind } from '../../kinds.ts';
import { type AccountAccess, type PasswordCredential, passwordOf } from '../../port/account.ts';
import { ProviderFailure } from '../../port/failure.ts';
import type { AccountTest, StepName } from '../../port/gateway.ts';
import type { RemoteCalendar } from '../../port/remote-calendar.ts';
import { createStepLog, type StepLog } from '../../port/test-steps.ts';
import { calendarSession, SYNC_LIMITS } from '../collection/calendar-session.ts';
import { davCapabilitiesOf } from '../collection/dav-capabilities.ts';
import { listCalendars } from '../collection/list-calendars.ts';
import { accountOf } from '../dav-account.ts';
import { syncReport } from '../read/sync-report.ts';
import { createDavClient, type DavClient } from '../wire/dav-client.ts';
import { accountAddresses } from './account-addresses.ts';
import { findHomes } from './find-homes.ts';
import { icloudHint, typedICloud } from './icloud.ts';
import { infomaniakHint, infomaniakHome, typedInfomaniak } from './infomaniak.ts';
import { reachRoot } from './reach-root.ts';
import type { ServiceRecords } from './service-records.ts';
import { isUnprotected, typedAddress } from './typed-address.ts';

/** The port's `test`: from the typed address to the calendars, each step in words. Never throws ProviderFailure. */
export async function testAccount(
  http: GuardedHttp,
  typed: AccountAccess,
  now: () => Temporal.Instant,
  records: ServiceRecords,
): Promise<AccountTest> {
  const access: DavAccess = { ...typed, credential: passwordOf(typed.credential) };
  const log = createStepLog();
  const progress: Progress = { at: 'address' };
  using deadline = startDeadline(LONGEST_MS);
  try {
    return await walk({ http, access, now, records, signal: deadline.signal }, log, progress);
  } catch (error) {
    if (!(error instanceof ProviderFailure)) throw error;
    const failure = hinted(access.kind, error, progress.at);
    log.fail(failure.kind === 'credentials' ? 'sign-in' : progress.at, failure);
    return { ok: false, steps: log.steps, failure };
  }
}

interface DavAccess extends AccountAccess {
  readonly credential: PasswordCredential;
}

/** However many places there are to look at, and however slowly each of them answers. */
const LONGEST_MS = 180_000;

/** The step under way, which a failure belongs to. */
interface Progress {
  at: StepName;
}

interface Journey {
  readonly http: GuardedHttp;
  readonly access: DavAccess;
  readonly now: () => Temporal.Instant;
  readonly records: ServiceRecords;
  readonly signal: AbortSignal;
}

async function walk(
  { http, access, now, records, signal }: Journey,
  log: StepLog,
  progress: Progress,
): Promise<AccountTest> {
  const typed = checkAddress(access, log);
  const client = createDavClient(http, access.credential, now, signal);

  progress.at = 'reach';
  const anonymous = createDavClient(http, null, now, signal);
  const search = { anonymous, client, typed, kind: access.kind, records };
  const { url: root, principal } = await reachRoot(search);
  log.ok('reach', `${root.host} answers as a calendar server.`);
  log.ok('sign-in', `Signed in as ${access.credential.username}.`);
  if (principal === null) log.warn('account', 'The server does not say which account this is.', SEARCHING);
  else log.ok('account', 'The account was found.');

  progress.at = 'place';
  const fallbacks = access.kind === 'infomaniak' ? [infomaniakHome(root, access.credential.username)] : [];
  const found = await findHomes(client, root, principal, fallbacks);
  log.ok('place', 'The place of its calendars was found.');

  progress.at = 'calendars';
  const homes = found.homeUrls.map((home) => new URL(home));
  const calendars = await listCalendars(client, homes, found.principalUrl);
  reportCalendars(calendars, log);
  const addresses = await accountAddresses(client, found.principalUrl);

  progress.at = 'changes';
  const [first] = calendars;
  if (first !== undefined) await probeIncremental(client, first, homes[0] ?? root, log);
  const account = accountOf(found, access.credential.username, access.kind);
  return { ok: true, steps: log.steps, account, addresses, calendars };
}

/** What the failure most probably means with this kind of account. */
function hinted(kind: ProviderKind, failure: ProviderFailure, step: StepName): ProviderFailure {
  if (kind === 'infomaniak') return infomaniakHint(failure, step);
  return kind === 'icloud' ? icloudHint(failure, step) : failure;
}

function presetAddress({ kind, address }: AccountAccess): string {
  if (kind === 'infomaniak') return typedInfomaniak(address);
  return kind === 'icloud' ? typedICloud(address) : address;
}

function checkAddress(access: DavAccess, log: StepLog): URL {
  const typed = typedAddress(presetAddress(access));
  if (isUnprotected(typed)) {
    log.warn(
      'address',
      `${typed.origin} is not encrypted: the password can be read on the way.`,
      'Use https:// if the server offers it.',
    );
  } else log.ok('address', `The address is ${typed.href}`);
  if (access.kind === 'infomaniak' && access.credential.username.includes('@')) {
    log.warn(
      'address',
      'The user name looks like a mail address.',
      'Infomaniak wants the short id, such as AB12345; it is shown at config.infomaniak.com.',
    );
  }
  return typed;
}

function reportCalendars(calendars: readonly RemoteCalendar[], log: StepLog): void {
  if (calendars.length === 0) {
    log.warn(
      'calendars',
      'The account has no calendars for events.',
      'Create one at the server, then test again.',
    );
    return;
  }
  const names = calendars.map(({ name }) => name).join(', ');
  log.ok(
    'calendars',
    calendars.length === 1 ? `One calendar: ${names}.` : `${calendars.length} calendars: ${names}.`,
  );
}

const SEARCHING = 'Its calendars are looked for directly.';
const SLOWER = 'Changes are found by comparing versions, which is slower but just as safe.';

/** From the calendar's present token the report is empty, so that the probe costs next to nothing. */
async function probeIncremental(
  client: DavClient,
  calendar: RemoteCalendar,
  { origin }: URL,
  log: StepLog,
): Promise<void> {
  const works =
    davCapabilitiesOf(calendar.capabilities).syncCollection &&
    calendar.version !== null &&
    (await reportWorks(client, calendar, origin));
  if (works) log.ok('changes', 'The server tells changes one by one.');
  else log.warn('changes', SLOWER, 'There is nothing to do.');
}

async function reportWorks(client: DavClient, calendar: RemoteCalendar, origin: string): Promise<boolean> {
  const session = calendarSession(
    { client, origin, limits: SYNC_LIMITS, monotonicMs: () => 0, dialect: 'plain' },
    calendar.href,
  );
  try {
    for await (const event of syncReport(session, calendar.version ?? '', false)) {
      if (event.kind === 'end') return true;
    }
    return false;
  } catch (error) {
    if (!(error instanceof ProviderFailure)) throw error;
    return false;
  }
}
