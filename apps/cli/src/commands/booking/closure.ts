import { OPERATOR } from '@atelier/usecases/actor';
import { addClosure, removeClosure, seeClosures } from '@atelier/usecases/booking/settings/studio-closures';
import type { Command } from 'commander';
import { table } from '../../output.ts';
import { expectDone, runWithServices } from '../../run.ts';
import type { Shell } from '../../shell.ts';

interface Json {
  readonly json?: boolean;
}

interface AddOptions extends Json {
  readonly from: string;
  readonly to?: string;
  readonly reason?: string;
}

/** Dates on which the whole studio is closed. */
export function closureCommands(closure: Command, shell: Shell): void {
  closure
    .command('list', { isDefault: true })
    .option('--json', 'print one JSON document')
    .action(({ json }: Json) =>
      runWithServices(shell, json, async ({ context }, output) => {
        const closures = await seeClosures(context);
        output.answer(closures, () =>
          table(
            ['Id', 'From', 'To', 'Reason'],
            closures.map(({ id, from, to, reason }) => [id, from, to, reason]),
          ),
        );
      }),
    );
  closure
    .command('add')
    .requiredOption('--from <date>', 'first date, 2026-12-24')
    .option('--to <date>', 'last date, included; the same day when left out')
    .option('--reason <text>', 'for the studio’s eyes')
    .option('--json', 'print one JSON document')
    .action(({ json, from, to = from, reason }: AddOptions) =>
      runWithServices(shell, json, async ({ context }, output) => {
        const added = expectDone(await addClosure(context, OPERATOR, { from, to, reason }));
        output.answer(added, `Closed from ${added.from} to ${added.to}.`);
      }),
    );
  closure
    .command('remove <id>')
    .option('--json', 'print one JSON document')
    .action((id: string, { json }: Json) =>
      runWithServices(shell, json, async ({ context }, output) => {
        expectDone(await removeClosure(context, OPERATOR, id));
        output.answer({ removed: id }, 'These dates are open again.');
      }),
    );
}
