import { CommandFailure } from './output.ts';

/**
 * A secret from stdin (one line) or from the environment; never from an argument, which every user of
 * the machine could read in the process list.
 */
export async function readSecret(fromStdin: boolean | undefined, variable: string): Promise<string> {
  const given = fromStdin ? await firstLine() : (process.env[variable] ?? '');
  if (given !== '') return given;
  throw new CommandFailure({
    kind: 'invalid',
    message: 'A password is needed.',
    hint: `Pipe it in with --password-stdin, or set ${variable}.`,
  });
}

async function firstLine(): Promise<string> {
  let text = '';
  for await (const chunk of process.stdin.setEncoding('utf8')) text += chunk;
  return text.split(/\r?\n/)[0] ?? '';
}
