import { OPERATOR } from '@atelier/usecases/actor';
import { listDeadLetters, retryDeadLetter } from '@atelier/usecases/health/dead-letters';
import type { Command } from 'commander';
import { table } from '../../output.ts';
import { expectDone, runWithServices } from '../../run.ts';
import type { Shell } from '../../shell.ts';

export function jobCommands(jobs: Command, shell: Shell): void {
  jobs
    .command('list', { isDefault: true })
    .description('what was tried in vain so often that it was given up; the rest goes on')
    .option('--json', 'print one JSON document')
    .action(({ json }: { json?: boolean }) =>
      runWithServices(shell, json, async ({ context }, output) => {
        const letters = expectDone(await listDeadLetters(context, OPERATOR));
        output.answer(letters, () =>
          table(
            ['Id', 'Job', 'About', 'Attempts', 'Since', 'Given up', 'Why not'],
            letters.map(({ id, job, about, item, attempts, since, givenUpAt, failure }) => [
              id,
              job,
              about ?? item ?? '',
              String(attempts),
              since.toISOString(),
              givenUpAt.toISOString(),
              failure,
            ]),
          ),
        );
      }),
    );
  jobs
    .command('retry <id>')
    .description('try one of them again now')
    .option('--json', 'print one JSON document')
    .action((id: string, { json }: { json?: boolean }) =>
      runWithServices(shell, json, async ({ context }, output) => {
        expectDone(await retryDeadLetter(context, OPERATOR, id));
        output.answer({ id }, () => 'The worker tries it again in a moment.');
      }),
    );
}
