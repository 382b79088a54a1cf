import {
  addressOf,
  factsOf,
  isOAuthKind,
  PASSWORD_KINDS,
  type PasswordKind,
  PROVIDER_KINDS,
  type ProviderKind,
} from '@atelier/providers/kinds';
import { OPERATOR } from '@atelier/usecases/actor';
import { calendarOverview } from '@atelier/usecases/calendars/calendar-overview';
import { connectAccount } from '@atelier/usecases/connections/connect-account';
import { type ImportedConnection, importConnections } from '@atelier/usecases/connections/import-connections';
import { listConnections } from '@atelier/usecases/connections/list-connections';
import {
  connectByTerminal,
  renewByTerminal,
} from '@atelier/usecases/connections/login-flow/login-by-terminal';
import { renewPassword } from '@atelier/usecases/connections/renew-password';
import {
  connectByLoopback,
  renewByLoopback,
} from '@atelier/usecases/connections/sign-in/sign-in-by-loopback';
import type { ConnectedAccount } from '@atelier/usecases/connections/store-account';
import { type AccountReport, testAccount } from '@atelier/usecases/connections/test-account';
import type { TypedAccount } from '@atelier/usecases/connections/typed-account';
import type { Context } from '@atelier/usecases/context';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { readAccountFile } from '../../account-file.ts';
import { openLoopback, openTerminal, tellHowToRegister } from '../../loopback.ts';
import { type Output, table } from '../../output.ts';
import { readSecret } from '../../read-secret.ts';
import { expectDone, runWithServices } from '../../run.ts';
import type { Shell } from '../../shell.ts';
import { accountId } from './account-id.ts';
import { foundBy } from './found-account.ts';

type TestStep = AccountReport['steps'][number];

interface AccountOptions<Kind extends ProviderKind = PasswordKind> {
  readonly kind: Kind;
  readonly url?: string;
  readonly user?: string;
  readonly passwordStdin?: boolean;
  readonly json?: boolean;
}

interface ConnectOptions extends Omit<AccountOptions<ProviderKind>, 'kind'>, PageOptions {
  readonly kind?: ProviderKind;
  /** A mail address, or where the calendars are: what kind of account it is follows from it. */
  readonly address?: string;
  readonly owner?: string;
  readonly select: 'all' | 'none';
}

/** Of a sign-in at the provider's own page. */
interface PageOptions {
  readonly loginHint?: string;
  readonly browser: boolean;
}

/** Where a command reads and answers. */
interface Place {
  readonly shell: Shell;
  readonly output: Output;
}

const MARKS: Readonly<Record<TestStep['outcome'], string>> = {
  ok: 'ok',
  warning: 'warning',
  failed: 'FAILED',
  skipped: '-',
};

export function connectCommand(command: Command, shell: Shell): void {
  pageOptions(accountOptions(command, PROVIDER_KINDS, { found: true }))
    .option(
      '--address <address>',
      'a mail address, or of a server or calendar: finds the kind of account by it',
    )
    .option('--owner <email>', 'whose account it is; the first admin when left out')
    .addOption(
      new Option('--select <which>', 'which calendars to keep in step')
        .choices(['all', 'none'])
        .default('all'),
    )
    .action((options: ConnectOptions) =>
      runWithServices(shell, options.json, async ({ context }, output) => {
        const found = await foundBy(context, options, { shell, output });
        const connected = await connect(context, found, { shell, output });
        if (connected.renewed) output.remark(RENEWED);
        output.answer(connected, () =>
          table(
            ['Calendar', 'Name', 'Read-only', 'Kept in step'],
            connected.calendars.map(({ id, name, readOnly, selected }) => [
              id,
              name,
              yes(readOnly),
              yes(selected),
            ]),
          ),
        );
      }),
    );
}

export function testCommand(command: Command, shell: Shell): void {
  accountOptions(command, PASSWORD_KINDS).action((options: AccountOptions) =>
    runWithServices(shell, options.json, async ({ context }, output) => {
      const report = expectDone(await testAccount(context, OPERATOR, await typedAccount(shell, options)));
      output.answer(report, () =>
        report.steps
          .map(
            ({ step, outcome, message, hint }) =>
              `${MARKS[outcome].padEnd(8)}${step.padEnd(12)}${message}${hint ? `\n${' '.repeat(20)}${hint}` : ''}`,
          )
          .join('\n'),
      );
      if (!report.ok) shell.exitCode = 1;
    }),
  );
}

type KnownOptions = ConnectOptions & { readonly kind: ProviderKind };

/** By what was typed, or by a page of the provider. */
async function connect(
  context: Context,
  { kind, owner: ownerEmail, select, ...options }: KnownOptions,
  { shell, output }: Place,
): Promise<ConnectedAccount> {
  if (kind === 'nextcloud' && (options.user ?? '') === '' && options.passwordStdin !== true) {
    const url = addressOf(kind, options.url);
    if (url === null) throw withoutAddress();
    const terminal = openTerminal({ browser: options.browser, output });
    return expectDone(await connectByTerminal(context, OPERATOR, { url, ownerEmail, select }, terminal));
  }
  if (!isOAuthKind(kind)) {
    const typed = await typedAccount(shell, { ...options, kind });
    return expectDone(await connectAccount(context, OPERATOR, { ...typed, ownerEmail, select }));
  }
  if (context.signIns.of(kind) === null) tellHowToRegister(kind, { shell, output });
  const { browser, loginHint, user } = options;
  await using loopback = await openLoopback(kind, { browser, output });
  const wished = { kind, hint: loginHint ?? user ?? null, ownerEmail, select };
  return expectDone(await connectByLoopback(context, OPERATOR, wished, loopback));
}

const RENEWED = 'This account was connected already; it goes on with what you have just given.';

/** `connection renew`. */
export function connectionCommands(connection: Command, shell: Shell): void {
  connection
    .command('renew <id>')
    .description('a new app password, or the sign-in again, for an account; its calendars and ids stay')
    .option('--password-stdin', 'read the app password from stdin; otherwise ATELIER_ACCOUNT_PASSWORD')
    .option('--json', 'print one JSON document')
    .option('--sign-in', 'at a Nextcloud: on its sign-in page instead of by an app password')
    .option('--no-browser', 'print the address of the sign-in page only')
    .action((id: string, options: RenewOptions) =>
      runWithServices(shell, options.json, async ({ context }, output) => {
        const renewed = await renew(context, accountId(id), options, { shell, output });
        const calendars = await calendarOverview(context, OPERATOR, { connectionId: id });
        const answer = { ...renewed, calendars: calendars.map((one) => ({ id: one.id, name: one.name })) };
        output.answer(answer, `The account goes on; ${calendars.length} calendars are asked.`);
      }),
    );
}

interface RenewOptions extends Pick<PageOptions, 'browser'> {
  readonly signIn?: boolean;
  readonly passwordStdin?: boolean;
  readonly json?: boolean;
}

async function renew(
  context: Context,
  connectionId: string,
  { passwordStdin, browser, signIn = false }: RenewOptions,
  { shell, output }: Place,
): Promise<{ readonly connectionId: string }> {
  const connections = expectDone(await listConnections(context, OPERATOR));
  const kind = connections.find(({ id }) => id === connectionId)?.kind;
  if (kind !== undefined && isOAuthKind(kind)) {
    await using loopback = await openLoopback(kind, { browser, output });
    return expectDone(await renewByLoopback(context, OPERATOR, connectionId, loopback));
  }
  if (signIn) {
    const terminal = openTerminal({ browser, output });
    return expectDone(await renewByTerminal(context, OPERATOR, connectionId, terminal));
  }
  const password = await readSecret(shell, passwordStdin, 'ATELIER_ACCOUNT_PASSWORD');
  return expectDone(await renewPassword(context, OPERATOR, { connectionId, password }));
}

/** `connections import`. */
export function connectionsCommands(connections: Command, shell: Shell): void {
  connections
    .command('import <file>')
    .description('connect every account of a list (JSON, or CSV with a head line); - reads stdin')
    .option('--dry-run', 'try everything, store nothing')
    .option('--json', 'print one JSON document')
    .action((file: string, { dryRun = false, json }: { dryRun?: boolean; json?: boolean }) =>
      runWithServices(shell, json, async ({ context }, output) => {
        const accounts = await readAccountFile(shell, file);
        const imported = expectDone(await importConnections(context, OPERATOR, accounts, { dryRun }));
        output.answer(imported, () =>
          table(
            ['Account', 'Server', 'Outcome', 'Calendars', 'Why'],
            imported.map(({ user, url, outcome, calendars, error }) => [
              user,
              url,
              OUTCOMES[outcome],
              calendars.map(({ name }) => name).join(', '),
              [error?.message, error?.hint].filter(Boolean).join(' '),
            ]),
          ),
        );
        if (imported.some(({ outcome }) => outcome === 'failed')) shell.exitCode = 1;
      }),
    );
}

const OUTCOMES: Readonly<Record<ImportedConnection['outcome'], string>> = {
  connected: 'connected',
  rehearsed: 'would be connected',
  there: 'connected already',
  failed: 'FAILED',
};

function pageOptions(command: Command): Command {
  return command
    .option('--login-hint <mail>', 'whose sign-in page it is to be (microsoft, google)')
    .option('--no-browser', 'print the address of the sign-in page only');
}

function accountOptions(command: Command, kinds: readonly string[], { found = false } = {}): Command {
  return command
    .addOption(new Option('--kind <kind>').choices(kinds).makeOptionMandatory(!found))
    .option(
      '--url <url>',
      'address of the server, or of the calendars; may be left out where the kind has one',
    )
    .option(
      '--user <name>',
      'user name at the provider; an .ics address needs none, and without it a Nextcloud shows its sign-in page',
    )
    .option('--password-stdin', 'read the app password from stdin; otherwise ATELIER_ACCOUNT_PASSWORD')
    .option('--json', 'print one JSON document');
}

async function typedAccount(
  shell: Shell,
  { kind, user = '', passwordStdin, ...typed }: AccountOptions,
): Promise<TypedAccount> {
  const needed = factsOf(kind).signIn.username !== 'none';
  if (needed && user.trim() === '') throw new InvalidArgumentError('The user name (--user) is missing.');
  const url = addressOf(kind, typed.url);
  if (url === null) throw withoutAddress();
  const asked = needed || user !== '';
  const password = asked ? await readSecret(shell, passwordStdin, 'ATELIER_ACCOUNT_PASSWORD') : '';
  return { kind, url, username: user, password };
}

function withoutAddress(): InvalidArgumentError {
  return new InvalidArgumentError('The address (--url) is missing.');
}

const yes = (value: boolean) => (value ? 'yes' : 'no');
