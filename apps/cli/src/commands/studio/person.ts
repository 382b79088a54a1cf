import { OPERATOR, type Role } from '@atelier/usecases/actor';
import type { Context } from '@atelier/usecases/context';
import { givePassword, resetPassword } from '@atelier/usecases/people/links/reset-password';
import { removePerson } from '@atelier/usecases/people/remove-person';
import { type SeenPerson, seePeople } from '@atelier/usecases/people/see-people';
import { setRole } from '@atelier/usecases/people/set-role';
import { takeFactorOff } from '@atelier/usecases/people/sign-in/second-factor';
import { disablePerson, enablePerson } from '@atelier/usecases/people/switch-person';
import { Argument, type Command, InvalidArgumentError } from 'commander';
import { table } from '../../output.ts';
import { readSecret } from '../../read-secret.ts';
import { expectDone, runWithServices } from '../../run.ts';
import type { Shell } from '../../shell.ts';
import { type NamedRole, ROLES, sayLink } from './user-words.ts';

interface Json {
  readonly json?: boolean;
}

const WHO = 'e-mail address or id';

/** What is done with somebody who is there already. */
export function personCommands(user: Command, shell: Shell): void {
  listCommand(user, shell);
  withPerson(user.command('set-role').description('what somebody may; they sign in anew'))
    .addArgument(new Argument('<role>').choices(ROLES))
    .action((who: string, role: NamedRole, { json }: Json) =>
      runWithServices(shell, json, async ({ context }, output) => {
        const { id, name } = await personOf(context, who);
        const set = expectDone(await setRole(context, OPERATOR, { id, role: role.toUpperCase() as Role }));
        output.answer(set, `${name} is ${role} now, and signs in anew.`);
      }),
    );
  passwordCommand(user, shell);
  factorCommand(user, shell);
  const switching = { disable: disablePerson, enable: enablePerson };
  const said = { disable: 'signs in no more; everything of theirs stays', enable: 'may sign in again' };
  for (const name of ['disable', 'enable'] as const)
    withPerson(user.command(name).description(`somebody ${said[name]}`)).action(
      (who: string, { json }: Json) =>
        runWithServices(shell, json, async ({ context }, output) => {
          const person = await personOf(context, who);
          output.answer(
            expectDone(await switching[name](context, OPERATOR, person.id)),
            `${person.name} ${said[name]}.`,
          );
        }),
    );
  removeCommand(user, shell);
}

function withPerson(command: Command): Command {
  return command.argument('<person>', WHO).option('--json', 'print one JSON document');
}

function listCommand(user: Command, shell: Shell): void {
  user
    .command('list')
    .description('who signs in here')
    .option('--json', 'print one JSON document')
    .action(({ json }: Json) =>
      runWithServices(shell, json, async ({ context }, output) => {
        const people = expectDone(await seePeople(context, OPERATOR));
        output.answer(people, () =>
          table(
            [
              'ID',
              'Name',
              'E-mail',
              'Role',
              'State',
              'Second factor',
              'Passkeys',
              'Calendars',
              'Accounts',
              'Artist',
            ],
            people.map((person) => [
              person.id,
              person.name,
              person.email,
              person.role.toLowerCase(),
              person.state,
              person.secondFactor ? 'yes' : 'no',
              person.passkeys,
              person.calendars,
              person.connections,
              person.artists.join(', '),
            ]),
          ),
        );
      }),
    );
}

function passwordCommand(user: Command, shell: Shell): void {
  withPerson(
    user
      .command('reset-password')
      .description('end their password and sessions; they choose another by a link, good for a day'),
  )
    .option('--password-stdin', 'give this password instead of a link')
    .action((who: string, { json, passwordStdin }: Json & { readonly passwordStdin?: boolean }) =>
      runWithServices(shell, json, async ({ context }, output) => {
        const { id, name } = await personOf(context, who);
        if (passwordStdin) {
          const password = await readSecret(shell, true, 'ATELIER_PASSWORD');
          const given = expectDone(await givePassword(context, OPERATOR, { id, password }));
          return output.answer(given, `${name} has a new password and was signed out everywhere.`);
        }
        const link = expectDone(await resetPassword(context, OPERATOR, id));
        return output.answer(link, `${name} was signed out everywhere. ${sayLink(link)}`);
      }),
    );
}

function factorCommand(user: Command, shell: Shell): void {
  withPerson(
    user
      .command('reset-second-factor')
      .description('for somebody who has lost their telephone: second factor and passkeys are taken off'),
  ).action((who: string, { json }: Json) =>
    runWithServices(shell, json, async ({ context }, output) => {
      const { id, name } = await personOf(context, who);
      const taken = expectDone(await takeFactorOff(context, OPERATOR, id));
      output.answer(
        taken,
        `${name} was signed out everywhere, signs in by the password alone, and hears of it by mail.`,
      );
    }),
  );
}

function removeCommand(user: Command, shell: Shell): void {
  withPerson(user.command('remove').description('somebody is gone; bookings stay'))
    .option('--to <person>', `who takes over their calendars, accounts and artist (${WHO})`)
    .action((who: string, { json, to }: Json & { readonly to?: string }) =>
      runWithServices(shell, json, async ({ context }, output) => {
        const { id, name } = await personOf(context, who);
        const heir = to === undefined ? null : await personOf(context, to);
        const removed = expectDone(await removePerson(context, OPERATOR, { id, to: heir?.id ?? null }));
        const { calendars, connections, artists } = removed.handedOver;
        const what = `${calendars} calendars, ${connections} accounts, ${artists.length} artists`;
        output.answer(removed, `Removed ${name}.${heir ? ` ${heir.name} has ${what} of theirs now.` : ''}`);
      }),
    );
}

async function personOf(context: Context, who: string): Promise<SeenPerson> {
  const people = expectDone(await seePeople(context, OPERATOR));
  const found = people.find(({ id, email }) => id === who || email === who.trim().toLowerCase());
  if (found) return found;
  throw new InvalidArgumentError(`Nobody here is “${who}”; \`atelier user list\` shows everybody.`);
}
