import { OPERATOR } from '@atelier/usecases/actor';
import { listJobTroubles, retryJobTrouble } from '@atelier/usecases/health/job-troubles';
import type { Command } from 'commander';
import { table } from '../../output.ts';
import { expectDone, runWithServices } from '../../run.ts';

export function jobCommands(root: Command): void {
  const jobs = root.command('jobs').description('what is done by itself, and could not be done');
  jobs
    .command('list', { isDefault: true })
    .description('what was tried in vain so often that it was set aside; the rest goes on')
    .option('--json', 'print one JSON document')
    .action(({ json }: { json?: boolean }) =>
      runWithServices(json, async ({ context }, output) => {
        const troubles = expectDone(await listJobTroubles(context, OPERATOR));
        output.answer(troubles, () =>
          table(
            ['Job', 'Item', 'Attempts', 'Since', 'Next try', 'Why not'],
            troubles.map(({ job, item, attempts, since, nextTryAt, failure }) => [
              job,
              item,
              String(attempts),
              since.toISOString(),
              nextTryAt.toISOString(),
              failure,
            ]),
          ),
        );
      }),
    );
  jobs
    .command('retry <job> <item>')
    .description('try one of them again now')
    .option('--json', 'print one JSON document')
    .action((job: string, item: string, { json }: { json?: boolean }) =>
      runWithServices(json, async ({ context }, output) => {
        expectDone(await retryJobTrouble(context, OPERATOR, { job, item }));
        output.answer({ job, item }, () => 'The worker tries it again in a moment.');
      }),
    );
}
