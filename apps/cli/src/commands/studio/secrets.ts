import { OPERATOR } from '@atelier/usecases/actor';
import { rotateSecrets } from '@atelier/usecases/connections/rotate-secrets';
import type { Command } from 'commander';
import { expectDone, runWithServices } from '../../run.ts';
import type { Shell } from '../../shell.ts';

export function secretCommands(secrets: Command, shell: Shell): void {
  secrets
    .command('rotate')
    .description('encrypt every stored password anew with the current ATELIER_SECRET')
    .option('--json', 'print one JSON document')
    .action((options: { json?: boolean }) =>
      runWithServices(shell, options.json, async ({ context, factorKeys }, output) => {
        const result = expectDone(await rotateSecrets({ ...context, factorKeys }, OPERATOR));
        output.answer(
          result,
          `${result.rotated} of ${result.total} passwords were encrypted anew. ATELIER_SECRET_PREVIOUS is no longer needed.`,
        );
      }),
    );
}
