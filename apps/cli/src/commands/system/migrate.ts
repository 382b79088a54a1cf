import { readConfig } from '@atelier/runtime/config/config';
import { openDatabaseUrl } from '@atelier/runtime/config/database-url';
import type { Command } from 'commander';
import { run } from '../../run.ts';
import type { Shell } from '../../shell.ts';

export function migrateCommand(migrate: Command, shell: Shell): void {
  migrate.option('--json', 'print one JSON document').action((options: { json?: boolean }) =>
    run(shell, options.json, async (output) => {
      await using database = await openDatabaseUrl(readConfig(shell.env));
      const { applied } = database;
      output.answer(
        { applied },
        applied.length === 0 ? 'Nothing to do: up to date.' : `Applied: ${applied.join(', ')}`,
      );
    }),
  );
}
