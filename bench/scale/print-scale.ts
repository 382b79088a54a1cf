import type { IdleMemory } from './memory.ts';
import type { Cost, Pace, Readers } from './readers.ts';

const AIM_MB = 350;
const START_AIM_MB = 60;

export function printMemory({ processes, readyMs, parts, totalMb }: IdleMemory): void {
  const name = processes === 1 ? 'server and worker in one process' : 'server and worker apart';
  console.log(`\nidle, an empty studio, ${name}; ready after ${(readyMs / 1_000).toFixed(1)} s`);
  for (const [part, mb] of Object.entries(parts))
    if (mb > 0) console.log(`  ${part.padEnd(12)} ${mb.toFixed(0).padStart(4)} MB`);
  console.log(
    `  ${'together'.padEnd(12)} ${totalMb.toFixed(0).padStart(4)} MB (aim ${AIM_MB}: ${met(totalMb <= AIM_MB)})`,
  );
  console.log(`  start alone within ${START_AIM_MB} MB: ${met(parts.start <= START_AIM_MB)}`);
}

const met = (isMet: boolean) => (isMet ? 'met' : 'missed');

const READ_AIM_MS = 50;
const CHANGE_AIM_MS = 1_000;

export function printReaders(readers: Readers): void {
  const { events, bytes, pages, perSecond, anew, kept, reads, change } = readers;
  const line = (name: string, text: string) => console.log(`  ${name.padEnd(26)} ${text}`);
  console.log(
    `\nreaders: ${events} events in ten calendars, ${(bytes / 1_000).toFixed(0)} kB on the wire, two servers`,
  );
  line('made anew, alone', cost(anew));
  line('kept, alone', cost(kept));
  line(
    `${perSecond} reads a second`,
    `${cost(reads)} (aim p95 ${READ_AIM_MS}: ${met(reads.p95 <= READ_AIM_MS)})`,
  );
  line('open', `${pages} agendas and as many booking pages`);
  line(
    'a change on all agendas',
    `${pace(change)} (aim ${CHANGE_AIM_MS}: ${met(change.longest <= CHANGE_AIM_MS)})`,
  );
}

const pace = ({ p50, p95, longest }: Pace) =>
  `p50 ${p50.toFixed(0)} ms, p95 ${p95.toFixed(0)} ms, longest ${longest.toFixed(0)} ms`;
const cost = (of: Cost) => `${pace(of)}, processor ${of.cpuMs.toFixed(1)} ms each`;
