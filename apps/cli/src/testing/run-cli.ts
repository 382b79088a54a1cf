import { execFile } from 'node:child_process';
import { projectRoot } from '@atelier/runtime/config/config';
import { thisMachine } from '@atelier/testkit/this-machine';

interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command line as a process of its own, as an operator does. For tests. */
export function cli(env: Record<string, string>, args: readonly string[], stdin = ''): Promise<Ran> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      ['apps/cli/src/main.ts', ...args],
      {
        cwd: projectRoot,
        env: cliEnvironment(env),
      },
      (error, stdout, stderr) =>
        resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr }),
    );
    child.stdin?.end(stdin);
  });
}

export function cliEnvironment(env: Record<string, string>): NodeJS.ProcessEnv {
  return { ...thisMachine, PATH: process.env.PATH, ATELIER_SECRET: 's'.repeat(40), ...env };
}
