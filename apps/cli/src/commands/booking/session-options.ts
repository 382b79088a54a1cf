import { type Command, InvalidArgumentError } from 'commander';
import { parseWhole } from '../../arguments/parse-minutes.ts';

/** For whom, what, when and how often. */
export interface SessionOptions {
  readonly artist: string;
  readonly service: string;
  readonly start: string;
  readonly zone?: string;
  readonly name: string;
  readonly email: string;
  readonly phone?: string;
  readonly note?: string;
  readonly every?: Rhythm;
  readonly count?: number;
  readonly idempotencyKey?: string;
  readonly json?: boolean;
}

type Rhythm = { readonly weeks: number } | { readonly days: number };

/** @param artist what may stand for the artist. */
export function withSessionOptions(command: Command, artist: string): Command {
  return command
    .requiredOption('--artist <slug>', artist)
    .requiredOption('--service <id>')
    .requiredOption('--start <time>', 'of the first')
    .requiredOption('--name <name>')
    .requiredOption('--email <address>')
    .option('--zone <name>', 'IANA zone of a time without offset')
    .option('--phone <number>')
    .option('--note <text>')
    .option('--every <rhythm>', 'from one session to the next, 2w or 10d', parseRhythm)
    .option('--count <number>', 'how many sessions, at most 52', parseWhole)
    .option('--idempotency-key <key>', 'asking again with it gives the first answer')
    .option('--json', 'print one JSON document');
}

function parseRhythm(text: string): Rhythm {
  const [, digits, unit] = /^(\d{1,3})([wd])$/.exec(text) ?? [];
  const count = Number(digits);
  if (!count) throw new InvalidArgumentError('A rhythm looks like 2w or 10d.');
  return unit === 'w' ? { weeks: count } : { days: count };
}
