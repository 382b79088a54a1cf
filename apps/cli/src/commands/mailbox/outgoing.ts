import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { text as streamText } from 'node:stream/consumers';
import { readRecipients } from '@atelier/mail/address/typed-recipients';
import { OPERATOR } from '@atelier/usecases/actor';
import type { Context } from '@atelier/usecases/context';
import {
  attachToDraft,
  beginAnswer,
  listOutgoing,
  saveDraft,
  seeOutgoing,
  settleDraft,
} from '@atelier/usecases/mailbox/write/drafts';
import { fileSent } from '@atelier/usecases/mailbox/write/file-sent';
import { sendDraft, sendOutgoing, settleOutgoing } from '@atelier/usecases/mailbox/write/send-outgoing';
import type { Command } from 'commander';
import { parseTime } from '../../arguments/parse-time.ts';
import { CommandFailure, table } from '../../output.ts';
import { expectDone, runWithServices } from '../../run.ts';
import type { Shell } from '../../shell.ts';
import { anyId } from './any-id.ts';

interface SendOptions {
  readonly account: string;
  readonly to: readonly string[];
  readonly cc?: readonly string[];
  readonly bcc?: readonly string[];
  readonly subject?: string;
  readonly attach?: readonly string[];
  readonly replyToMessage?: string;
  readonly forward?: string;
  readonly at?: string;
  readonly json?: boolean;
}

export function outgoingCommands(mail: Command, shell: Shell): void {
  mail
    .command('send')
    .description('write a mail, with its text on stdin, and send it')
    .requiredOption('--account <id>', 'the mailbox that it leaves from')
    .requiredOption('--to <address...>', 'who receives it')
    .option('--cc <address...>')
    .option('--bcc <address...>')
    .option('--subject <subject>')
    .option('--attach <file...>', 'files that go along')
    .option('--reply-to-message <id>', 'the message that it answers')
    .option('--forward <id>', 'the message that it sends on')
    .option('--at <time>', 'not before; ISO 8601 with an offset')
    .option('--json', 'print one JSON document')
    .action((options: SendOptions) =>
      runWithServices(shell, options.json, async ({ context }, output) => {
        const id = await writeDraft(context, options, await streamText(shell.stdin));
        const at = options.at === undefined ? null : parseTime(options.at, undefined);
        expectDone(await sendDraft(context, OPERATOR, { id, at, takeBack: false }));
        if (at === null) await sendNow(context, id);
        const sent = expectDone(await seeOutgoing(context, OPERATOR, id));
        const state = sent.state.toLowerCase();
        output.answer(
          { id, state, refused: sent.refused, failure: sent.failure },
          `${state}${sent.failure ? `: ${sent.failure}` : ''}`,
        );
        if (sent.state === 'REFUSED' || sent.state === 'UNKNOWN') shell.exitCode = 1;
      }),
    );
  outgoingCommand(mail, shell);
}

/** No worker may be there; whoever runs a command waits for it. */
export async function sendNow(context: Context, id: string): Promise<void> {
  await sendOutgoing.work(context, id, { last: false });
  await fileSent.work(context, id, { last: false }).catch(() => undefined);
}

async function writeDraft(context: Context, options: SendOptions, text: string): Promise<string> {
  const id = context.newId();
  const { subject, replyToMessage, forward } = options;
  const originalId = replyToMessage ?? forward;
  const original =
    originalId === undefined
      ? null
      : { id: anyId(originalId), answers: forward === undefined ? ('reply' as const) : ('forward' as const) };
  const words = { wrote: '', forwarded: 'Forwarded message', headers: [] };
  const begun =
    original &&
    expectDone(await beginAnswer(context, OPERATOR, { id: original.id, kind: original.answers, words }));
  const draft = {
    id,
    accountId: anyId(options.account),
    to: recipients(options.to),
    cc: recipients(options.cc),
    bcc: recipients(options.bcc),
    subject: subject ?? begun?.subject ?? '',
    text: forward === undefined ? text : `${text}${begun?.text ?? ''}`,
    original,
  };
  expectDone(await saveDraft(context, OPERATOR, draft));
  for (const file of options.attach ?? []) {
    const bytes = await readFile(file);
    const attached = {
      mailId: id,
      name: basename(file),
      type: 'application/octet-stream',
      bytes: Buffer.from(bytes),
    };
    expectDone(await attachToDraft(context, OPERATOR, attached));
  }
  return id;
}

function recipients(typed: readonly string[] = []) {
  const { mailboxes, unknown } = readRecipients(typed.join(', '));
  if (unknown.length === 0) return mailboxes;
  throw new CommandFailure({
    kind: 'invalid',
    message: `“${unknown[0]}” is not a mail address. Nothing was sent.`,
  });
}

function outgoingCommand(mail: Command, shell: Shell): void {
  mail
    .command('outgoing [id]')
    .description('drafts and mail on its way; with an id, what becomes of one that nobody knows of')
    .option('--retry', 'send the very same mail again')
    .option('--cancel', 'take it back where it has not left; else leave it, as one that went')
    .option('--json', 'print one JSON document')
    .action(
      (
        id: string | undefined,
        { retry, cancel, json }: { retry?: boolean; cancel?: boolean; json?: boolean },
      ) =>
        runWithServices(shell, json, async ({ context }, output) => {
          if (id !== undefined && (retry || cancel)) await settle(context, anyId(id), retry === true);
          const all = (await listOutgoing(context, OPERATOR)).filter(
            (one) => id === undefined || one.id === anyId(id),
          );
          const listed = all.map(({ text: _text, ...one }) => ({ ...one, state: one.state.toLowerCase() }));
          output.answer(listed, () =>
            table(
              ['Id', 'State', 'To', 'Subject', 'Why'],
              listed.map((one) => [
                one.id,
                one.state,
                one.to.map(({ address }) => address).join(', '),
                one.subject,
                one.failure,
              ]),
            ),
          );
        }),
    );
}

async function settle(context: Context, id: string, retry: boolean): Promise<void> {
  if (retry) {
    expectDone(await settleOutgoing(context, OPERATOR, { id, how: 'send-again' }));
    return sendNow(context, id);
  }
  const { state } = expectDone(await seeOutgoing(context, OPERATOR, id));
  if (state === 'UNKNOWN') expectDone(await settleOutgoing(context, OPERATOR, { id, how: 'it-went' }));
  else expectDone(await settleDraft(context, OPERATOR, { id, how: 'write-on' }));
}
