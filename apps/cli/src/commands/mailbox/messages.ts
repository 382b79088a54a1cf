import { OPERATOR } from '@atelier/usecases/actor';
import type { Context } from '@atelier/usecases/context';
import { listMailboxes } from '@atelier/usecases/mailbox/account/mail-accounts';
import { type MailMark, markMail, moveMail, removeMail } from '@atelier/usecases/mailbox/act/change-mail';
import { listMail, type MailPage, searchMail } from '@atelier/usecases/mailbox/read/list-mail';
import { mailSource, openMail } from '@atelier/usecases/mailbox/read/open-mail';
import { type Command, InvalidArgumentError } from 'commander';
import { CommandFailure, table } from '../../output.ts';
import { expectDone, runWithServices } from '../../run.ts';
import type { Shell } from '../../shell.ts';
import { anyId } from './any-id.ts';

const LIMIT = 50;

function limitOf(text: string): number {
  const limit = Number(text);
  if (Number.isInteger(limit) && limit >= 1 && limit <= 200) return limit;
  throw new InvalidArgumentError('a number from 1 to 200');
}

export function messageCommands(mail: Command, shell: Shell): void {
  listCommands(mail, shell);
  showCommand(mail, shell);
  changeCommands(mail, shell);
}

function listCommands(mail: Command, shell: Shell): void {
  mail
    .command('folders')
    .description('the folders of a mailbox')
    .requiredOption('--account <id>', 'the mailbox')
    .option('--json', 'print one JSON document')
    .action(({ account, json }: { account: string; json?: boolean }) =>
      runWithServices(shell, json, async ({ context }, output) => {
        const folders = await foldersOf(context, account);
        output.answer(folders, () =>
          table(
            ['Folder', 'For', 'Messages', 'Unread'],
            folders.map((one) => [one.path, one.role, one.messages, one.unread]),
          ),
        );
      }),
    );
  mail
    .command('list')
    .description('messages of a folder, the newest first')
    .requiredOption('--account <id>', 'the mailbox')
    .requiredOption('--folder <path>', 'the folder')
    .option('--limit <n>', 'so many at most', limitOf, LIMIT)
    .option('--before <cursor>', 'behind the last one that was shown')
    .option('--unread', 'only what is unread')
    .option('--json', 'print one JSON document')
    .action((options: ListOptions) =>
      runWithServices(shell, options.json, async ({ context }, output) => {
        const folder = (await foldersOf(context, options.account)).find(
          ({ path }) => path === options.folder,
        );
        if (!folder) throw new CommandFailure({ kind: 'not-found', message: 'There is no such folder.' });
        const { limit, unread = false, before = null } = options;
        const asked = { folderId: folder.id, role: 'inbox' as const, unread, before, limit };
        const page = expectDone(await listMail(context, OPERATOR, asked));
        if (page.next !== null) output.remark(`More: --before ${page.next}`);
        output.answer(listed(page), () => shown(page));
      }),
    );
  mail
    .command('search <query>')
    .description(
      'messages by their words; from:, to:, subject:, in:, is:, has:, before:, after:, "phrase", -word',
    )
    .option('--account <id>', 'one mailbox; all of them when left out')
    .option('--limit <n>', 'so many at most', limitOf, LIMIT)
    .option('--json', 'print one JSON document')
    .action((line: string, { account, limit, json }: { account?: string; limit: number; json?: boolean }) =>
      runWithServices(shell, json, async ({ context }, output) => {
        const accountId = account === undefined ? null : anyId(account);
        const page = await searchMail(context, OPERATOR, { line, accountId, before: null, limit });
        output.answer(listed(page), () => shown(page));
      }),
    );
}

interface ListOptions {
  readonly account: string;
  readonly folder: string;
  readonly limit: number;
  readonly before?: string;
  readonly unread?: boolean;
  readonly json?: boolean;
}

async function foldersOf(context: Context, account: string) {
  const id = anyId(account);
  const found = (await listMailboxes(context, OPERATOR)).find((one) => one.id === id);
  if (!found) throw new CommandFailure({ kind: 'not-found', message: 'There is no such mailbox.' });
  return found.folders;
}

function listed({ messages }: MailPage) {
  return messages.map(
    ({
      messageRow: _row,
      accountId: _account,
      folderId: _folder,
      seen: _seen,
      flagged: _flagged,
      ...message
    }) => message,
  );
}

function shown({ messages }: MailPage): string {
  return table(
    ['Id', 'Date', 'From', 'Subject'],
    messages.map(({ id, date, from, subject, seen }) => [
      id,
      date.toISOString().slice(0, 16),
      from[0]?.name || from[0]?.address || '',
      `${seen ? '' : '* '}${subject}`,
    ]),
  );
}

function showCommand(mail: Command, shell: Shell): void {
  mail
    .command('show <id>')
    .description('one message: headers, text, attached files')
    .option('--source', 'the bytes as the server has them')
    .option('--html', 'what of its HTML is safe to show')
    .option('--json', 'print one JSON document')
    .action((id: string, { source, html, json }: { source?: boolean; html?: boolean; json?: boolean }) =>
      runWithServices(shell, json, async ({ context }, output) => {
        if (source) {
          const bytes = Buffer.from(expectDone(await mailSource(context, OPERATOR, anyId(id))));
          return output.answer({ id, source: bytes.toString('latin1') }, bytes.toString('latin1'));
        }
        const opened = expectDone(await openMail(context, OPERATOR, anyId(id)));
        const { attachments, messageRow: _row, body: _body, ...message } = opened;
        const files = (attachments ?? []).map(({ place, name, type, size }) => ({
          id: place,
          name,
          type,
          size,
        }));
        const answer = { ...message, html: opened.html?.html ?? null, attachments: files };
        output.answer(answer, () => (html ? (opened.html?.html ?? '') : readable(opened)));
      }),
    );
}

type Opened = Extract<Awaited<ReturnType<typeof openMail>>, { readonly ok: true }>['value'];

function readable({ from, to, date, subject, text }: Opened): string {
  const people = (all: Opened['from']) =>
    all.map(({ name, address }) => `${name} <${address}>`.trim()).join(', ');
  return [
    `From: ${people(from)}`,
    `To: ${people(to)}`,
    `Date: ${date.toISOString()}`,
    `Subject: ${subject}`,
    '',
    text ?? '',
  ].join('\n');
}

function changeCommands(mail: Command, shell: Shell): void {
  const flag = mail
    .command('flag <ids...>')
    .description('mark messages; at once here, and at the server soon');
  for (const mark of ['seen', 'unseen', 'flagged', 'unflagged'] as const) flag.option(`--${mark}`);
  flag
    .option('--json', 'print one JSON document')
    .action((ids: string[], options: Partial<Record<MailMark | 'json', boolean>>) =>
      runWithServices(shell, options.json, async ({ context }, output) => {
        const marks = (['seen', 'unseen', 'flagged', 'unflagged'] as const).filter((mark) => options[mark]);
        if (marks.length === 0)
          throw new CommandFailure({
            kind: 'usage',
            message: 'Say how: --seen, --unseen, --flagged or --unflagged.',
          });
        let changed: readonly string[] = [];
        for (const mark of marks)
          changed = expectDone(await markMail(context, OPERATOR, { ids: ids.map(anyId), mark })).ids;
        output.answer({ ids: changed }, `${changed.length} marked.`);
      }),
    );
  mail
    .command('move <ids...>')
    .description('move messages to another folder of their mailbox')
    .requiredOption('--to <path>', 'the folder')
    .option('--json', 'print one JSON document')
    .action((ids: string[], { to, json }: { to: string; json?: boolean }) =>
      runWithServices(shell, json, async ({ context }, output) => {
        const places = ids.map(anyId);
        const { accountId } = expectDone(await openMail(context, OPERATOR, places[0] ?? ''));
        const folder = (await foldersOf(context, accountId)).find(({ path }) => path === to);
        if (!folder) throw new CommandFailure({ kind: 'not-found', message: 'There is no such folder.' });
        const moved = expectDone(
          await moveMail(context, OPERATOR, { ids: places, to: { folderId: folder.id } }),
        );
        output.answer({ ids: moved.ids }, `${moved.ids.length} moved.`);
      }),
    );
  mail
    .command('delete <ids...>')
    .description('to the trash of their mailbox')
    .option('--forever', 'for good, at the server too')
    .option('--json', 'print one JSON document')
    .action((ids: string[], { forever = false, json }: { forever?: boolean; json?: boolean }) =>
      runWithServices(shell, json, async ({ context }, output) => {
        const places = ids.map(anyId);
        const gone = expectDone(
          forever
            ? await removeMail(context, OPERATOR, places)
            : await moveMail(context, OPERATOR, { ids: places, to: { role: 'trash' } }),
        );
        output.answer({ ids: gone.ids }, `${gone.ids.length} deleted.`);
      }),
    );
}
