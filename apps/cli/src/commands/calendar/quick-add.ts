import { readSentence } from '@atelier/quick-add/read-sentence';
import type { Doubt, QuickEvent, QuickLanguage } from '@atelier/quick-add/sentence';
import { OPERATOR } from '@atelier/usecases/actor';
import { calendarOverview } from '@atelier/usecases/calendars/calendar-overview';
import type { Context } from '@atelier/usecases/context';
import { addEvent } from '@atelier/usecases/events/add-event';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { eventTime } from '../../arguments/event-time.ts';
import { parseTime } from '../../arguments/parse-time.ts';
import { CommandFailure, type Output } from '../../output.ts';
import { expectDone, run, runWithServices } from '../../run.ts';
import type { Shell } from '../../shell.ts';

interface QuickOptions {
  readonly lang: QuickLanguage;
  readonly now?: string;
  readonly zone?: string;
  readonly calendar?: string;
  readonly json?: boolean;
}

/** `quick-add`: an event from a sentence, shown, and made where a calendar is named. */
export function quickAddCommand(quickAdd: Command, shell: Shell): void {
  quickAdd
    .argument('<text>')
    .addOption(new Option('--lang <language>', 'of the sentence').choices(['en', 'fr']).makeOptionMandatory())
    .option('--now <time>', 'when it is said (default: now)')
    .option('--zone <name>', "IANA zone of its times (default: the calendar's, else this machine's)")
    .option('--calendar <id>', 'make the event there')
    .option('--json', 'print one JSON document')
    .action((text: string, options: QuickOptions) =>
      options.calendar === undefined
        ? run(shell, options.json, async (output) => say(output, read(text, options, ownZone()), null))
        : runWithServices(shell, options.json, async ({ context }, output) => {
            const calendar = options.calendar ?? '';
            const zone = options.zone ?? (await zoneOf(context, calendar));
            const event = read(text, options, zone);
            say(output, event, { calendar, id: await make(context, calendar, event, zone) });
          }),
    );
}

const ownZone = (): string => Temporal.Now.timeZoneId();

function read(text: string, { lang, now, zone }: QuickOptions, otherwise: string): QuickEvent {
  const place = zone ?? otherwise;
  const at = now === undefined ? new Date() : parseTime(now, place);
  return readSentence(text, { language: lang, now: onClock(at, place) });
}

function onClock(at: Date, zone: string): Temporal.ZonedDateTime {
  try {
    return at.toTemporalInstant().toZonedDateTimeISO(zone);
  } catch {
    throw new InvalidArgumentError(`“${zone}” is no zone.`);
  }
}

async function zoneOf(context: Context, calendarId: string): Promise<string> {
  const [calendar] = await calendarOverview(context, OPERATOR, { ids: [calendarId] });
  if (!calendar) throw new CommandFailure({ kind: 'not-found', message: 'There is no such calendar.' });
  return calendar.timeZone;
}

async function make(context: Context, calendarId: string, event: QuickEvent, zone: string): Promise<string> {
  const reading = { allDay: event.allDay, zone };
  const fields = {
    summary: event.title,
    start: eventTime(event.start, reading),
    end: eventTime(event.end, reading),
    rrule: event.rrule,
    location: event.location,
    description: null,
    url: null,
    status: null,
    transparent: !event.busy,
    classification: 'public' as const,
    alarms: event.alarms,
  };
  return expectDone(await addEvent(context, OPERATOR, { calendarId, fields })).id;
}

function say(output: Output, event: QuickEvent, made: { calendar: string; id: string } | null): void {
  for (const doubt of event.doubts) output.remark(spoken(doubt));
  const { title, start, end, allDay, rrule, location, people } = event;
  const calendar = made?.calendar ?? null;
  const answer = { title, start, end, allDay, rrule, location, calendar, people };
  output.answer(made ? { ...answer, id: made.id } : answer, () =>
    [
      `${made ? 'Made' : 'Would make'} “${title}”, ${start.replace('T', ' ')} to ${end.replace('T', ' ')}.`,
      ...(rrule === null ? [] : [`Repeats by ${rrule}.`]),
      ...(location === null ? [] : [`At ${location}.`]),
      ...(people.length === 0 ? [] : [`With ${people.join(', ')}.`]),
      ...(made ? [`Its id is ${made.id}.`] : []),
    ].join('\n'),
  );
}

/** For operators, as everything the command line says. */
function spoken(doubt: Doubt): string {
  switch (doubt.code) {
    case 'other-weekday':
      return `${doubt.date} is another weekday than the sentence says.`;
    case 'day-or-month':
      return `Read as ${doubt.date}; ${doubt.other} may be meant.`;
    case 'which-week':
      return `Read as ${doubt.date}; ${doubt.other} may be meant.`;
    case 'left-over':
      return `“${doubt.text}” was left in the title.`;
    case 'once-or-again':
      return 'Read as repeating; once may be meant.';
    case 'at-night':
      return 'This is at night.';
    case 'past':
      return 'This is in the past.';
    case 'no-time':
      return 'A length was said, and no time to begin at.';
    case 'no-date':
      return 'No day and no time was said: it is for today.';
  }
}
