import { OPERATOR } from '@atelier/usecases/actor';
import { type SeenHints, seeHints, setHints } from '@atelier/usecases/hints/see-hints';
import { tendChannels } from '@atelier/usecases/hints/tend-channels';
import type { Command } from 'commander';
import { table } from '../../output.ts';
import { expectDone, runWithServices } from '../../run.ts';
import type { Shell } from '../../shell.ts';
import { accountId } from './account-id.ts';

interface PushOptions {
  readonly connection?: string;
  readonly json?: boolean;
}

/** `push status|on|off`: whether providers tell of changes at once. */
export function pushCommands(push: Command, shell: Shell): void {
  push
    .command('status')
    .description('by what changes are told, until when, and when last')
    .option('--connection <id>', 'of one account')
    .option('--json', 'print one JSON document')
    .action(({ connection, json }: PushOptions) =>
      runWithServices(shell, json, async ({ context }, output) => {
        const id = connection === undefined ? undefined : accountId(connection);
        const seen = expectDone(await seeHints(context, OPERATOR, id));
        output.answer(seen, () => listed(seen));
      }),
    );
  for (const wish of ['on', 'off'] as const) {
    push
      .command(wish)
      .description(wish === 'on' ? 'have the provider tell of changes' : 'only ask by the clock')
      .requiredOption('--connection <id>', 'the account')
      .option('--json', 'print one JSON document')
      .action(({ connection = '', json }: PushOptions) =>
        runWithServices(shell, json, async ({ context }, output) => {
          const connectionId = accountId(connection);
          expectDone(await setHints(context, OPERATOR, { connectionId, wanted: wish === 'on' }));
          // At once, and not when a worker comes to it: whoever types this wants to see what comes of it.
          await tendChannels.work(context, connectionId);
          const seen = expectDone(await seeHints(context, OPERATOR, connectionId));
          output.answer(seen, () => listed(seen));
        }),
      );
  }
}

const STATES: Readonly<Record<SeenHints['state'], string>> = {
  told: 'told at once',
  partly: 'told of some calendars at once',
  doubtful: 'not relied upon: a change came without a word',
  asked: 'the provider has been asked',
  refused: 'the provider does not want to',
  clock: 'there is no way but to ask',
  off: 'switched off',
  'no-address': 'set ATELIER_URL, or ATELIER_PUBLIC_URL, to the public address first',
};

function listed(seen: readonly SeenHints[]): string {
  return table(
    ['Account', 'Changes', 'By', 'Until', 'Last heard', 'Why not'],
    seen.map(({ name, state, means, until, lastHeard, failure }) => [
      name,
      STATES[state],
      means ?? 'none',
      until?.toISOString() ?? '-',
      lastHeard?.toISOString() ?? '-',
      failure?.message ?? '',
    ]),
  );
}
