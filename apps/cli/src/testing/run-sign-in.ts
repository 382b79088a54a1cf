import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { projectRoot } from '@atelier/runtime/config/config';
import { cliEnvironment } from './run-cli.ts';

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
  const child = spawn(process.execPath, ['apps/cli/src/main.ts', ...args, '--no-browser', '--json'], {
    cwd: projectRoot,
    env: cliEnvironment(env),
  });
  const ended = once(child, 'exit');
  const stdout = text(child.stdout);
  let said = '';
  for await (const piece of child.stderr) {
    said += String(piece);
    const line = /^\{"event":"authorize".*\}$/m.exec(said);
    if (!line) continue;
    said = '';
    await visit((JSON.parse(line[0]) as { url: string }).url);
  }
  const [code] = await ended;
  return { code: Number(code), answer: JSON.parse(await stdout) as Record<string, unknown> };
}
