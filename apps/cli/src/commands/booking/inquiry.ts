import { OPERATOR } from '@atelier/usecases/actor';
import { listStudioInquiries, type StudioInquiry } from '@atelier/usecases/inquiry/studio-inquiries';
import { type Command, Option } from 'commander';
import { table } from '../../output.ts';
import { runWithServices } from '../../run.ts';
import type { Shell } from '../../shell.ts';

const STATES = ['OPEN', 'OFFERED', 'DECLINED', 'WITHDRAWN', 'EXPIRED', 'CLOSED'] as const;

interface ListOptions {
  readonly state?: string;
  readonly json?: boolean;
}

/** Ideas of clients, as the studio sees them. */
export function inquiryCommands(inquiries: Command, shell: Shell): void {
  inquiries
    .command('list', { isDefault: true })
    .description('what waits for an answer first')
    .addOption(new Option('--state <state>', 'only those in this state').choices(STATES.map(lower)))
    .option('--json', 'print one JSON document')
    .action(({ state, json }: ListOptions) =>
      runWithServices(shell, json, async ({ context }, output) => {
        const found = await listStudioInquiries(context, OPERATOR, {
          states: STATES.filter((one) => lower(one) === state),
        });
        output.answer(found, () =>
          table(['Id', 'State', 'Waits until', 'Artist', 'Client', 'Idea'], found.map(row)),
        );
      }),
    );
}

function lower(state: string): string {
  return state.toLowerCase();
}

const SHOWN = 50;

function row({ id, state, expiresAt, artist, client, idea }: StudioInquiry): string[] {
  const short = idea.replaceAll('\n', ' ');
  return [
    id,
    state,
    expiresAt?.toISOString() ?? '',
    artist?.slug ?? 'any',
    client.name,
    short.length > SHOWN ? `${short.slice(0, SHOWN)}…` : short,
  ];
}
