import type { EditScope, EventPatch } from '@atelier/calendar/edit/text/event-fields';
import { readObject } from '@atelier/calendar/read/read-object';
import { OPERATOR } from '@atelier/usecases/actor';
import { calendarOverview } from '@atelier/usecases/calendars/calendar-overview';
import type { Context } from '@atelier/usecases/context';
import { addEvent } from '@atelier/usecases/events/add-event';
import { deleteEvent } from '@atelier/usecases/events/delete-event';
import { editEvent } from '@atelier/usecases/events/edit-event';
import { findOccurrence } from '@atelier/usecases/events/find-occurrence';
import { showSource } from '@atelier/usecases/events/list-objects';
import { moveEvent } from '@atelier/usecases/events/move-event';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { eventEnd, eventTime } from '../../arguments/event-time.ts';
import { parseTime } from '../../arguments/parse-time.ts';
import { CommandFailure } from '../../output.ts';
import { expectDone, runWithServices } from '../../run.ts';
import type { Shell } from '../../shell.ts';

interface TextOptions {
  readonly title?: string;
  readonly start?: string;
  readonly end?: string;
  readonly allDay?: boolean;
  readonly zone?: string;
  readonly rrule?: string;
  readonly location?: string;
  readonly description?: string;
  readonly json?: boolean;
}

interface ScopeOptions {
  readonly occurrence?: string;
  readonly scope?: 'this' | 'following' | 'all';
  readonly zone?: string;
}

type AddOptions = TextOptions & {
  readonly calendar: string;
  readonly title: string;
  readonly start: string;
  readonly end: string;
};

/** `events add`, `edit`, `delete` and `move`. */
export function writeEventCommands(events: Command, shell: Shell): void {
  withTexts(events.command('add').description('make an event'))
    .requiredOption('--calendar <id>')
    .requiredOption('--title <text>')
    .requiredOption('--start <time>', 'ISO 8601; a date with --all-day')
    .requiredOption('--end <time>', 'all-day: the day after the last')
    .action((options: AddOptions) =>
      runWithServices(shell, options.json, async ({ context }, output) => {
        const { id, uid } = await add(context, options);
        output.answer({ id, uid }, `Made ${id}.`);
      }),
    );
  withScope(withTexts(events.command('edit <id>').description('change an event, or a part of a series')))
    .option('--title <text>')
    .option('--start <time>')
    .option('--end <time>')
    .action((id: string, options: TextOptions & ScopeOptions) =>
      runWithServices(shell, options.json, async ({ context }, output) => {
        const scope = await scopeOf(context, id, options);
        const patch = await patchOf(context, id, options);
        const event = expectDone(await editEvent(context, OPERATOR, { id, scope, patch }));
        output.answer(event, `Changed ${event.summary}.`);
      }),
    );
  withScope(events.command('delete <id>').description('delete an event, or a part of a series'))
    .option('--zone <name>', 'IANA zone of times without offset')
    .option('--json', 'print one JSON document')
    .action((id: string, options: ScopeOptions & { json?: boolean }) =>
      runWithServices(shell, options.json, async ({ context }, output) => {
        const scope = await scopeOf(context, id, options);
        if (options.scope === undefined && scope.scope === 'all') await expectReadable(context, id);
        const deleted = expectDone(await deleteEvent(context, OPERATOR, { id, scope }));
        output.answer(
          deleted,
          deleted.whole ? 'Deleted; it can be restored for 30 days.' : 'Deleted from the series.',
        );
      }),
    );
  events
    .command('move <id>')
    .description('move an event to another calendar')
    .requiredOption('--to <calendar>')
    .option('--json', 'print one JSON document')
    .action((id: string, options: { to: string; json?: boolean }) =>
      runWithServices(shell, options.json, async ({ context }, output) => {
        const event = expectDone(await moveEvent(context, OPERATOR, { id, toCalendarId: options.to }));
        output.answer(event, `Moved ${event.summary}.`);
      }),
    );
}

function withTexts(command: Command): Command {
  return command
    .option('--all-day', 'start and end are dates')
    .option('--zone <name>', 'IANA zone that the event is kept in (default: that of its calendar)')
    .option('--rrule <rule>', 'how it recurs, FREQ=WEEKLY;COUNT=4 for example')
    .option('--location <text>')
    .option('--description <text>')
    .option('--json', 'print one JSON document');
}

function withScope(command: Command): Command {
  return command
    .option('--occurrence <time>', 'which occurrence of a series, by its start')
    .addOption(new Option('--scope <part>', 'of a series').choices(['this', 'following', 'all']));
}

async function add(context: Context, options: AddOptions) {
  const { calendar, title, rrule, location, description } = options;
  const reading = {
    allDay: options.allDay ?? false,
    zone: options.zone ?? (await zoneOf(context, calendar)),
  };
  const start = eventTime(options.start, reading);
  const fields = {
    summary: title,
    start,
    end: eventEnd(options.end, start, reading),
    rrule: rrule ?? null,
    location: location ?? null,
    description: description ?? null,
    url: null,
    status: null,
    transparent: false,
    classification: 'public' as const,
  };
  return expectDone(await addEvent(context, OPERATOR, { calendarId: calendar, fields }));
}

async function zoneOf(context: Context, calendarId: string): Promise<string> {
  const [calendar] = await calendarOverview(context, OPERATOR, { ids: [calendarId] });
  if (!calendar) throw new CommandFailure({ kind: 'not-found', message: 'There is no such calendar.' });
  return calendar.timeZone;
}

async function patchOf(context: Context, id: string, options: TextOptions): Promise<EventPatch> {
  const { title, rrule, location, description } = options;
  const texts = {
    ...(title === undefined ? {} : { summary: title }),
    ...(rrule === undefined ? {} : { rrule: rrule || null }),
    ...(location === undefined ? {} : { location: location || null }),
    ...(description === undefined ? {} : { description: description || null }),
  };
  if (options.start === undefined && options.end === undefined) return texts;
  const object = expectDone(await showSource(context, OPERATOR, id));
  const isAllDay = isAllDayText(object.source);
  const zone = options.zone ?? object.components[0]?.timeZone ?? (await zoneOf(context, object.calendarId));
  const reading = { allDay: options.allDay ?? isAllDay, zone };
  const start = options.start === undefined ? null : eventTime(options.start, reading);
  const end = options.end === undefined ? null : eventEnd(options.end, start ?? { date: '' }, reading);
  return { ...texts, ...(start ? { start } : {}), ...(end ? { end } : {}) };
}

/** Whether the first event of a text has dates, however its line is folded and whatever parameters it has. */
function isAllDayText(source: string): boolean {
  const read = readObject(source, { zone: 'UTC', from: 0, to: 1 });
  if (!read.ok || read.object.firstStart === null) return false;
  const at = read.object.firstStart;
  const whole = readObject(source, { zone: 'UTC', from: at, to: at + 1 });
  return whole.ok && whole.object.occurrences.some(({ allDay }) => allDay);
}

/** What looks like a single event may be a series whose rule nobody can read: it goes only when somebody says so. */
async function expectReadable(context: Context, id: string): Promise<void> {
  const { flags } = expectDone(await showSource(context, OPERATOR, id));
  if (!flags.includes('invalid-rule')) return;
  throw new CommandFailure({
    kind: 'conflict',
    message:
      'This event repeats by a rule that cannot be read, so nobody knows how much would go with it. Nothing was deleted.',
    hint: 'Say --scope all to delete all of it, or change it in the program that made it.',
  });
}

async function scopeOf(context: Context, id: string, options: ScopeOptions): Promise<EditScope> {
  const { occurrence, scope } = options;
  if (scope === 'all' || (scope === undefined && occurrence === undefined)) return { scope: 'all' };
  if (occurrence === undefined) throw new InvalidArgumentError(`--scope ${scope} needs --occurrence.`);
  const at = /^\d{4}-\d\d-\d\d$/.test(occurrence) ? occurrence : parseTime(occurrence, options.zone);
  const { recurrenceId } = expectDone(await findOccurrence(context, OPERATOR, { id, at }));
  return recurrenceId === null ? { scope: 'all' } : { scope: scope ?? 'this', recurrenceId };
}
