import { pino } from 'pino';
import type { Config } from './config.ts';

export type Logger = ReturnType<typeof createLogger>;

/** Structured, on stderr (stdout belongs to answers), with anything that may hold a secret left out. */
export function createLogger(config: Pick<Config, 'logLevel'>, name: string) {
  return pino(
    {
      name,
      level: config.logLevel,
      redact: {
        paths: [
          'password',
          'secret',
          'authorization',
          'cookie',
          '*.password',
          '*.secret',
          '*.authorization',
          '*.cookie',
        ],
        censor: '[hidden]',
      },
    },
    pino.destination({ dest: 2, sync: true }),
  );
}
