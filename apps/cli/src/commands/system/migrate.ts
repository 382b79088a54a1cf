import { readConfig } from '@atelier/runtime/config/config';
import { openDatabaseUrl } from '@atelier/runtime/config/database-url';
import type { Command } from 'commander';
import { run } from '../../run.ts';

export function migrateCommand(root: Command): void {
  root
    .command('migrate')
    .description('bring the database schema up to date')
    .option('--json', 'print one JSON document')
    .action((options: { json?: boolean }) =>
      run(options.json, async (output) => {
        await using database = await openDatabaseUrl(readConfig(process.env));
        const { applied } = database;
        output.answer(
          { applied },
          applied.length === 0 ? 'Nothing to do: up to date.' : `Applied: ${applied.join(', ')}`,
        );
      }),
    );
}
