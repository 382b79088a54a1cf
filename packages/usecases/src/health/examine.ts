import { connectionOverview } from '@atelier/database/account/connection-list';
import { allConnections } from '@atelier/database/account/connection-store';
import { countUnsent } from '@atelier/database/mail/held-mails';
import { listRepairs } from '@atelier/database/object/event-lookup';
import { countWrites } from '@atelier/database/object/outbox-store';
import { countUsers } from '@atelier/database/people/user-store';
import { askServer } from '@atelier/database/postgres/server';
import { OPERATOR } from '../actor.ts';
import { calendarOverview } from '../calendars/calendar-overview.ts';
import type { Context } from '../context.ts';
import { readStudio } from '../studio/read-studio.ts';
import { allDeadLetters } from './dead-letters.ts';
import { examineStudio } from './examine-studio.ts';
import type { Finding } from './finding.ts';
import { readiness } from './installation-health.ts';

type Examined = Pick<Context, 'database' | 'clock' | 'secrets' | 'given'>;

/** Looks at everything behind the database and says what to do about each finding. */
export async function examine(context: Examined): Promise<readonly Finding[]> {
  const checks = [
    database,
    writable,
    clock,
    people,
    worker,
    studio,
    passwords,
    connections,
    calendars,
    events,
    writes,
    jobs,
    mail,
  ];
  const findings: Finding[] = [];
  for (const check of checks) findings.push(...(await check(context)));
  return findings;
}

async function database(context: Examined): Promise<Finding[]> {
  const { version } = await askServer(context.database);
  return [
    {
      check: 'database',
      status: 'ok',
      message: `PostgreSQL ${version} answers, and its schema is up to date.`,
    },
  ];
}

/** A database that answers may still take nothing, for its disk is full. */
async function writable(context: Examined): Promise<Finding[]> {
  const { database: takes, message = '' } = await readiness(context);
  if (takes) return [{ check: 'disk', status: 'ok', message: 'What is written is kept.' }];
  return [{ check: 'disk', status: 'error', message }];
}

const TOLERATED_SKEW_MS = 5_000;

async function clock(context: Examined): Promise<Finding[]> {
  const { now } = await askServer(context.database);
  const skew = Math.abs(now.getTime() - context.clock().getTime());
  if (skew < TOLERATED_SKEW_MS)
    return [{ check: 'clock', status: 'ok', message: 'This machine and the database agree on the time.' }];
  const seconds = Math.round(skew / 1_000);
  return [
    {
      check: 'clock',
      status: 'error',
      message: `The clocks of this machine and of the database differ by ${seconds} s.`,
      hint: 'Turn on time synchronisation (NTP) on both.',
    },
  ];
}

async function people(context: Examined): Promise<Finding[]> {
  const count = await countUsers(context.database);
  if (count > 0) return [{ check: 'people', status: 'ok', message: `${count} can sign in.` }];
  return [
    {
      check: 'people',
      status: 'warning',
      message: 'Nobody can sign in yet.',
      hint: 'Run `atelier user add`, or `pnpm start`, which makes the first admin.',
    },
  ];
}

async function studio(context: Examined): Promise<readonly Finding[]> {
  return examineStudio(await readStudio(context.database, context));
}

async function worker(context: Examined): Promise<Finding[]> {
  const state = await readiness(context);
  // A worker that cannot write cannot say that it is there.
  if (!state.database) return [];
  if (state.worker) return [{ check: 'worker', status: 'ok', message: 'A worker is running.' }];
  return [
    {
      check: 'worker',
      status: 'warning',
      message: 'No worker is running, so nothing is kept in step by itself.',
      hint: 'Run `pnpm start`, or `pnpm worker`.',
    },
  ];
}

async function passwords({ database: source, secrets }: Examined): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const { credentialId, name, secret } of await allConnections(source)) {
    if (!opens(secrets, secret, credentialId)) {
      findings.push({
        check: 'passwords',
        status: 'error',
        message: `The password of “${name}” cannot be decrypted.`,
        hint: 'Set ATELIER_SECRET as it was, or add the old one to ATELIER_SECRET_PREVIOUS; else enter the password anew.',
      });
    } else if (secrets.isStale(secret)) {
      findings.push({
        check: 'passwords',
        status: 'warning',
        message: `The password of “${name}” is still encrypted with an older secret.`,
        hint: 'Run `atelier secrets rotate`.',
      });
    }
  }
  return findings.length > 0
    ? findings
    : [{ check: 'passwords', status: 'ok', message: 'Every stored password can be decrypted.' }];
}

function opens(secrets: Context['secrets'], sealed: string, about: string): boolean {
  try {
    return secrets.open(sealed, about) !== '';
  } catch {
    return false;
  }
}

async function connections(context: Examined): Promise<Finding[]> {
  const found = await connectionOverview(context.database);
  if (found.length === 0)
    return [{ check: 'connections', status: 'ok', message: 'No account is connected.' }];
  return found.map(({ name, state, failure }) => ({
    check: 'connections',
    status: state === 'ok' ? 'ok' : state === 'credentials' ? 'error' : 'warning',
    message: failure ? `“${name}”: ${failure.message}` : `“${name}” answers.`,
    ...(failure?.hint ? { hint: failure.hint } : {}),
  }));
}

async function calendars(context: Examined): Promise<Finding[]> {
  const all = await calendarOverview(context, OPERATOR);
  const wrong = all.filter(({ state }) => state === 'failing' || state === 'held' || state === 'gone');
  const offered = all.filter(({ offeredAt, enabled }) => offeredAt !== null && !enabled);
  return [
    ...wrong.map(
      ({ name, failure, state }): Finding => ({
        check: 'calendars',
        status: 'warning',
        message: `“${name}” is ${state}${failure ? `: ${failure.message}` : '.'}`,
        ...(failure?.hint ? { hint: failure.hint } : {}),
      }),
    ),
    ...offered.map(
      ({ id, name, connectionName }): Finding => ({
        check: 'calendars',
        status: 'ok',
        message: `“${name}” has appeared in “${connectionName}”, and nobody has said whether it is kept in step.`,
        hint: `“atelier calendar set ${id} --enabled true” keeps it in step, “--enabled false” leaves it out.`,
      }),
    ),
  ];
}

/** What was not understood blocks, or makes bookings requests; what was mended is only told. */
async function events({ database: source }: Examined): Promise<Finding[]> {
  const rows = await listRepairs(source);
  return rows.map(({ id, name, mended, doubtful }) => ({
    check: 'events',
    status: doubtful > 0 ? 'warning' : 'ok',
    message: `“${name}”: ${mended} events were read with a repair, ${doubtful} of them were not understood in some part.`,
    hint: `“atelier calendar repairs ${id}” says which and why.`,
  }));
}

/** What people wrote that has not reached its provider, and what both sides changed. */
async function writes({ database: source }: Examined): Promise<Finding[]> {
  const { waiting, parked, conflicts } = await countWrites(source);
  if (parked + conflicts === 0) {
    const message =
      waiting === 0
        ? 'Everything written here has reached its provider.'
        : `${waiting} on the way to their providers.`;
    return [{ check: 'writes', status: 'ok', message }];
  }
  return [
    {
      check: 'writes',
      status: 'warning',
      message: `${parked} changes were refused by their providers, ${conflicts} conflicts are open; all of it is kept.`,
      hint: '“atelier waiting” and “atelier conflicts” say what and why.',
    },
  ];
}

const LETTERS_SHOWN = 20;

/** What was tried in vain so often that it was given up. */
async function jobs(context: Examined): Promise<Finding[]> {
  const letters = await allDeadLetters(context);
  if (letters.length === 0)
    return [{ check: 'jobs', status: 'ok', message: 'Nothing that is done by itself was given up.' }];
  return letters.slice(0, LETTERS_SHOWN).map(({ id, job, item, about, attempts, failure }) => ({
    check: 'jobs',
    status: 'warning',
    message: `${job} could not be done ${attempts} times for ${named(about, item)}: ${failure}`,
    hint: `The rest goes on. “atelier jobs retry ${id}” tries again.`,
  }));
}

function named(about: string | null, item: string | null): string {
  return about === null ? (item ?? 'the installation') : `“${about}” (${item})`;
}

async function mail({ database: source }: Examined): Promise<Finding[]> {
  const { waiting, failed } = await countUnsent(source);
  if (waiting + failed === 0) return [{ check: 'mail', status: 'ok', message: 'No mail is waiting.' }];
  return [
    {
      check: 'mail',
      status: 'warning',
      message: `${waiting} mails wait, ${failed} could not be delivered; they are kept.`,
      hint: 'Set SMTP_URL and a sender (`atelier studio set --sender`), or see “atelier notices list”.',
    },
  ];
}
