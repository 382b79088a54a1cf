import { text } from 'node:stream/consumers';
import { OPERATOR } from '@atelier/usecases/actor';
import { type StudioHours, seeArtist } from '@atelier/usecases/booking/settings/see-artists';
import { setHours } from '@atelier/usecases/booking/settings/set-hours';
import type { Command } from 'commander';
import { CommandFailure } from '../../output.ts';
import { expectDone, runWithServices } from '../../run.ts';
import type { Shell } from '../../shell.ts';

interface Options {
  readonly artist: string;
  readonly json?: boolean;
}

/** When artists work. */
export function hoursCommands(hours: Command, shell: Shell): void {
  hours
    .command('set')
    .requiredOption('--artist <slug>')
    .requiredOption('--json-stdin', 'read weekly ranges, overrides and closures from stdin')
    .option('--json', 'print one JSON document')
    .action(({ artist, json }: Options) =>
      runWithServices(shell, json, async ({ context }, output) => {
        const input = await jsonFromStdin(shell, '{"weekly":{"mo":[["09:00","12:30"]]}}');
        const set = expectDone(await setHours(context, OPERATOR, artist, input));
        output.answer(set, `The hours of ${artist} are set.`);
      }),
    );
  hours
    .command('show')
    .description('as `hours set` takes them')
    .requiredOption('--artist <slug>')
    .option('--json', 'print one JSON document')
    .action(({ artist, json }: Options) =>
      runWithServices(shell, json, async ({ context }, output) => {
        const { hours: found } = expectDone(await seeArtist(context, OPERATOR, artist));
        output.answer(found, () => lines(found).join('\n'));
      }),
    );
}

function lines({ weekly, overrides, closures }: StudioHours): readonly string[] {
  const told = (ranges: StudioHours['weekly']['mo']) =>
    ranges.map(([start, end]) => `${start}–${end}`).join(', ') || 'closed';
  return [
    ...Object.entries(weekly).map(([day, ranges]) => `${day}  ${told(ranges)}`),
    ...overrides.map(({ date, ranges }) => `${date}  ${told(ranges)}`),
    ...closures.map(({ from, to, reason }) => `${from} to ${to}  closed ${reason}`.trimEnd()),
  ];
}

/** @param example what it looks like, for whoever sent something else. */
async function jsonFromStdin(shell: Shell, example: string): Promise<unknown> {
  try {
    return JSON.parse(await text(shell.stdin));
  } catch {
    throw new CommandFailure({
      kind: 'invalid',
      message: 'Stdin is not JSON.',
      hint: `It looks like ${example}.`,
    });
  }
}
