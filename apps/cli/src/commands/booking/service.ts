import { OPERATOR } from '@atelier/usecases/actor';
import { type SaveService, saveService } from '@atelier/usecases/booking/settings/save-service';
import { seeArtist, seeArtists } from '@atelier/usecases/booking/settings/see-artists';
import { type Command, InvalidArgumentError } from 'commander';
import { orNone } from '../../arguments/or-none.ts';
import { parseMinutes, parseWhole } from '../../arguments/parse-minutes.ts';
import { parseBoolean } from '../../arguments/parse-time.ts';
import { CommandFailure, table } from '../../output.ts';
import { expectDone, runWithServices } from '../../run.ts';
import type { Shell } from '../../shell.ts';

interface Json {
  readonly json?: boolean;
}

interface Options extends Json, Omit<SaveService, 'noticeMinutes' | 'questions' | 'artist'> {
  readonly notice?: number | null;
  readonly question?: readonly Question[];
}

interface Question {
  readonly label: string;
  readonly required: boolean;
}

/** What artists offer. */
export function serviceCommands(service: Command, shell: Shell): void {
  withFields(service.command('add').requiredOption('--artist <slug>').requiredOption('--name <name>'))
    .requiredOption('--minutes <count>', 'how long it takes', parseWhole)
    .action(({ json, ...options }: Options & { artist: string }) =>
      runWithServices(shell, json, async ({ context }, output) => {
        const { id, name } = expectDone(await saveService(context, OPERATOR, fieldsOf(options)));
        output.answer({ id }, `${name}: ${id}.`);
      }),
    );
  withFields(service.command('set <id>').option('--name <name>'))
    .option('--minutes <count>', 'how long it takes', parseWhole)
    .option('--active <true|false>', 'false retires it; bookings stay as they are', parseBoolean)
    .option('--position <number>', 'order in which services are shown', parseWhole)
    .action((id: string, { json, ...options }: Options) =>
      runWithServices(shell, json, async ({ context }, output) => {
        const artists = await seeArtists(context, OPERATOR);
        const artist = artists.find(({ services }) => services.some((one) => one.id === id));
        if (!artist) throw new CommandFailure({ kind: 'not-found', message: 'There is no such service.' });
        const input = { ...fieldsOf({ ...options, artist: artist.slug }), id };
        const saved = expectDone(await saveService(context, OPERATOR, input));
        output.answer(saved, `${saved.name} is changed.`);
      }),
    );
  listCommand(service, shell);
}

function listCommand(service: Command, shell: Shell): void {
  service
    .command('list', { isDefault: true })
    .option('--artist <slug>')
    .option('--json', 'print one JSON document')
    .action(({ artist, json }: Json & { artist?: string }) =>
      runWithServices(shell, json, async ({ context }, output) => {
        const artists =
          artist === undefined
            ? await seeArtists(context, OPERATOR)
            : [expectDone(await seeArtist(context, OPERATOR, artist))];
        const found = artists.flatMap(({ slug, services }) =>
          services.map((one) => ({ artist: slug, ...one })),
        );
        output.answer(found, () =>
          table(
            ['Id', 'Artist', 'Name', 'Minutes', 'Price', 'Deposit', 'Offered'],
            found.map((one) => [
              one.id,
              one.artist,
              one.name,
              one.minutes,
              one.price,
              one.deposit,
              one.active ? 'yes' : 'no',
            ]),
          ),
        );
      }),
    );
}

function withFields(command: Command): Command {
  return command
    .option('--description <text>')
    .option('--buffer-before <count>', 'minutes kept free before', parseWhole)
    .option('--buffer-after <count>', 'minutes kept free after', parseWhole)
    .option('--price <text>')
    .option('--deposit <text>')
    .option('--auto-confirm <true|false|none>', 'none: as the artist', orNone(parseBoolean))
    .option(
      '--notice <duration>',
      'how far ahead a time must lie, 2h; none: as the artist',
      orNone(parseMinutes),
    )
    .option('--needs-chair <true|false>', 'a chair or room must be free as well', parseBoolean)
    .option(
      '--question <text>',
      'asked with the booking; again for more; a final * makes it required',
      question,
    )
    .option('--json', 'print one JSON document');
}

/** All of them together replace what was asked before. */
function question(text: string, before: readonly Question[] = []): readonly Question[] {
  const label = text.replace(/\*$/, '').trim();
  if (label === '') throw new InvalidArgumentError('A question has words.');
  return [...before, { label, required: text.endsWith('*') }];
}

function fieldsOf({
  notice,
  question: questions,
  ...fields
}: Omit<Options, 'json'> & { artist: string }): SaveService {
  return { ...fields, noticeMinutes: notice, questions };
}
