import { randomBytes } from 'node:crypto';
import { OPERATOR, type Role } from '@atelier/usecases/actor';
import { addUser } from '@atelier/usecases/add-user';
import { type Command, Option } from 'commander';
import { readSecret } from '../read-secret.ts';
import { expectDone, runWithServices } from '../run.ts';

interface AddOptions {
  readonly email: string;
  readonly name: string;
  readonly role: Lowercase<Role>;
  readonly passwordStdin?: boolean;
  readonly json?: boolean;
}

export function userCommands(root: Command): void {
  root
    .command('user')
    .description('people of the studio')
    .command('add')
    .description('add a person who signs in by e-mail and password')
    .requiredOption('--email <address>')
    .requiredOption('--name <name>')
    .addOption(new Option('--role <role>').choices(['admin', 'staff', 'artist']).makeOptionMandatory())
    .option(
      '--password-stdin',
      'read the password from stdin; otherwise ATELIER_PASSWORD, or a random one is made',
    )
    .option('--json', 'print one JSON document')
    .action((options: AddOptions) =>
      runWithServices(options.json, async ({ context }, output) => {
        const chosen = options.passwordStdin || process.env.ATELIER_PASSWORD;
        const password = chosen
          ? await readSecret(options.passwordStdin, 'ATELIER_PASSWORD')
          : randomBytes(12).toString('base64url');
        const role = options.role.toUpperCase() as Role;
        const added = expectDone(await addUser(context, OPERATOR, { ...options, role, password }));
        if (!chosen) output.remark(`Password, shown this once: ${password}`);
        output.answer(added, `Added ${options.name} (${added.id}).`);
      }),
    );
}
