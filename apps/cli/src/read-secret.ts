import { text } from 'node:stream/consumers';
import { CommandFailure } from './output.ts';
import type { Shell } from './shell.ts';

/**
 * A secret from stdin (one line) or from the environment; never from an argument, which every user of
 * the machine could read in the process list.
 */
export async function readSecret(
  { env, stdin }: Pick<Shell, 'env' | 'stdin'>,
  fromStdin: boolean | undefined,
  variable: string,
): Promise<string> {
  const given = fromStdin ? firstLine(await text(stdin)) : (env[variable] ?? '');
  if (given !== '') return given;
  throw new CommandFailure({
    kind: 'invalid',
    message: 'A password is needed.',
    hint: `Pipe it in with --password-stdin, or set ${variable}.`,
  });
}

function firstLine(said: string): string {
  return said.split(/\r?\n/)[0] ?? '';
}
