import { OPERATOR } from '@atelier/usecases/actor';
import { auditCalendars } from '@atelier/usecases/syncing/audit-calendars';
import { syncNow } from '@atelier/usecases/syncing/sync-now';
import { type Command, Option } from 'commander';
import { CommandFailure, table } from '../../output.ts';
import { showProgress } from '../../progress.ts';
import { expectDone, runWithServices } from '../../run.ts';
import type { Shell } from '../../shell.ts';

interface SyncOptions {
  readonly calendar?: string;
  readonly connection?: string;
  readonly all?: boolean;
  readonly full?: boolean;
  readonly audit?: boolean;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

type Reports = Extract<Awaited<ReturnType<typeof syncNow>>, { readonly ok: true }>['value'];
type RunReport = Reports[number];

export function syncCommand(command: Command, shell: Shell): void {
  command
    .addOption(new Option('--calendar <id>').conflicts(['connection', 'all']))
    .addOption(new Option('--connection <id>').conflicts(['calendar', 'all']))
    .option('--all', 'every calendar that is kept in step (default)')
    .option('--full', 'compare every version with the provider instead of asking for changes')
    .option('--audit', 'then compare every version, and count what the server had never told')
    .option('--dry-run', 'with --audit: only compare and count, change nothing')
    .option('--json', 'print one JSON document')
    .action((options: SyncOptions) => sync(shell, options));
}

function sync(shell: Shell, options: SyncOptions): Promise<void> {
  return runWithServices(shell, options.json, async ({ context }, output) => {
    const { calendar: calendarId, connection: connectionId } = options;
    const which = { calendarId, connectionId };
    using _progress = showProgress(context, { shell, output });
    const reports = expectDone(
      options.audit
        ? await auditCalendars(context, OPERATOR, { ...which, dryRun: options.dryRun ?? false })
        : await syncNow(context, OPERATOR, { ...which, full: options.full ?? false }),
    );
    output.answer(reports, () => table(Object.keys(COLUMNS), reports.map(cells)));
    const failed = reports.find(({ error }) => error);
    if (!failed?.error) return;
    if (!options.json) throw new CommandFailure(failed.error);
    output.remark(`${failed.error.message} ${failed.error.hint}`);
    shell.exitCode = 1;
  });
}

const COLUMNS: Readonly<Record<string, (report: RunReport) => string | number>> = {
  Calendar: ({ calendarId }) => calendarId,
  Added: ({ pulled }) => pulled.added,
  Updated: ({ pulled }) => pulled.updated,
  Removed: ({ pulled }) => pulled.removed,
  Unchanged: ({ pulled }) => pulled.unchanged,
  Pushed: ({ pushed }) => pushed.created + pushed.updated + pushed.removed,
  Conflicts: ({ conflicts }) => conflicts,
  Repaired: ({ repaired }) => repaired,
  Held: ({ held }) => held,
  Quarantined: ({ quarantined }) => quarantined,
  Requests: ({ requests }) => requests,
  ms: ({ ms }) => ms,
  Error: ({ error }) => error?.message ?? '',
};

function cells(report: RunReport): readonly (string | number)[] {
  return Object.values(COLUMNS).map((cell) => cell(report));
}
