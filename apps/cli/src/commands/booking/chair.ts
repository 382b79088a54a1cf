import { OPERATOR } from '@atelier/usecases/actor';
import { saveChair, seeChairs } from '@atelier/usecases/booking/settings/studio-chairs';
import type { Command } from 'commander';
import { parseWhole } from '../../arguments/parse-minutes.ts';
import { parseBoolean } from '../../arguments/parse-time.ts';
import { table } from '../../output.ts';
import { expectDone, runWithServices } from '../../run.ts';
import type { Shell } from '../../shell.ts';

interface Options {
  readonly name?: string;
  readonly active?: boolean;
  readonly position?: number;
  readonly json?: boolean;
}

/** Chairs and rooms that services need. */
export function chairCommands(chair: Command, shell: Shell): void {
  chair
    .command('list', { isDefault: true })
    .option('--json', 'print one JSON document')
    .action(({ json }: Options) =>
      runWithServices(shell, json, async ({ context }, output) => {
        const chairs = await seeChairs(context);
        output.answer(chairs, () =>
          table(
            ['Id', 'Name', 'In use'],
            chairs.map(({ id, name, active }) => [id, name, active ? 'yes' : 'no']),
          ),
        );
      }),
    );
  chair
    .command('add')
    .requiredOption('--name <name>')
    .option('--position <number>', 'order in which they are given', parseWhole)
    .option('--json', 'print one JSON document')
    .action((options: Options) => save(shell, options));
  chair
    .command('set <id>')
    .option('--name <name>')
    .option('--active <true|false>', 'false: given to no new booking', parseBoolean)
    .option('--position <number>', 'order in which they are given', parseWhole)
    .option('--json', 'print one JSON document')
    .action((id: string, options: Options) => save(shell, options, id));
}

function save(shell: Shell, { json, ...fields }: Options, id?: string): Promise<void> {
  return runWithServices(shell, json, async ({ context }, output) => {
    const saved = expectDone(await saveChair(context, OPERATOR, { ...fields, id }));
    output.answer(saved, `${saved.name}: ${saved.id}.`);
  });
}
