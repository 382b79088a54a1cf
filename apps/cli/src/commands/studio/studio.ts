import { OPERATOR } from '@atelier/usecases/actor';
import { type SeenStudio, seeStudio } from '@atelier/usecases/studio/see-studio';
import { setStudio } from '@atelier/usecases/studio/set-studio';
import type { TypedStudio } from '@atelier/usecases/studio/studio-fields';
import { type Command, Option } from 'commander';
import { parseBoolean } from '../../arguments/parse-time.ts';
import { type Output, table } from '../../output.ts';
import { expectDone, runWithServices } from '../../run.ts';
import type { Shell } from '../../shell.ts';

type SetOptions = TypedStudio & { readonly json?: boolean };

/** What the studio says of itself; calendars, artists, pages and mails start from it. */
export function studioCommands(studio: Command, shell: Shell): void {
  studio
    .command('show', { isDefault: true })
    .option('--json', 'print one JSON document')
    .action(({ json }: { json?: boolean }) =>
      runWithServices(shell, json, async ({ context }, output) =>
        say(output, expectDone(await seeStudio(context, OPERATOR))),
      ),
    );
  studio
    .command('set')
    .description('what is left out stays; an empty text is not told any more')
    .option('--name <text>')
    .option('--address <text>', 'where clients come to')
    .option('--phone <number>', 'what clients call')
    .option('--zone <name>', 'IANA zone, such as Europe/Zurich')
    .addOption(
      new Option('--language <tag>', 'of mails to people of the studio who chose none').choices(['en', 'fr']),
    )
    .option('--sender <address>', 'what mails come from')
    .option('--sender-read <true|false>', 'whether somebody reads what is sent there', parseBoolean)
    .addOption(
      new Option('--replies <whom>', 'who gets the answers of clients').choices(['artist', 'studio']),
    )
    .option('--url <address>', 'where people reach Atelier')
    .option('--json', 'print one JSON document')
    .action(({ json, ...typed }: SetOptions) =>
      runWithServices(shell, json, async ({ context }, output) =>
        say(output, expectDone(await setStudio(context, OPERATOR, typed))),
      ),
    );
}

const UNTOLD = '(not told)';

function say(output: Output, studio: SeenStudio): void {
  const { fixed } = studio;
  const by = (field: keyof typeof fixed) => (fixed[field] === undefined ? '' : `set by ${fixed[field]}`);
  const open = studio.standing === 'open' ? 'a guess until it is set' : '';
  output.answer(studio, () =>
    table(
      ['What', 'Is', ''],
      [
        ['Name', studio.name, by('name') || open],
        ['Address', studio.address?.replaceAll('\n', ', ') ?? UNTOLD, ''],
        ['Telephone', studio.phone ?? UNTOLD, ''],
        ['Zone', studio.zone, by('zone') || open],
        ['Language', studio.language, ''],
        ['Sender', studio.sender ?? UNTOLD, by('sender')],
        ['Sender read', studio.senderRead ? 'yes' : 'no', ''],
        ['Answers go to', studio.replies, ''],
        ['Public address', studio.url, by('url') || REACH[studio.reach]],
        ['Mail', MAIL[studio.mail], ''],
      ],
    ),
  );
}

const REACH = {
  machine: 'opens on this machine only',
  network: 'opens in this network only',
  anywhere: '',
} as const;

const MAIL = {
  ready: 'is sent',
  'no-server': 'waits: SMTP_URL is not set',
  'no-sender': 'waits: there is no sender',
} as const;
