import { randomBytes } from 'node:crypto';
import { OPERATOR, type Role } from '@atelier/usecases/actor';
import { addUser } from '@atelier/usecases/people/add-user';
import { invitePerson } from '@atelier/usecases/people/links/invite-person';
import { type Command, Option } from 'commander';
import { readSecret } from '../../read-secret.ts';
import { expectDone, runWithServices } from '../../run.ts';
import type { Shell } from '../../shell.ts';
import { personCommands } from './person.ts';
import { type NamedRole, ROLES, sayLink } from './user-words.ts';

interface NewOptions {
  readonly email: string;
  readonly name: string;
  readonly role: NamedRole;
  readonly json?: boolean;
}

export function userCommands(user: Command, shell: Shell): void {
  newPerson(user, 'invite', 'add a person who chooses a password by a link, good for seven days')
    .addOption(new Option('--language <language>', 'of the mail').choices(['en', 'fr']))
    .action((options: NewOptions & { readonly language?: 'en' | 'fr' }) =>
      runWithServices(shell, options.json, async ({ context }, output) => {
        const invited = expectDone(
          await invitePerson(context, OPERATOR, { ...options, role: roleOf(options.role) }),
        );
        output.answer(invited, `Added ${options.name} (${invited.id}). ${sayLink(invited)}`);
      }),
    );
  newPerson(user, 'add', 'add a person with a password')
    .option(
      '--password-stdin',
      'read the password from stdin; otherwise ATELIER_PASSWORD, or a random one is made',
    )
    .action((options: NewOptions & { readonly passwordStdin?: boolean }) =>
      runWithServices(shell, options.json, async ({ context }, output) => {
        const chosen = options.passwordStdin || shell.env.ATELIER_PASSWORD;
        const password = chosen
          ? await readSecret(shell, options.passwordStdin, 'ATELIER_PASSWORD')
          : randomBytes(12).toString('base64url');
        const added = expectDone(
          await addUser(context, OPERATOR, { ...options, role: roleOf(options.role), password }),
        );
        if (!chosen) output.remark(`Password, shown this once: ${password}`);
        output.answer(added, `Added ${options.name} (${added.id}).`);
      }),
    );
  personCommands(user, shell);
}

function newPerson(user: Command, name: string, description: string): Command {
  return user
    .command(name)
    .description(description)
    .requiredOption('--email <address>')
    .requiredOption('--name <name>')
    .addOption(new Option('--role <role>').choices(ROLES).makeOptionMandatory())
    .option('--json', 'print one JSON document');
}

function roleOf(role: NamedRole): Role {
  return role.toUpperCase() as Role;
}
