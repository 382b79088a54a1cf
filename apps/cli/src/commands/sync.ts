import { OPERATOR } from '@atelier/usecases/actor';
import { syncNow } from '@atelier/usecases/sync-now';
import { type Command, Option } from 'commander';
import { CommandFailure, table } from '../output.ts';
import { showProgress } from '../progress.ts';
import { expectDone, runWithServices } from '../run.ts';

interface SyncOptions {
  readonly calendar?: string;
  readonly connection?: string;
  readonly all?: boolean;
  readonly full?: boolean;
  readonly audit?: boolean;
  readonly json?: boolean;
}

export function syncCommand(root: Command): void {
  root
    .command('sync')
    .description('bring calendars in step now, in this process')
    .addOption(new Option('--calendar <id>').conflicts(['connection', 'all']))
    .addOption(new Option('--connection <id>').conflicts(['calendar', 'all']))
    .option('--all', 'every calendar that is kept in step (default)')
    .option('--full', 'compare every version with the provider instead of asking for changes')
    .option('--audit', 'the same, said as a check: counts show what was repaired')
    .option('--json', 'print one JSON document')
    .action((options: SyncOptions) =>
      runWithServices(options.json, async ({ context }, output) => {
        const { calendar: calendarId, connection: connectionId } = options;
        const full = options.full === true || options.audit === true;
        using _progress = showProgress(context, output);
        const reports = expectDone(await syncNow(context, OPERATOR, { calendarId, connectionId, full }));
        output.answer(reports, () =>
          table(
            [
              'Calendar',
              'Added',
              'Updated',
              'Removed',
              'Unchanged',
              'Held',
              'Quarantined',
              'Requests',
              'ms',
              'Error',
            ],
            reports.map(({ calendarId: id, pulled, held, quarantined, requests, ms, error }) => [
              id,
              pulled.added,
              pulled.updated,
              pulled.removed,
              pulled.unchanged,
              held,
              quarantined,
              requests,
              ms,
              error?.message ?? '',
            ]),
          ),
        );
        const failed = reports.find(({ error }) => error);
        if (!failed?.error) return;
        if (!options.json) throw new CommandFailure(failed.error);
        output.remark(`${failed.error.message} ${failed.error.hint}`);
        process.exitCode = 1;
      }),
    );
}
