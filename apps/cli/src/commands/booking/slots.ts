import {
  explainOffer,
  type OfferedSlot,
  offerSlots,
} from '@atelier/usecases/booking/availability/offer-slots';
import type { Command } from 'commander';
import { table } from '../../output.ts';
import { expectDone, runWithServices } from '../../run.ts';
import type { Shell } from '../../shell.ts';

interface SlotOptions {
  readonly artist: string;
  readonly service: string;
  readonly from: string;
  readonly to: string;
  readonly zone?: string;
  readonly explain?: boolean;
  readonly json?: boolean;
}

export function slotsCommand(slots: Command, shell: Shell): void {
  slots
    .requiredOption('--artist <slug>', 'or any')
    .requiredOption('--service <id>')
    .requiredOption('--from <date>')
    .requiredOption('--to <date>', 'included')
    .option('--zone <name>', 'IANA zone of the dates (default: the artist’s)')
    .option('--explain', 'every start, with the reason why it is not offered')
    .option('--json', 'print one JSON document')
    .action(({ service: serviceId, explain, json, ...asked }: SlotOptions) =>
      runWithServices(shell, json, async ({ context }, output) => {
        const request = { ...asked, serviceId };
        const rows: readonly (OfferedSlot & { readonly reason?: string | null })[] = explain
          ? expectDone(await explainOffer(context, request)).map(({ start, end, ...slot }) => ({
              start: new Date(start),
              end: new Date(end),
              ...slot,
            }))
          : expectDone(await offerSlots(context, request)).days.flatMap((day) => day.slots);
        output.answer(rows, () =>
          table(
            ['Start', 'End', 'Artist', explain ? 'Not offered because' : ''],
            rows.map((row) => [row.start.toISOString(), row.end.toISOString(), row.artist, row.reason ?? '']),
          ),
        );
      }),
    );
}
