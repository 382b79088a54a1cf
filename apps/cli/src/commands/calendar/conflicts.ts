import { OPERATOR } from '@atelier/usecases/actor';
import { listConflicts } from '@atelier/usecases/conflicts/list-conflicts';
import { listWaiting } from '@atelier/usecases/conflicts/list-waiting';
import { resolveConflict } from '@atelier/usecases/conflicts/resolve-conflict';
import { discardWaiting, retryWaiting } from '@atelier/usecases/conflicts/settle-waiting';
import { listDeleted, restoreEvent } from '@atelier/usecases/events/restore-event';
import { failureWords } from '@atelier/words/failures/failure-words';
import type { Language } from '@atelier/words/language';
import { type Command, Option } from 'commander';
import { table } from '../../output.ts';
import { expectDone, runWithServices } from '../../run.ts';
import type { Shell } from '../../shell.ts';
import { terminalLanguage } from '../../terminal-language.ts';

interface Json {
  readonly json?: boolean;
}

/** What two sides disagreed on. */
export function conflictCommands(conflicts: Command, shell: Shell): void {
  conflicts
    .command('list', { isDefault: true })
    .description('those that wait for a decision')
    .option('--calendar <id>')
    .option('--settled', 'the settled ones as well')
    .option('--json', 'print one JSON document')
    .action(({ calendar, settled, json }: Json & { calendar?: string; settled?: boolean }) =>
      runWithServices(shell, json, async ({ context }, output) => {
        const query = { calendarId: calendar, settled: settled ?? false };
        const found = await listConflicts(context, OPERATOR, query);
        output.answer(found, () =>
          table(
            ['Id', 'Event', 'What', 'Fields', 'Outcome', 'Since'],
            found.map((one) => [
              one.id,
              one.summary,
              one.kind,
              one.groups.join(', '),
              one.outcome ?? 'open',
              one.createdAt.toISOString(),
            ]),
          ),
        );
      }),
    );
  conflicts
    .command('resolve <id>')
    .description('take one version, or keep both')
    .addOption(new Option('--take <version>').choices(['mine', 'theirs', 'both']).makeOptionMandatory())
    .option('--json', 'print one JSON document')
    .action((id: string, { take, json }: Json & { take: 'mine' | 'theirs' | 'both' }) =>
      runWithServices(shell, json, async ({ context }, output) => {
        output.answer(expectDone(await resolveConflict(context, OPERATOR, { id, take })), 'Settled.');
      }),
    );
}

/** What has not reached its provider. */
export function waitingCommands(waiting: Command, shell: Shell): void {
  waiting
    .command('list', { isDefault: true })
    .option('--calendar <id>')
    .option('--json', 'print one JSON document')
    .action(({ calendar, json }: Json & { calendar?: string }) =>
      runWithServices(shell, json, async ({ context }, output) => {
        const found = await listWaiting(context, OPERATOR, { calendarId: calendar });
        output.answer(found, () =>
          table(
            ['Id', 'Event', 'What', 'State', 'Why', 'Next try'],
            found.map((one) => [
              one.id,
              one.summary,
              one.operation,
              one.state,
              whyOf(one, terminalLanguage(shell.env)),
              one.nextTryAt.toISOString(),
            ]),
          ),
        );
      }),
    );
  for (const [name, does, settle] of [
    ['retry', 'try it again at once', retryWaiting],
    ['discard', 'give it up: the event becomes again what the provider has', discardWaiting],
  ] as const) {
    waiting
      .command(`${name} <id>`)
      .description(does)
      .option('--json', 'print one JSON document')
      .action((id: string, { json }: Json) =>
        runWithServices(shell, json, async ({ context }, output) => {
          output.answer(expectDone(await settle(context, OPERATOR, id)), 'Done.');
        }),
      );
  }
}

/** What was deleted, and can be brought back. */
export function deletedCommands(deleted: Command, shell: Shell): void {
  deleted
    .command('list', { isDefault: true })
    .option('--json', 'print one JSON document')
    .action(({ json }: Json) =>
      runWithServices(shell, json, async ({ context }, output) => {
        const found = await listDeleted(context, OPERATOR);
        output.answer(found, () =>
          table(
            ['Id', 'Event', 'Deleted', 'Where'],
            found.map((one) => [
              one.id,
              one.summary,
              one.deletedAt.toISOString(),
              one.local ? 'here' : 'at the provider',
            ]),
          ),
        );
      }),
    );
  deleted
    .command('restore <id>')
    .description('bring it back')
    .option('--json', 'print one JSON document')
    .action((id: string, { json }: Json) =>
      runWithServices(shell, json, async ({ context }, output) => {
        const event = expectDone(await restoreEvent(context, OPERATOR, { id }));
        output.answer(event, `Restored ${event.summary}.`);
      }),
    );
}

type Waiting = Awaited<ReturnType<typeof listWaiting>>[number];

function whyOf(
  { failureKind: kind, failureMessage: message, failureHint: hint }: Waiting,
  language: Language,
): string {
  return kind === null ? '' : failureWords(language, { kind, message: message ?? '', hint }).message;
}
