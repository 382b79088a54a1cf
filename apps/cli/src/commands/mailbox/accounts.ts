import type { MailFinding } from '@atelier/providers/port/mail/mail-finder';
import { OPERATOR } from '@atelier/usecases/actor';
import { findMailbox } from '@atelier/usecases/mailbox/account/find-servers';
import { listMailboxes, syncMail } from '@atelier/usecases/mailbox/account/mail-accounts';
import { type RemovedMailbox, removeMailbox } from '@atelier/usecases/mailbox/account/remove-mailbox';
import type { Command } from 'commander';
import { CommandFailure, table } from '../../output.ts';
import { expectDone, runWithServices } from '../../run.ts';
import type { Shell } from '../../shell.ts';
import { anyId } from './any-id.ts';
import { connectCommand } from './connect.ts';

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
