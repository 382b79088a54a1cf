import type { MailFigures, Timed } from './mail.ts';

export function printMail(figures: MailFigures): void {
  const { messages, folders, bareMs, newestMs, first, quiet, change, moved, asked, arrivals, quietAccounts } =
    figures;
  console.log(`\nmail: ${messages} messages in ${folders} folders`);
  line('newest 200 readable', seconds(newestMs), newestMs <= 2_000);
  line(
    'all heads here',
    `${seconds(first.wallMs)}, ${first.commands} commands, ${first.cpuMs.toFixed(0)} ms of CPU`,
    first.wallMs <= 60_000,
  );
  console.log(
    `  ${'beside the bare wire'.padEnd(28)} ${seconds(bareMs)}: ${(first.wallMs / bareMs).toFixed(1)} times`,
  );
  line('memory of the first run', `${first.peakMb.toFixed(0)} MB`, first.peakMb <= 300);
  for (const [name, step] of [
    ['quiet round', quiet],
    ['one change', change],
    ['1,000 moved elsewhere', moved],
  ] as const)
    console.log(
      `  ${name.padEnd(28)} ${step.wallMs.toFixed(0)} ms, ${step.commands} commands, ${step.cpuMs.toFixed(0)} ms of CPU`,
    );
  for (const one of [...asked, arrivals]) timed(one);
  const { accounts, cpu, workerMb } = quietAccounts;
  const met = cpu === null || workerMb === null ? null : cpu < 0.1 && workerMb <= 400;
  line(
    `${accounts} quiet accounts`,
    `${((cpu ?? 0) * 100).toFixed(1)} % of a core, ${workerMb?.toFixed(0)} MB`,
    met,
  );
  for (const { error } of [first, quiet, change, moved]) if (error) console.log(`  failed: ${error}`);
}

function timed({ what, p50, p95, aimMs }: Timed): void {
  line(what, `p50 ${p50.toFixed(0)} ms, p95 ${p95.toFixed(0)} ms`, p95 <= aimMs);
}

function line(what: string, measured: string, met: boolean | null): void {
  console.log(`  ${what.padEnd(28)} ${measured}${met === false ? '  MISSED' : ''}`);
}

function seconds(ms: number): string {
  return `${(ms / 1_000).toFixed(1)} s`;
}
