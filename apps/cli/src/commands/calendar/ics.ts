import { createReadStream } from 'node:fs';
import { expandIcsFile } from '@atelier/calendar/read/expand-file';
import { decodeFile } from '@atelier/calendar/text/decode-file';
import { reasonWords } from '@atelier/words/refusals/refusal-words';
import type { Command } from 'commander';
import { parseTime } from '../../arguments/parse-time.ts';
import { CommandFailure, table } from '../../output.ts';
import { run } from '../../run.ts';
import type { Shell } from '../../shell.ts';

interface ExpandOptions {
  readonly from: string;
  readonly to: string;
  readonly zone?: string;
  readonly json?: boolean;
}

/** A file somebody hands in is read up to here; larger ones are refused instead of filling the memory. */
const LARGEST_FILE = 100_000_000;

export function icsCommands(ics: Command, shell: Shell): void {
  ics
    .command('expand <file>')
    .description('occurrences in a window, as the engine would store them; - reads stdin')
    .requiredOption('--from <time>', 'ISO 8601 with offset, or local in --zone')
    .requiredOption('--to <time>')
    .option('--zone <name>', 'IANA zone for floating and all-day events', 'UTC')
    .option('--json', 'print one JSON document')
    .action((file: string, options: ExpandOptions) =>
      run(shell, options.json, async (output) => {
        const zone = options.zone ?? 'UTC';
        const from = parseTime(options.from, zone).getTime();
        const to = parseTime(options.to, zone).getTime();
        const rows = expandIcsFile(await readText(shell, file), { zone, from, to });
        // The answer is occurrences and nothing else; what has none is said beside it.
        const found = rows.filter(({ start }) => start !== null);
        for (const { uid, summary, error, flags } of rows.filter(({ start }) => start === null))
          output.remark(
            `${summary || uid || 'An object'}: ${error ? reasonWords('en', error) : ''} ${flags.join(' ')}`.trimEnd(),
          );
        output.answer(found, () =>
          table(
            ['Start', 'End', 'Title', 'Busy', 'Flags'],
            found.map(({ start, end, summary, busy, flags }) => [
              start,
              end,
              summary,
              busy ? 'busy' : 'free',
              flags.join(' '),
            ]),
          ),
        );
      }),
    );
}

async function readText(shell: Shell, file: string): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of file === '-' ? shell.stdin : createReadStream(file)) {
      chunks.push(chunk as Buffer);
      size += (chunk as Buffer).length;
      if (size > LARGEST_FILE)
        throw new CommandFailure({ kind: 'too-large', message: 'The file is larger than 100 MB.' });
    }
  } catch (error) {
    if (error instanceof CommandFailure) throw error;
    throw new CommandFailure({ kind: 'invalid', message: `The file ${file} cannot be read.` });
  }
  return decodeFile(Buffer.concat(chunks));
}
