import { readFile } from 'node:fs/promises';
import { decodeFile } from '@atelier/calendar/text/decode-file';
import { OPERATOR } from '@atelier/usecases/actor';
import { exportCalendar } from '@atelier/usecases/events/export-calendar';
import { importEvents } from '@atelier/usecases/events/import-events';
import { refusalWords } from '@atelier/words/refusals/refusal-words';
import type { Command } from 'commander';
import { expectDone, runWithServices } from '../../run.ts';
import type { Shell } from '../../shell.ts';
import { terminalLanguage } from '../../terminal-language.ts';

interface ImportOptions {
  readonly calendar: string;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

/** `export`. */
export function exportCommand(whole: Command, shell: Shell): void {
  whole
    .requiredOption('--calendar <id>')
    .option('--json', 'print one JSON document')
    .action(({ calendar, json }: { calendar: string; json?: boolean }) =>
      runWithServices(shell, json, async ({ context }, output) => {
        const exported = expectDone(await exportCalendar(context, OPERATOR, calendar));
        output.answer(exported, exported.ics.trimEnd());
      }),
    );
}

/** `events import`. */
export function importCommand(events: Command, shell: Shell): void {
  events
    .command('import <file>')
    .description('take the events of an .ics file into a calendar')
    .requiredOption('--calendar <id>')
    .option('--dry-run', 'only say what would become of it')
    .option('--json', 'print one JSON document')
    .action((file: string, { calendar, dryRun, json }: ImportOptions) =>
      runWithServices(shell, json, async ({ context }, output) => {
        const text = decodeFile(await readFile(file));
        const report = expectDone(
          await importEvents(context, OPERATOR, { calendarId: calendar, text, dryRun }),
        );
        const { added, updated, unchanged, refused } = report;
        output.answer(
          report,
          `${added} added, ${updated} updated, ${unchanged} unchanged, ${refused.length} refused.`,
        );
        for (const { uid, title, code, given = null } of refused) {
          const { message, hint = '' } = refusalWords(terminalLanguage(shell.env), { code, given });
          output.remark(`${title || uid || 'An event'}: ${message} ${hint}`.trimEnd());
        }
      }),
    );
}
