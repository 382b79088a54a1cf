import { OPERATOR } from '@atelier/usecases/actor';
import { createApiKey, revokeApiKey, seeApiKeys } from '@atelier/usecases/people/api-keys';
import { type Command, Option } from 'commander';
import { table } from '../../output.ts';
import { expectDone, runWithServices } from '../../run.ts';
import type { Shell } from '../../shell.ts';

interface Json {
  readonly json?: boolean;
}

/** Access for scripts to what needs more than an address. */
export function apiKeyCommands(apiKey: Command, shell: Shell): void {
  apiKey
    .command('create')
    .description('make a key; it is shown this once')
    .requiredOption('--name <name>', 'what it is for')
    .addOption(new Option('--role <role>').choices(['admin']).makeOptionMandatory())
    .option('--json', 'print one JSON document')
    .action(({ name, json }: Json & { name: string }) =>
      runWithServices(shell, json, async ({ context }, output) => {
        const created = expectDone(await createApiKey(context, OPERATOR, { name, role: 'ADMIN' }));
        output.answer({ id: created.id, key: created.key }, created.key);
        if (!json) output.remark('Shown this once: keep it where secrets are kept.');
      }),
    );
  apiKey
    .command('list', { isDefault: true })
    .option('--json', 'print one JSON document')
    .action(({ json }: Json) =>
      runWithServices(shell, json, async ({ context }, output) => {
        const keys = expectDone(await seeApiKeys(context, OPERATOR));
        output.answer(keys, () =>
          table(
            ['Id', 'Name', 'Role', 'Made', 'Last used'],
            keys.map(({ id, name, role, createdAt, lastUsedAt }) => [
              id,
              name,
              role.toLowerCase(),
              createdAt.toISOString(),
              lastUsedAt?.toISOString() ?? 'never',
            ]),
          ),
        );
      }),
    );
  apiKey
    .command('revoke <id>')
    .option('--json', 'print one JSON document')
    .action((id: string, { json }: Json) =>
      runWithServices(shell, json, async ({ context }, output) => {
        const revoked = expectDone(await revokeApiKey(context, OPERATOR, id));
        output.answer(revoked, 'This key opens nothing any more.');
      }),
    );
}
