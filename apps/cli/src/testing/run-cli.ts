import { execFile } from 'node:child_process';
import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { projectRoot } from '@atelier/runtime/config/project-root';
import { thisMachine } from '@atelier/testkit/this-machine';
import { runCommand } from '../run-command.ts';
import type { Shell } from '../shell.ts';

interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command line as an operator does, in this process. For tests. */
export async function cli(env: Record<string, string>, args: readonly string[], stdin = ''): Promise<Ran> {
  const { place, said } = openTestShell(env, stdin);
  const code = await runCommand(args, place);
  return { code, ...(await said()) };
}

/** Where a test types, and what it reads there when the command has ended. */
export function openTestShell(env: Record<string, string>, stdin: string) {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const read = [text(stdout), text(stderr)] as const;
  const place: Omit<Shell, 'exitCode'> = {
    env: cliEnvironment(env),
    stdin: Readable.from([stdin]),
    stdout,
    stderr,
  };
  return {
    place,
    async said() {
      stdout.end();
      stderr.end();
      return { stdout: await read[0], stderr: await read[1] };
    },
  };
}

/** The same as a process of its own, where its exit code, its pipes and the file it starts from are what is proved. */
export function cliProcess(env: Record<string, string>, args: readonly string[], stdin = ''): Promise<Ran> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      ['apps/cli/src/main.ts', ...args],
      { cwd: projectRoot, env: cliEnvironment(env) },
      (error, stdout, stderr) =>
        resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr }),
    );
    child.stdin?.end(stdin);
  });
}

function cliEnvironment(env: Record<string, string>): NodeJS.ProcessEnv {
  return { ...thisMachine, PATH: process.env.PATH, ATELIER_SECRET: 's'.repeat(40), ...env };
}
