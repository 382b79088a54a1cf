import { ConfigError, readConfig } from '@atelier/runtime/config/config';
import { openServices, type Services } from '@atelier/runtime/services';
import type { Outcome } from '@atelier/usecases/outcome';
import { InvalidArgumentError } from 'commander';
import { CommandFailure, createOutput, type Output, sayFailure } from './output.ts';
import type { Shell } from './shell.ts';

/** Runs a command that needs no database. */
export async function run(
  shell: Shell,
  json: boolean | undefined,
  work: (output: Output) => Promise<void>,
): Promise<void> {
  const output = createOutput(shell, json ?? false);
  try {
    await work(output);
  } catch (error) {
    shell.exitCode = error instanceof InvalidArgumentError ? 2 : 1;
    sayFailure(shell, output, asFailure(error));
  }
}

/** Runs a command with the services; the database is left as it was found. */
export function runWithServices(
  shell: Shell,
  json: boolean | undefined,
  work: (services: Services, output: Output) => Promise<void>,
): Promise<void> {
  return run(shell, json, async (output) => {
    const config = readConfig({ ATELIER_LOG_LEVEL: 'warn', ...shell.env });
    await using services = await openServices(config, 'cli', { log: shell.stderr });
    await work(services, output);
  });
}

/** The value of an outcome; a refusal ends the command. */
export function expectDone<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw new CommandFailure(outcome.refusal);
}

function asFailure(error: unknown): CommandFailure {
  if (error instanceof CommandFailure) return error;
  if (error instanceof InvalidArgumentError)
    return new CommandFailure({ kind: 'usage', message: error.message });
  if (error instanceof ConfigError) return new CommandFailure({ kind: 'config', message: error.message });
  const message = error instanceof Error ? error.message : String(error);
  if (isConnectionError(error)) {
    return new CommandFailure({
      kind: 'database',
      message: 'The database does not answer.',
      hint: 'Check DATABASE_URL, or leave it out to use the embedded one.',
    });
  }
  return new CommandFailure({
    kind: 'internal',
    message,
    hint: 'Nothing else was changed. ATELIER_LOG_LEVEL=debug says more.',
  });
}

function isConnectionError(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException | null)?.code;
  return code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === '28P01' || code === '3D000';
}
