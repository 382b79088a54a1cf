import { databaseTrouble, TROUBLE_WORDS } from '@atelier/database/postgres/database-trouble';
import { type DestinationStream, type LogFn, pino } from 'pino';
import { calm } from './calm.ts';
import type { Config } from './config.ts';

export type Logger = ReturnType<typeof createLogger>;

/** The same failure is written once in so long, with how often it came back. */
const SAME_EVERY_MS = 30_000;

/** Structured, on stderr (stdout belongs to answers), with anything that may hold a secret left out. */
export function createLogger(
  config: Pick<Config, 'logLevel'>,
  name: string,
  destination: DestinationStream = pino.destination({ dest: 2, sync: true }),
) {
  const calmed = calmFailures();
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
      hooks: {
        logMethod(args, method) {
          const said = calmed(args);
          if (said) method.apply(this, said);
        },
      },
    },
    destination,
  );
}

/**
 * A database that is away fails everything, several times a second, and each of these failures would bring its stack:
 * it is said in one line now and then. Any other failure is written whole the first time.
 */
function calmFailures() {
  const same = calm(SAME_EVERY_MS, () => performance.now());
  return (args: Parameters<LogFn>): Parameters<LogFn> | null => {
    const [about, message] = args as unknown as [unknown, unknown];
    const error = typeof about === 'object' && about !== null && 'err' in about ? about.err : undefined;
    if (!(error instanceof Error)) return args;
    const trouble = databaseTrouble(error);
    const missed = same.say(trouble ?? `${message}: ${error.message}`);
    if (missed === null) return null;
    const count = missed === 0 ? {} : { missed };
    return trouble === null
      ? ([{ ...(about as object), ...count }, message] as unknown as Parameters<LogFn>)
      : ([
          { trouble, detail: error.message, ...count },
          TROUBLE_WORDS[trouble],
        ] as unknown as Parameters<LogFn>);
  };
}
