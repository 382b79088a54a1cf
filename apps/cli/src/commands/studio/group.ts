import type { ShareLevel } from '@atelier/database/sharing/share-level';
import { OPERATOR } from '@atelier/usecases/actor';
import { addGroup, removeGroup, seeGroups, setMember } from '@atelier/usecases/sharing/groups';
import { type Command, Option } from 'commander';
import { table } from '../../output.ts';
import { personByEmail } from '../../person-by-email.ts';
import { expectDone, runWithServices } from '../../run.ts';
import type { Shell } from '../../shell.ts';

/** `group`: people who have calendars together. */
export function groupCommands(group: Command, shell: Shell): void {
  listCommand(group, shell);
  changeCommands(group, shell);
  memberCommand(group, shell);
}

function listCommand(group: Command, shell: Shell): void {
  group
    .command('list')
    .option('--json', 'print one JSON document')
    .action(({ json }: { json?: boolean }) =>
      runWithServices(shell, json, async ({ context }, output) => {
        const groups = await seeGroups(context, OPERATOR);
        output.answer(groups, () =>
          table(
            ['Id', 'Kind', 'Name', 'Members'],
            groups.map(({ id, kind, name, members }) => [
              id,
              kind,
              name,
              members.map((one) => `${one.name} (${one.level})`).join(', '),
            ]),
          ),
        );
      }),
    );
}

function changeCommands(group: Command, shell: Shell): void {
  group
    .command('add <name>')
    .addOption(new Option('--kind <kind>').choices(['group', 'mission']).default('group'))
    .option('--json', 'print one JSON document')
    .action((name: string, { kind, json }: { kind: 'group' | 'mission'; json?: boolean }) =>
      runWithServices(shell, json, async ({ context }, output) => {
        const made = expectDone(await addGroup(context, OPERATOR, { name, kind }));
        output.answer(made, `Made ${name}: ${made.id}.`);
      }),
    );
  group
    .command('remove <id>')
    .description('its calendars stay with their owners')
    .option('--json', 'print one JSON document')
    .action((id: string, { json }: { json?: boolean }) =>
      runWithServices(shell, json, async ({ context }, output) => {
        output.answer(expectDone(await removeGroup(context, OPERATOR, id)), 'Removed.');
      }),
    );
}

function memberCommand(group: Command, shell: Shell): void {
  group
    .command('member <group> <email>')
    .description('the most that somebody may do with what is shared with a group')
    .addOption(new Option('--as <level>').choices(['busy', 'read', 'write', 'none']).default('write'))
    .option('--json', 'print one JSON document')
    .action((groupId: string, email: string, options: { as: ShareLevel | 'none'; json?: boolean }) =>
      runWithServices(shell, options.json, async ({ context }, output) => {
        const { id: userId } = await personByEmail(context, email);
        const member = { groupId, userId, level: options.as === 'none' ? null : options.as };
        output.answer(expectDone(await setMember(context, OPERATOR, member)), 'Done.');
      }),
    );
}
