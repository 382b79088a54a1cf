import type { IdleMemory } from './memory.ts';

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
