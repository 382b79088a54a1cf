import { setTimeout as delay } from 'node:timers/promises';
import { databaseTrouble } from '@atelier/database/postgres/database-trouble';
import { type Config, readConfig } from '../config/config.ts';
import { createLogger, type Logger } from '../config/logger.ts';
import { inWords } from './in-words.ts';
import { untilToldToStop } from './until-told-to-stop.ts';

export interface OwnProcess {
  readonly config: Config;
  readonly logger: Logger;
  /** Resolves when the process is told to stop. */
  readonly told: Promise<void>;
  /** Tries again and again while the database is away, until the process is told to stop. */
  patiently<T>(work: () => Promise<T>): Promise<T>;
}

/**
 * A server or a worker from its settings to its end. What a person can mend ends it with one sentence; a database that is
 * away does not end it.
 */
export async function runProcess(name: string, work: (own: OwnProcess) => Promise<void>): Promise<void> {
  const stop = new AbortController();
  try {
    const config = readConfig(process.env);
    const logger = createLogger(config, name);
    const told = untilToldToStop().finally(() => {
      stop.abort();
      endAtLast(logger);
    });
    const patiently = <T>(opening: () => Promise<T>) =>
      whenDatabaseIsThere(opening, { logger, signal: stop.signal });
    await work({ config, logger, told, patiently });
  } catch (error) {
    if (stop.signal.aborted) return;
    process.exitCode = 1;
    process.stderr.write(`The ${name} of Atelier could not start. ${inWords(error)}\n`);
    process.disconnect?.();
  }
}

/** Longer than anything that is under way is given. */
const LONGEST_STOP_MS = 60_000;

/**
 * Whoever stops ends by itself, when nothing is left to do. What hangs in it all the same, as where a database was killed
 * in its middle, must not outlive whoever started it by days.
 */
function endAtLast(logger: Logger): void {
  const end = () => {
    logger.error('still busy a minute after it was told to stop: ended as it is');
    process.exit(1);
  };
  setTimeout(end, LONGEST_STOP_MS).unref();
}

const TRY_EVERY_MS = 1_000;
/** A wrong password is a wrong setting, and no time cures it. */
const PASSES = new Set<unknown>(['away', 'busy', 'full', 'read-only']);

interface Waiting {
  readonly signal: AbortSignal;
  readonly logger: {
    error(about: { readonly err: unknown }, what: string): void;
    info(what: string): void;
  };
}

/** @throws what `work` throws for any other reason, and when it is told to stop. */
export async function whenDatabaseIsThere<T>(
  work: () => Promise<T>,
  { logger, signal }: Waiting,
): Promise<T> {
  for (let waited = false; ; waited = true) {
    try {
      const done = await work();
      if (waited) logger.info('the database is there');
      return done;
    } catch (error) {
      if (!PASSES.has(databaseTrouble(error))) throw error;
      logger.error({ err: error }, 'waiting for the database');
    }
    await delay(TRY_EVERY_MS, undefined, { signal });
  }
}
