import { OPERATOR } from '@atelier/usecases/actor';
import { dropHeldMail, sendHeldMail } from '@atelier/usecases/mail/held-mail';
import { listMail } from '@atelier/usecases/mail/list-mail';
import type { Command } from 'commander';
import { table } from '../../output.ts';
import { expectDone, runWithServices } from '../../run.ts';
import type { Shell } from '../../shell.ts';

/** Mail of the studio's to clients and admins; mailboxes are `mail`. */
export function noticeCommands(mail: Command, shell: Shell): void {
  mail
    .command('list', { isDefault: true })
    .description('what was sent, what waits, what waits for a word, and what no server took')
    .option('--json', 'print one JSON document')
    .action(({ json }: { json?: boolean }) =>
      runWithServices(shell, json, async ({ context }, output) => {
        const mails = expectDone(await listMail(context, OPERATOR));
        output.answer(mails, () =>
          table(
            ['To', 'Subject', 'State', 'Made', 'Why not'],
            mails.map((one) => [
              one.to,
              one.subject,
              one.state.toLowerCase(),
              one.createdAt.toISOString(),
              one.reason ?? one.failure ?? '',
            ]),
          ),
        );
      }),
    );
  settle(mail, 'send-held', 'send mail that has waited for so long that it is not sent unasked', {
    shell,
    work: sendHeldMail,
    told: (count) => `${count} go out, as far as they are still true.`,
  });
  settle(mail, 'drop-held', 'let it be; it stays to be read', {
    shell,
    work: dropHeldMail,
    told: (count) => `${count} are not sent.`,
  });
}

interface Settling {
  readonly shell: Shell;
  readonly work: typeof sendHeldMail;
  readonly told: (count: number) => string;
}

function settle(mail: Command, name: string, description: string, { shell, work, told }: Settling): void {
  mail
    .command(`${name} [ids...]`)
    .description(`${description}; without ids, all of it`)
    .option('--json', 'print one JSON document')
    .action((ids: string[], { json }: { json?: boolean }) =>
      runWithServices(shell, json, async ({ context }, output) => {
        const count = expectDone(await work(context, OPERATOR, ids.length === 0 ? null : ids));
        output.answer({ count }, () => told(count));
      }),
    );
}
