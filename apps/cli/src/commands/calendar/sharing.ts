import type { ShareLevel } from '@atelier/database/sharing/share-level';
import { OPERATOR } from '@atelier/usecases/actor';
import type { Context } from '@atelier/usecases/context';
import { refusalFor } from '@atelier/usecases/outcome';
import { makeFeed, revokeFeed, seeFeeds } from '@atelier/usecases/sharing/feeds';
import { seeGroups } from '@atelier/usecases/sharing/groups';
import { type SharedWith, seeShares, shareCalendar } from '@atelier/usecases/sharing/share-calendar';
import { type Command, Option } from 'commander';
import { CommandFailure, table } from '../../output.ts';
import { personByEmail } from '../../person-by-email.ts';
import { expectDone, runWithServices } from '../../run.ts';
import type { Shell } from '../../shell.ts';

interface ShareOptions {
  readonly with: string;
  readonly as: ShareLevel | 'none';
  readonly json?: boolean;
}

interface FeedOptions {
  readonly for: string;
  readonly name: string;
  readonly busyOnly?: boolean;
  readonly json?: boolean;
}

/** `calendar share`, `calendar shares`, and `calendar feed`. */
export function sharingCommands(calendar: Command, shell: Shell): void {
  calendar
    .command('share <id>')
    .description('let somebody see or write a calendar, or no longer')
    .requiredOption('--with <whom>', 'an e-mail address, the name of a group, or everybody')
    .addOption(
      new Option('--as <level>', 'busy: when it is busy; none: no longer')
        .choices(['busy', 'read', 'write', 'none'])
        .makeOptionMandatory(),
    )
    .option('--json', 'print one JSON document')
    .action((id: string, { with: whom, as, json }: ShareOptions) =>
      runWithServices(shell, json, async ({ context }, output) => {
        const input = { calendarId: id, with: await whomOf(context, whom), level: as === 'none' ? null : as };
        const shares = expectDone(await shareCalendar(context, OPERATOR, input));
        output.answer(shares, `Shared with ${shares.length} in all.`);
      }),
    );
  calendar
    .command('shares <id>')
    .description('with whom a calendar is shared')
    .option('--json', 'print one JSON document')
    .action((id: string, { json }: { json?: boolean }) =>
      runWithServices(shell, json, async ({ context }, output) => {
        const shares = expectDone(await seeShares(context, OPERATOR, id));
        output.answer(shares, () =>
          table(
            ['With', 'As'],
            shares.map(({ name, level }) => [name ?? 'everybody', level]),
          ),
        );
      }),
    );
  feedCommands(calendar, shell);
}

function feedCommands(calendar: Command, shell: Shell): void {
  const feed = calendar.command('feed').description('private addresses by which programs follow a calendar');
  feed
    .command('add <calendar>')
    .description('an address that says what this person may see; shown this once')
    .requiredOption('--for <email>', 'who follows it')
    .option('--name <name>', 'what it is for', '')
    .option('--busy-only', 'tell when it is busy and no more')
    .option('--json', 'print one JSON document')
    .action((calendarId: string, { for: email, name, busyOnly = false, json }: FeedOptions) =>
      runWithServices(shell, json, async ({ context }, output) => {
        const person = await personByEmail(context, email);
        const actor = { userId: person.id, name: person.name, email: person.email, role: person.role };
        const made = expectDone(await makeFeed(context, actor, { calendarId, name, busyOnly }));
        output.answer(made, made.url);
      }),
    );
  feed
    .command('list <calendar>')
    .option('--json', 'print one JSON document')
    .action((calendarId: string, { json }: { json?: boolean }) =>
      runWithServices(shell, json, async ({ context }, output) => {
        const feeds = expectDone(await seeFeeds(context, OPERATOR, calendarId));
        output.answer(feeds, () =>
          table(
            ['Id', 'Name', 'For', 'Tells', 'Last fetched'],
            feeds.map(({ id, name, userName, busyOnly, fetchedAt }) => [
              id,
              name,
              userName,
              busyOnly ? 'busy times' : 'everything',
              fetchedAt?.toISOString() ?? 'never',
            ]),
          ),
        );
      }),
    );
  feed
    .command('revoke <id>')
    .option('--json', 'print one JSON document')
    .action((id: string, { json }: { json?: boolean }) =>
      runWithServices(shell, json, async ({ context }, output) => {
        const revoked = expectDone(await revokeFeed(context, OPERATOR, id));
        output.answer(revoked, 'The address opens nothing any more.');
      }),
    );
}

async function whomOf(context: Context, typed: string): Promise<SharedWith> {
  if (typed === 'everybody') return { kind: 'everybody' };
  if (typed.includes('@')) return { kind: 'person', id: (await personByEmail(context, typed)).id };
  const group = (await seeGroups(context, OPERATOR)).find(({ id, name }) => id === typed || name === typed);
  if (group) return { kind: 'group', id: group.id };
  throw new CommandFailure(refusalFor('not-found', 'no-group'));
}
