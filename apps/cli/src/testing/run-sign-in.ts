import { runCommand } from '../run-command.ts';
import { openTestShell } from './run-cli.ts';

interface SignedIn {
  readonly code: number;
  readonly answer: Record<string, unknown>;
}

/** Runs a command that sends somebody to a page, and has `visit` do there what they would do. For tests. */
export async function runSignIn(
  env: Record<string, string>,
  args: readonly string[],
  visit: (url: string) => unknown,
): Promise<SignedIn> {
  const { place, said } = openTestShell(env, '');
  let visiting: unknown;
  place.stderr.on('data', (piece: Buffer) => {
    const line = /^\{"event":"authorize".*\}$/m.exec(piece.toString());
    if (line) visiting = visit((JSON.parse(line[0]) as { url: string }).url);
  });
  const code = await runCommand([...args, '--no-browser', '--json'], place);
  await visiting;
  return { code, answer: JSON.parse((await said()).stdout) as Record<string, unknown> };
}
