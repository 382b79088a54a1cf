import { text } from 'node:stream/consumers';
import { OPERATOR } from '@atelier/usecases/actor';
import { addArtist, addService, setArtist, setHours } from '@atelier/usecases/booking/set-up-artist';
import { type Command, InvalidArgumentError } from 'commander';
import { CommandFailure } from '../output.ts';
import { parseBoolean, parseDuration } from '../parse-time.ts';
import { expectDone, runWithServices } from '../run.ts';

interface Json {
  readonly json?: boolean;
}

interface AddOptions extends Json {
  readonly name: string;
  readonly slug: string;
  readonly zone: string;
  readonly calendar: string;
  readonly blocks?: readonly string[];
}

interface SetOptions extends Json {
  readonly notice?: number;
  readonly horizon?: number;
  readonly slotInterval?: number;
  readonly cutOff?: number;
  readonly dailyLimit?: number | null;
  readonly autoConfirm?: boolean;
  readonly active?: boolean;
}

interface ServiceOptions extends Json {
  readonly artist: string;
  readonly name: string;
  readonly minutes: number;
  readonly bufferBefore?: number;
  readonly bufferAfter?: number;
  readonly price?: string;
  readonly deposit?: string;
  readonly needsChair?: boolean;
}

/** Who can be booked, for what and when. */
export function artistCommands(root: Command): void {
  const artist = root.command('artist').description('who can be booked');
  artist
    .command('add')
    .requiredOption('--name <name>')
    .requiredOption('--slug <slug>', 'names the artist in addresses')
    .requiredOption('--zone <name>', 'IANA zone')
    .requiredOption('--calendar <id>', 'receives the bookings, and blocks')
    .option('--blocks <ids>', 'calendars that block as well, comma-separated', (list) => list.split(','))
    .option('--json', 'print one JSON document')
    .action(({ json, name, slug, zone: timeZone, calendar: calendarId, blocks: blocking }: AddOptions) =>
      runWithServices(json, async ({ context }, output) => {
        const input = { name, slug, timeZone, calendarId, blocking };
        const added = expectDone(await addArtist(context, OPERATOR, input));
        output.answer(added, `${added.name} can be booked once there are services and hours.`);
      }),
    );
  artist
    .command('set <slug>')
    .option('--notice <duration>', 'how far ahead a time must lie, 2h', parseMinutes)
    .option('--horizon <days>', 'how far ahead may be booked, 90d', parseDays)
    .option('--slot-interval <duration>', 'from one start to the next, 15m', parseMinutes)
    .option('--cut-off <duration>', 'until when a client may cancel or move, 24h', parseMinutes)
    .option('--daily-limit <count>', 'bookings a day; none for any number', parseLimit)
    .option('--auto-confirm <true|false>', 'confirm at once, or wait for an answer', parseBoolean)
    .option('--active <true|false>', 'offered or not', parseBoolean)
    .option('--json', 'print one JSON document')
    .action((slug: string, { json, notice, horizon, cutOff, ...rules }: SetOptions) =>
      runWithServices(json, async ({ context }, output) => {
        const times = { noticeMinutes: notice, horizonDays: horizon, cutOffMinutes: cutOff };
        const changed = expectDone(await setArtist(context, OPERATOR, slug, { ...rules, ...times }));
        output.answer(changed, `${changed.name} is changed.`);
      }),
    );
  serviceCommands(root);
  hoursCommands(root);
}

function serviceCommands(root: Command): void {
  root
    .command('service')
    .description('what artists offer')
    .command('add')
    .requiredOption('--artist <slug>')
    .requiredOption('--name <name>')
    .requiredOption('--minutes <count>', 'how long it takes', parseWhole)
    .option('--buffer-before <count>', 'minutes kept free before', parseWhole)
    .option('--buffer-after <count>', 'minutes kept free after', parseWhole)
    .option('--price <text>')
    .option('--deposit <text>')
    .option('--needs-chair <true|false>', 'a chair or room must be free as well', parseBoolean)
    .option('--json', 'print one JSON document')
    .action(({ json, ...input }: ServiceOptions) =>
      runWithServices(json, async ({ context }, output) => {
        const { id, name } = expectDone(await addService(context, OPERATOR, input));
        output.answer({ id }, `${name}: ${id}.`);
      }),
    );
}

function hoursCommands(root: Command): void {
  root
    .command('hours')
    .description('when artists work')
    .command('set')
    .requiredOption('--artist <slug>')
    .requiredOption('--json-stdin', 'read weekly ranges, overrides and closures from stdin')
    .option('--json', 'print one JSON document')
    .action(({ artist, json }: Json & { artist: string }) =>
      runWithServices(json, async ({ context }, output) => {
        const set = expectDone(await setHours(context, OPERATOR, artist, await jsonFromStdin()));
        output.answer(set, `The hours of ${artist} are set.`);
      }),
    );
}

async function jsonFromStdin(): Promise<unknown> {
  try {
    return JSON.parse(await text(process.stdin));
  } catch {
    throw new CommandFailure({
      kind: 'invalid',
      message: 'Stdin is not JSON.',
      hint: 'It looks like {"weekly":{"mo":[["09:00","12:30"]]}}.',
    });
  }
}

function parseMinutes(duration: string): number {
  const seconds = parseDuration(duration);
  if (seconds % 60 !== 0) throw new InvalidArgumentError('Whole minutes.');
  return seconds / 60;
}

function parseDays(duration: string): number {
  const seconds = parseDuration(duration);
  if (seconds % 86_400 !== 0) throw new InvalidArgumentError('Whole days, such as 90d.');
  return seconds / 86_400;
}

function parseLimit(count: string): number | null {
  return count === 'none' ? null : parseWhole(count);
}

function parseWhole(count: string): number {
  if (/^\d{1,6}$/.test(count)) return Number(count);
  throw new InvalidArgumentError('A whole number.');
}
