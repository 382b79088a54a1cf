import { OPERATOR } from '@atelier/usecases/actor';
import { addCalendar } from '@atelier/usecases/calendars/add-calendar';
import { approveRemovals } from '@atelier/usecases/calendars/approve-removals';
import { calendarOverview } from '@atelier/usecases/calendars/calendar-overview';
import { removeCalendar } from '@atelier/usecases/calendars/remove-calendar';
import { setCalendar } from '@atelier/usecases/calendars/set-calendar';
import { syncHistory } from '@atelier/usecases/syncing/sync-history';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { parseBoolean, parseDuration } from '../../arguments/parse-time.ts';
import { FLAG_WORDS } from '../../flag-words.ts';
import { table } from '../../output.ts';
import { expectDone, runWithServices } from '../../run.ts';
import type { Shell } from '../../shell.ts';
import { sharingCommands } from './sharing.ts';

interface AddOptions {
  readonly name: string;
  readonly owner: string;
  readonly zone?: string;
  readonly kind: 'personal' | 'group' | 'mission';
  readonly color?: string;
  readonly group?: string;
  readonly json?: boolean;
}

interface SetOptions {
  /** Seconds; null: Atelier chooses. */
  readonly interval?: number | null;
  readonly enabled?: boolean;
  readonly onConflict?: 'remote' | 'local' | 'ask';
  readonly color?: string;
  readonly name?: string;
  readonly json?: boolean;
}

/** `calendar`. */
export function calendarCommands(calendar: Command, shell: Shell): void {
  addCommand(calendar, shell);
  removeCommand(calendar, shell);
  setCommand(calendar, shell);
  repairsCommand(calendar, shell);
  approveCommand(calendar, shell);
  sharingCommands(calendar, shell);
}

/** `calendars`. */
export function calendarsCommand(calendars: Command, shell: Shell): void {
  calendars
    .option('--connection <id>', 'only those of one account')
    .option('--private', 'also the private one that everybody has')
    .option('--json', 'print one JSON document')
    .action((options: { connection?: string; private?: boolean; json?: boolean }) =>
      runWithServices(shell, options.json, async ({ context }, output) => {
        const all = await calendarOverview(context, OPERATOR, { connectionId: options.connection });
        const calendars = all.filter((one) => !one.private || options.private === true);
        output.answer(calendars, () =>
          table(
            [
              'Id',
              'Name',
              'State',
              'Events',
              'Last complete pull',
              'Pending',
              'Held',
              'Conflicts',
              'Quarantined',
              'Repaired',
            ],
            calendars.map((one) => [
              one.id,
              one.name,
              one.offeredAt !== null && !one.enabled ? 'offered' : one.state,
              one.objects,
              one.lastCompleteAt?.toISOString() ?? 'never',
              one.pending,
              one.held,
              one.conflicts,
              one.quarantined,
              one.flagged,
            ]),
          ),
        );
      }),
    );
}

function addCommand(calendar: Command, shell: Shell): void {
  calendar
    .command('add')
    .description('a calendar of Atelier’s own, without a provider')
    .requiredOption('--name <name>')
    .requiredOption('--owner <email>')
    .option('--zone <name>', 'IANA zone (default: the studio’s)')
    .addOption(new Option('--kind <kind>').choices(['personal', 'group', 'mission']).default('personal'))
    .option('--json', 'print one JSON document')
    .option('--group <id>', 'a group or mission whose members write into it as they may')
    .option('--color <#rrggbb>', 'colour here', parseColor)
    .action(({ json, group, ...input }: AddOptions) =>
      runWithServices(shell, json, async ({ context }, output) => {
        const { id, name } = expectDone(await addCalendar(context, OPERATOR, { ...input, groupId: group }));
        output.answer({ id }, `Made ${name}: ${id}.`);
      }),
    );
}

function removeCommand(calendar: Command, shell: Shell): void {
  calendar
    .command('remove <id>')
    .description('remove a calendar of Atelier’s own; an empty one goes at once')
    .option('--with-events', 'also its events, of which there is no other copy')
    .option('--json', 'print one JSON document')
    .action((id: string, { withEvents, json }: { withEvents?: boolean; json?: boolean }) =>
      runWithServices(shell, json, async ({ context }, output) => {
        const removed = expectDone(await removeCalendar(context, OPERATOR, { id, withEvents }));
        output.answer(removed, `Removed, and ${removed.events} events with it.`);
      }),
    );
}

function setCommand(calendar: Command, shell: Shell): void {
  calendar
    .command('set <id>')
    .description('change how a calendar looks and how it is kept in step')
    .option('--interval <duration>', 'how often to look, 1m to 24h; auto: by itself', parseInterval)
    .option('--enabled <true|false>', 'keep it in step or leave it alone', parseBoolean)
    .addOption(
      new Option('--on-conflict <who>', 'who wins where both sides changed the same').choices([
        'remote',
        'local',
        'ask',
      ]),
    )
    .option('--color <#rrggbb>', 'colour here', parseColor)
    .option('--name <name>', 'name here')
    .option('--json', 'print one JSON document')
    .action((id: string, { json, interval, ...changes }: SetOptions) =>
      runWithServices(shell, json, async ({ context }, output) => {
        const changed = expectDone(
          await setCalendar(context, OPERATOR, { id, ...changes, intervalSeconds: interval }),
        );
        output.answer(
          changed,
          `${changed.name}: ${changed.state}, every ${changed.intervalSeconds / 60} min.`,
        );
      }),
    );
}

function repairsCommand(calendar: Command, shell: Shell): void {
  calendar
    .command('repairs <id>')
    .description('events that were read with a repair, or not understood in some part')
    .option('--json', 'print one JSON document')
    .action((id: string, options: { json?: boolean }) =>
      runWithServices(shell, options.json, async ({ context }, output) => {
        const { repaired } = expectDone(await syncHistory(context, OPERATOR, id));
        output.answer(repaired, () =>
          table(
            ['Id', 'Title', 'What'],
            repaired.map((one) => [
              one.id,
              one.summary ?? '',
              one.flags.map((flag) => FLAG_WORDS[flag]).join('; '),
            ]),
          ),
        );
      }),
    );
}

function approveCommand(calendar: Command, shell: Shell): void {
  calendar
    .command('approve-removals <id>')
    .description('let a held calendar delete what the provider says is gone')
    .option('--json', 'print one JSON document')
    .action((id: string, options: { json?: boolean }) =>
      runWithServices(shell, options.json, async ({ context }, output) => {
        const approved = expectDone(await approveRemovals(context, OPERATOR, id));
        output.answer(approved, `${approved.approved} removals approved; the next run carries them out.`);
      }),
    );
}

function parseInterval(text: string): number | null {
  return text === 'auto' ? null : parseDuration(text);
}

function parseColor(text: string): string {
  if (/^#[0-9a-f]{6}$/i.test(text)) return text.toLowerCase();
  throw new InvalidArgumentError('A colour looks like #d6336c.');
}
