import { CommanderError } from 'commander';
import { program } from './program.ts';
import type { Shell } from './shell.ts';

/**
 * Runs what was typed behind `atelier` to its end, and closes what it has opened. It ends no process: who calls it has the
 * exit code, 0 done, 1 refused or failed, 2 wrong usage.
 */
export async function runCommand(
  args: readonly string[],
  place: Omit<Shell, 'exitCode'>,
): Promise<Shell['exitCode']> {
  const shell: Shell = { ...place, exitCode: 0 };
  try {
    const root = await program(args, shell);
    await root.parseAsync([...args], { from: 'user' });
    return shell.exitCode;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    // Help that was asked for ends with 0 in commander; every other complaint is about usage.
    return error.exitCode === 0 ? 0 : 2;
  }
}
