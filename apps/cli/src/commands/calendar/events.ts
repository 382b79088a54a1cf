import { OPERATOR } from '@atelier/usecases/actor';
import type { Context } from '@atelier/usecases/context';
import type { AgendaEvent } from '@atelier/usecases/events/agenda-event';
import { listEvents } from '@atelier/usecases/events/list-events';
import { listObjects, showSource } from '@atelier/usecases/events/list-objects';
import type { Command } from 'commander';
import { parseTime } from '../../arguments/parse-time.ts';
import { type Output, table } from '../../output.ts';
import { expectDone, runWithServices } from '../../run.ts';
import type { Shell } from '../../shell.ts';
import { importCommand } from './files.ts';
import { writeEventCommands } from './write-events.ts';

interface ListOptions {
  readonly calendar: string;
  readonly from?: string;
  readonly to?: string;
  readonly zone?: string;
  readonly objects?: boolean;
  readonly json?: boolean;
}

const DAY_MS = 86_400_000;
const DEFAULT_DAYS = 30;

export function eventCommands(events: Command, shell: Shell): void {
  listCommand(events, shell);
  writeEventCommands(events, shell);
  importCommand(events, shell);
  showCommand(events, shell);
}

function listCommand(events: Command, shell: Shell): void {
  events
    .command('list')
    .description('occurrences in a window (the next 30 days when none is given)')
    .requiredOption('--calendar <id>')
    .option('--from <time>', 'ISO 8601 with offset, or local with --zone')
    .option('--to <time>')
    .option('--zone <name>', 'IANA zone of times without offset')
    .option('--objects', 'the stored resources instead')
    .option('--json', 'print one JSON document')
    .action((options: ListOptions) =>
      runWithServices(shell, options.json, ({ context }, output) =>
        options.objects ? printObjects(context, options, output) : printOccurrences(context, options, output),
      ),
    );
}

async function printObjects(context: Context, { calendar }: ListOptions, output: Output): Promise<void> {
  const objects = expectDone(await listObjects(context, OPERATOR, calendar));
  output.answer(objects, () =>
    table(
      ['Id', 'Href', 'UID', 'ETag', 'Title'],
      objects.map((one) => [one.id, one.href, one.uid, one.etag, one.summary]),
    ),
  );
}

async function printOccurrences(context: Context, options: ListOptions, output: Output): Promise<void> {
  const { calendar, zone } = options;
  const from = options.from === undefined ? context.clock() : parseTime(options.from, zone);
  const later = new Date(from.getTime() + DEFAULT_DAYS * DAY_MS);
  const to = options.to === undefined ? later : parseTime(options.to, zone);
  const found = expectDone(await listEvents(context, OPERATOR, { from, to, calendarIds: [calendar] }));
  const listed = found.map(eventLine);
  output.answer(listed, () =>
    table(
      ['Start', 'End', 'Title', 'Place'],
      listed.map((one) => [one.start, one.end, one.summary, one.location]),
    ),
  );
}

function showCommand(events: Command, shell: Shell): void {
  events
    .command('show <id>')
    .description('one stored event')
    .option('--ics', 'its source text, as the provider has it')
    .option('--json', 'print one JSON document')
    .action((id: string, options: { ics?: boolean; json?: boolean }) =>
      runWithServices(shell, options.json, async ({ context }, output) => {
        const { source, ...facts } = expectDone(await showSource(context, OPERATOR, id));
        output.answer(options.ics ? { id: facts.id, ics: source } : facts, () =>
          options.ics ? source.trimEnd() : table(['', ''], Object.entries(facts).map(shown)),
        );
      }),
    );
}

function shown([key, value]: readonly [string, unknown]): readonly [string, string] {
  return [key, typeof value === 'string' ? value : JSON.stringify(value)];
}

function eventLine(event: AgendaEvent) {
  const {
    objectId,
    recurrenceId,
    allDay,
    startDate,
    endDate,
    startsAt,
    endsAt,
    busy,
    title,
    location,
    status,
    flags,
  } = event;
  return {
    id: objectId,
    recurrenceId,
    start: allDay ? startDate : startsAt.toISOString(),
    end: allDay ? endDate : endsAt.toISOString(),
    allDay,
    busy,
    summary: title,
    location,
    status,
    flags,
  };
}
