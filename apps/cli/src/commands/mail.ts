import { OPERATOR } from '@atelier/usecases/actor';
import { listMail } from '@atelier/usecases/list-mail';
import type { Command } from 'commander';
import { table } from '../output.ts';
import { expectDone, runWithServices } from '../run.ts';

export function mailCommands(root: Command): void {
  root
    .command('mail')
    .description('mail that goes out')
    .command('list', { isDefault: true })
    .description('what was sent, what waits, and what no server took')
    .option('--json', 'print one JSON document')
    .action(({ json }: { json?: boolean }) =>
      runWithServices(json, async ({ context }, output) => {
        const mails = expectDone(await listMail(context, OPERATOR));
        output.answer(mails, () =>
          table(
            ['To', 'Subject', 'State', 'Made', 'Why not'],
            mails.map((one) => [
              one.to,
              one.subject,
              one.state.toLowerCase(),
              one.createdAt.toISOString(),
              one.failure ?? '',
            ]),
          ),
        );
      }),
    );
}
