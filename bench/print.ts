import type { Parts } from './breakdown.ts';
import type { RawFetch } from './raw.ts';
import type { StepCost } from './step.ts';
import type { PeerTimes } from './vdirsyncer.ts';

export interface SyncResult {
  readonly server: string;
  readonly size: number;
  readonly raw: RawFetch;
  readonly rawQuiet: RawFetch;
  readonly first: StepCost;
  /** When all of this month's occurrences were readable, from the start of the first sync. */
  readonly monthMs: number;
  readonly quiet: StepCost;
  readonly change: StepCost;
  readonly parts: Parts;
  readonly vdirsyncer: PeerTimes | null;
}

const seconds = (ms: number) => `${(ms / 1_000).toFixed(2)} s`;
const times = (ratio: number) => `${ratio.toFixed(1)}x`;

export function printSync(result: SyncResult): void {
  const { server, size, raw, rawQuiet, first, monthMs, quiet, change, parts, vdirsyncer } = result;
  console.log(`\n${server}, ${size} objects, ${parts.occurrences} occurrences in the horizon`);
  console.log(
    `  bare wire            everything ${seconds(raw.ms)}, ${(raw.bytes / 1e6).toFixed(1)} MB; quiet ${seconds(rawQuiet.ms)}`,
  );
  console.log(
    `  first sync           ${seconds(first.wallMs)} = ${times(first.wallMs / raw.ms)} the bare wire; this month readable after ${seconds(monthMs)}`,
  );
  console.log(
    `    alone afterwards   parse and expand ${seconds(parts.readMs)}, write ${seconds(parts.writeMs)} (they overlap in a sync)`,
  );
  console.log(cost('first sync', first));
  console.log(cost('quiet sync', quiet));
  console.log(cost('one change', change));
  if (!vdirsyncer) {
    console.log('  vdirsyncer           not installed');
    return;
  }
  const { firstMs, quietMs, changeMs } = vdirsyncer;
  console.log(
    `  vdirsyncer           first ${seconds(firstMs)}, quiet ${seconds(quietMs)}, one change ${seconds(changeMs)}`,
  );
  console.log(
    `    Atelier is         ${times(firstMs / first.wallMs)} faster at first, ${times(quietMs / quiet.wallMs)} quiet, ${times(changeMs / change.wallMs)} at one change`,
  );
}

function cost(name: string, { wallMs, cpuMs, peakMb, stallMs, requests, bytesIn, error }: StepCost): string {
  const spent = `${seconds(wallMs)}, ${requests} requests, ${(bytesIn / 1e6).toFixed(2)} MB, CPU ${seconds(cpuMs)}`;
  return `    ${name.padEnd(18)} ${spent}, peak ${peakMb.toFixed(0)} MB, stall ${stallMs.toFixed(0)} ms${error ? `, ERROR ${error}` : ''}`;
}
