import { OPERATOR } from '@atelier/usecases/actor';
import { addArtist } from '@atelier/usecases/booking/settings/add-artist';
import { type StudioArtist, seeArtist, seeArtists } from '@atelier/usecases/booking/settings/see-artists';
import { setArtist } from '@atelier/usecases/booking/settings/set-artist';
import type { Context } from '@atelier/usecases/context';
import { seePeople } from '@atelier/usecases/people/see-people';
import type { Command } from 'commander';
import { orNone } from '../../arguments/or-none.ts';
import { parseDays, parseMinutes, parseWhole } from '../../arguments/parse-minutes.ts';
import { parseBoolean } from '../../arguments/parse-time.ts';
import { CommandFailure, table } from '../../output.ts';
import { expectDone, runWithServices } from '../../run.ts';
import type { Shell } from '../../shell.ts';

interface Json {
  readonly json?: boolean;
}

interface AddOptions extends Json {
  readonly name: string;
  readonly slug: string;
  readonly zone?: string;
  readonly calendar: string;
  readonly blocks?: readonly string[];
  readonly user?: string | null;
}

interface SetOptions extends Json {
  readonly name?: string;
  readonly bio?: string;
  readonly zone?: string;
  readonly calendar?: string | null;
  readonly blocks?: readonly string[];
  readonly user?: string | null;
  readonly notice?: number;
  readonly horizon?: number;
  readonly slotInterval?: number;
  readonly cutOff?: number;
  readonly dailyLimit?: number | null;
  readonly autoConfirm?: boolean;
  readonly active?: boolean;
  readonly position?: number;
}

const ids = (list: string): readonly string[] => (list === 'none' ? [] : list.split(','));

/** Who can be booked. */
export function artistCommands(artist: Command, shell: Shell): void {
  artist
    .command('list', { isDefault: true })
    .option('--json', 'print one JSON document')
    .action(({ json }: Json) =>
      runWithServices(shell, json, async ({ context }, output) => {
        const artists = await seeArtists(context, OPERATOR);
        output.answer(artists, () => table(HEAD, artists.map(row)));
      }),
    );
  artist
    .command('add')
    .requiredOption('--name <name>')
    .requiredOption('--slug <slug>', 'names the artist in addresses')
    .option('--zone <name>', 'IANA zone; the studio’s when left out')
    .requiredOption('--calendar <id>', 'receives the bookings, and blocks')
    .option('--blocks <ids>', 'calendars that block as well, comma-separated', ids)
    .option('--user <email>', 'who signs in as this artist')
    .option('--json', 'print one JSON document')
    .action(
      ({ json, name, slug, zone: timeZone, calendar: calendarId, blocks: blocking, user }: AddOptions) =>
        runWithServices(shell, json, async ({ context }, output) => {
          const userId = await personOf(context, user);
          const input = { name, slug, timeZone, calendarId, blocking, userId };
          const added = expectDone(await addArtist(context, OPERATOR, input));
          output.answer(added, `${added.name} can be booked once there are services and hours.`);
        }),
    );
  setCommand(artist, shell);
}

function setCommand(artist: Command, shell: Shell): void {
  artist
    .command('set <slug>')
    .option('--name <name>')
    .option('--bio <text>', 'shown to clients')
    .option('--zone <name>', 'IANA zone; bookings keep their instants')
    .option('--calendar <id>', 'receives the bookings, and blocks; none: nothing is offered', orNone(String))
    .option('--blocks <ids>', 'calendars that block as well, comma-separated; or none', ids)
    .option('--user <email>', 'who signs in as this artist; or none', orNone(String))
    .option('--notice <duration>', 'how far ahead a time must lie, 2h', parseMinutes)
    .option('--horizon <days>', 'how far ahead may be booked, 90d', parseDays)
    .option('--slot-interval <duration>', 'from one start to the next, 15m', parseMinutes)
    .option('--cut-off <duration>', 'until when a client may cancel or move, 24h', parseMinutes)
    .option('--daily-limit <count>', 'bookings a day; none for any number', orNone(parseWhole))
    .option('--auto-confirm <true|false>', 'confirm at once, or wait for an answer', parseBoolean)
    .option('--active <true|false>', 'offered or not', parseBoolean)
    .option('--position <number>', 'order in which artists are shown', parseWhole)
    .option('--json', 'print one JSON document')
    .action((slug: string, { json, ...options }: SetOptions) =>
      runWithServices(shell, json, async ({ context }, output) => {
        const { notice, horizon, cutOff, zone, calendar, blocks, user, ...rules } = options;
        const changes = {
          ...rules,
          noticeMinutes: notice,
          horizonDays: horizon,
          cutOffMinutes: cutOff,
          timeZone: zone,
          calendarId: calendar,
          blocking: blocks,
          userId: await personOf(context, user),
        };
        expectDone(await setArtist(context, OPERATOR, slug, changes));
        const changed = expectDone(await seeArtist(context, OPERATOR, slug));
        output.answer(changed, `${changed.name} is changed.`);
      }),
    );
}

/** Of an e-mail address; null takes the link away. */
async function personOf(
  context: Context,
  email: string | null | undefined,
): Promise<string | null | undefined> {
  if (email === undefined || email === null) return email;
  const people = expectDone(await seePeople(context, OPERATOR));
  const person = people.find((one) => one.email === email.trim().toLowerCase());
  if (person) return person.id;
  throw new CommandFailure({ kind: 'not-found', message: `Nobody here has the address ${email}.` });
}

const HEAD = ['Slug', 'Name', 'Zone', 'Active', 'Confirms', 'Services', 'Still missing'];

function row({ slug, name, zone, active, autoConfirm, services, ready }: StudioArtist) {
  const missing = Object.entries(ready).flatMap(([what, is]) => (is ? [] : [what]));
  return [
    slug,
    name,
    zone,
    active ? 'yes' : 'no',
    autoConfirm ? 'at once' : 'by hand',
    services.filter((service) => service.active).length,
    missing.join(', '),
  ];
}
