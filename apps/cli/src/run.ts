import { ConfigError, readConfig } from '@atelier/runtime/config/config';
import { openServices, type Services } from '@atelier/runtime/services';
import type { Outcome } from '@atelier/usecases/outcome';
import { InvalidArgumentError } from 'commander';
import { CommandFailure, createOutput, type Output, sayFailure } from './output.ts';

const WRONG_USAGE = 2;

/** Runs a command that needs no database. Sets the exit code: 0 done, 1 refused or failed, 2 wrong usage. */
export async function run(json: boolean | undefined, work: (output: Output) => Promise<void>): Promise<void> {
  const output = createOutput(json ?? false);
  try {
    await work(output);
  } catch (error) {
    process.exitCode = error instanceof InvalidArgumentError ? WRONG_USAGE : 1;
    sayFailure(output, asFailure(error));
  }
}

/** Runs a command with the services; the database is left as it was found. */
export function runWithServices(
  json: boolean | undefined,
  work: (services: Services, output: Output) => Promise<void>,
): Promise<void> {
  return run(json, async (output) => {
    const config = readConfig({ ATELIER_LOG_LEVEL: 'warn', ...process.env });
    await using services = await openServices(config, 'cli');
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
