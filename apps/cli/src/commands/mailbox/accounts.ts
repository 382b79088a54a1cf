import type { MailFinding } from '@atelier/providers/port/mail/mail-finder';
import { OPERATOR } from '@atelier/usecases/actor';
import { type ConnectMail, connectMail } from '@atelier/usecases/mailbox/account/connect-mail';
import { findMailbox } from '@atelier/usecases/mailbox/account/find-servers';
import { listMailboxes, syncMail } from '@atelier/usecases/mailbox/account/mail-accounts';
import { type RemovedMailbox, removeMailbox } from '@atelier/usecases/mailbox/account/remove-mailbox';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { CommandFailure, table } from '../../output.ts';
import { readSecret } from '../../read-secret.ts';
import { expectDone, runWithServices } from '../../run.ts';
import type { Shell } from '../../shell.ts';
import { anyId } from './any-id.ts';

type Security = NonNullable<ConnectMail['imap']>['security'];

interface ConnectOptions {
  readonly address: string;
  readonly owner: string;
  readonly user?: string;
  readonly imap?: HostPort;
  readonly smtp?: HostPort;
  readonly security?: Security;
  readonly sent?: 'auto' | 'always' | 'never';
  readonly name?: string;
  readonly trust?: readonly string[];
  readonly passwordStdin?: boolean;
  readonly json?: boolean;
}

interface HostPort {
  readonly host: string;
  readonly port: number;
}

function hostPort(text: string): HostPort {
  const found = /^\[?([^\]]+?)\]?:(\d{1,5})$/.exec(text);
  if (!found?.[1]) throw new InvalidArgumentError('write it as host:port');
  return { host: found[1], port: Number(found[2]) };
}

export function mailboxCommands(mail: Command, shell: Shell): void {
  findCommand(mail, shell);
  connectCommand(mail, shell);
  mail
    .command('accounts')
    .description('mailboxes with their state, counts, last round and what waits')
    .option('--json', 'print one JSON document')
    .action(({ json }: { json?: boolean }) =>
      runWithServices(shell, json, async ({ context }, output) => {
        const accounts = (await listMailboxes(context, OPERATOR)).map(
          ({ folders: _folders, signature: _signature, ...account }) => account,
        );
        output.answer(accounts, () =>
          table(
            ['Id', 'Address', 'Owner', 'State', 'Messages', 'Waiting', 'Last round'],
            accounts.map((one) => [
              one.id,
              one.address,
              one.ownerName,
              one.failure?.kind ?? one.state.toLowerCase(),
              one.messages,
              one.waiting + one.outgoing,
              one.lastCompleteAt?.toISOString() ?? '',
            ]),
          ),
        );
      }),
    );
  removeCommand(mail, shell);
  syncCommand(mail, shell);
}

interface RemoveOptions {
  readonly keepCalendars?: boolean;
  readonly draftsTo?: string;
  readonly json?: boolean;
}

function removeCommand(mail: Command, shell: Shell): void {
  mail
    .command('remove <id>')
    .description('forget a mailbox and its copies here; nothing is changed at the server')
    .option('--keep-calendars', 'calendar accounts that are let in by the same password stay')
    .option('--drafts-to <id>', 'keep drafts and unsent mail as drafts of another mailbox')
    .option('--json', 'print one JSON document')
    .action((id: string, { keepCalendars = false, draftsTo, json }: RemoveOptions) =>
      runWithServices(shell, json, async ({ context }, output) => {
        const removed = expectDone(
          await removeMailbox(context, OPERATOR, {
            accountId: anyId(id),
            draftsTo: draftsTo === undefined ? null : anyId(draftsTo),
            keepCalendars,
          }),
        );
        output.answer(removed, () => toldOf(removed));
      }),
    );
}

function toldOf({ drafts, unsent, unknown, edits, kept, connections }: RemovedMailbox): string {
  const lost = drafts + unsent - kept;
  const gone = `${lost} drafts and unsent mails, ${unknown} that were perhaps sent, ${edits} waiting changes`;
  return `Forgotten; with it ${gone}, ${connections.length} calendar accounts. Kept as drafts: ${kept}.`;
}

function connectCommand(mail: Command, shell: Shell): void {
  mail
    .command('connect')
    .description('find, test and store a mailbox')
    .requiredOption('--address <address>', 'the mail address')
    .requiredOption('--owner <email>', 'whose mailbox it is')
    .option('--user <name>', 'user name at the servers; the address when left out')
    .option('--imap <host:port>', 'where mail is read; found when left out', hostPort)
    .option('--smtp <host:port>', 'where mail is sent; found when left out', hostPort)
    .addOption(
      new Option('--security <how>', 'of servers that are given').choices(['tls', 'starttls', 'none']),
    )
    .addOption(new Option('--sent <when>', 'whether a copy is filed').choices(['auto', 'always', 'never']))
    .option('--name <name>', 'how it is called in lists')
    .option('--trust <fingerprint...>', 'certificates that nobody vouches for and that you accept')
    .option('--password-stdin', 'read the password from stdin; otherwise ATELIER_ACCOUNT_PASSWORD')
    .option('--json', 'print one JSON document')
    .action((options: ConnectOptions) =>
      runWithServices(shell, options.json, async ({ context }, output) => {
        const { address, owner, user, name, trust } = options;
        const connected = expectDone(
          await connectMail(context, OPERATOR, {
            address,
            ownerEmail: owner,
            user,
            name,
            trusted: trust,
            password: await readSecret(shell, options.passwordStdin, 'ATELIER_ACCOUNT_PASSWORD'),
            imap: serverOf(options.imap, options.security, 993),
            smtp: serverOf(options.smtp, options.security, 465),
            sentCopy: options.sent && SENT[options.sent],
          }),
        );
        // The first round makes the folders, and gives them ids.
        expectDone(await syncMail(context, OPERATOR, { accountId: connected.accountId, full: false }));
        const [account] = (await listMailboxes(context, OPERATOR)).filter(
          ({ id }) => id === connected.accountId,
        );
        const folders = (account?.folders ?? []).map(({ id, path, name: folder, role }) => ({
          id,
          path,
          name: folder,
          role,
        }));
        output.answer({ ...connected, folders }, () =>
          table(
            ['Folder', 'For'],
            folders.map(({ path, role }) => [path, role]),
          ),
        );
      }),
    );
}

function findCommand(mail: Command, shell: Shell): void {
  mail
    .command('find <address>')
    .description('where the mailbox of an address is; no password is asked for or sent')
    .option('--json', 'print one JSON document')
    .action((address: string, { json }: { json?: boolean }) =>
      runWithServices(shell, json, async ({ context }, output) => {
        const found = await findMailbox(context, address);
        output.answer(found, () => (found.found ? writtenFinding(found) : 'No mail server was found.'));
        if (!found.found) shell.exitCode = 1;
      }),
    );
}

function writtenFinding({ servers, by, elsewhere, signIn }: Extract<MailFinding, { found: true }>): string {
  const places = (['imap', 'smtp'] as const).map((kind) => {
    const { host, port, security } = servers[kind];
    return [kind.toUpperCase(), `${host}:${port}`, security];
  });
  const remarks = [
    `Found by: ${by}.`,
    elsewhere && 'These servers are not of that domain: compare them with the provider’s help pages.',
    signIn && `Signing in at ${signIn} is possible instead of a password.`,
  ].filter(Boolean);
  return `${table(['For', 'Server', 'Encryption'], places)}\n${remarks.join(' ')}`;
}

const SENT = { auto: 'AUTO', always: 'ALWAYS', never: 'NEVER' } as const;

/** Left out: by the usual meaning of the port. */
function serverOf(place: HostPort | undefined, security: Security | undefined, tlsPort: number) {
  if (!place) return undefined;
  return {
    ...place,
    security: security ?? (place.port === tlsPort ? ('tls' as const) : ('starttls' as const)),
  };
}

function syncCommand(mail: Command, shell: Shell): void {
  mail
    .command('sync')
    .description('one round now, in this process')
    .option('--account <id>', 'one mailbox; all of them when left out')
    .option('--full', 'compare everything')
    .option('--json', 'print one JSON document')
    .action(({ account, full = false, json }: { account?: string; full?: boolean; json?: boolean }) =>
      runWithServices(shell, json, async ({ context }, output) => {
        const asked = { accountId: account === undefined ? null : anyId(account), full };
        const runs = expectDone(await syncMail(context, OPERATOR, asked));
        const folders = runs.flatMap((run) => run.folders);
        output.answer(folders, () =>
          table(
            ['Folder', 'Commands', 'Added', 'Updated', 'Removed', 'ms'],
            folders.map((one) => [one.folder, one.commands, one.added, one.updated, one.removed, one.ms]),
          ),
        );
        const failed = runs.find(({ error }) => error)?.error;
        if (!failed) return;
        if (!json) throw new CommandFailure(failed);
        output.remark(`${failed.message} ${failed.hint}`);
        shell.exitCode = 1;
      }),
    );
}
