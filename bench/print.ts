import { aimsOf } from './aims.ts';
import type { ExpansionRate } from './expansion.ts';
import type { GraphResult } from './graph.ts';
import type { HooksResult } from './hooks.ts';
import type { Delay } from './latency.ts';
import type { QuietResult } from './quiet.ts';
import type { StepCost } from './step.ts';
import type { ProcessCost, SyncResult } from './sync-result.ts';
import type { PeerStep } from './vdirsyncer.ts';

/** The aims are stated for calendars of this size and more. */
const AIMS_FROM = 10_000;

const seconds = (ms: number) => `${(ms / 1_000).toFixed(2)} s`;
const times = (ratio: number) => `${ratio.toFixed(1)}x`;
const perSecond = (rate: number) => Math.round(rate).toLocaleString('en');
const line = (name: string, text: string) => console.log(`  ${name.padEnd(20)} ${text}`);

export function printSync(result: SyncResult): void {
  const { server, size, raw, rawQuiet, first, monthMs, quiet, change, parts } = result;
  console.log(`\n${server}, ${size} objects, ${parts.occurrences} occurrences in the horizon`);
  line('bare wire', `everything ${seconds(raw.ms)}, ${megabytes(raw.bytes)}; quiet ${seconds(rawQuiet.ms)}`);
  printStep('first sync', first);
  line('', `${times(first.wallMs / raw.ms)} the bare wire; this month readable after ${seconds(monthMs)}`);
  printStep('quiet sync', quiet);
  line('', `${times(quiet.wallMs / rawQuiet.ms)} the quiet bare wire`);
  printStep('one change', change);
  printStep(`${result.many} changes`, result.changes);
  printStep('one edit pushed', result.push);
  printStep(`${result.many} edits pushed`, result.pushes);
  printParts(result);
  printPeer(result);
  if (size >= AIMS_FROM) printAims(result);
}

function printStep(name: string, cost: ProcessCost<StepCost>): void {
  const { wallMs, processMs, cpuMs, peakMb, stallMs, requests, bytesIn, error } = cost;
  const spent = `${seconds(wallMs)} (process ${seconds(processMs)}), CPU ${seconds(cpuMs)}`;
  const asked = `${requests} requests, ${megabytes(bytesIn)}`;
  line(name, `${spent}, ${asked}, peak ${peakMb.toFixed(0)} MB, stall ${stallMs.toFixed(0)} ms`);
  if (error) line('', `FAILED: ${error}`);
}

/** What a sync does besides is what remains; less than nothing remains where the parts overlap enough. */
function printParts({ first, wire, parts }: SyncResult): void {
  const { readMs, writeMs, objects } = parts;
  const rest = first.wallMs - wire.ms - readMs - writeMs;
  line(
    'parts, each alone',
    `wire ${seconds(wire.ms)} (CPU ${seconds(wire.cpuMs)}), parse and expand ${seconds(readMs)} ` +
      `(${perSecond(objects / (readMs / 1_000))} objects a second), write ${seconds(writeMs)}; ` +
      (rest >= 0 ? `other ${seconds(rest)}` : `overlap ${seconds(-rest)}`),
  );
}

function printPeer({ first, quiet, change, many, changes, pushes, vdirsyncer }: SyncResult): void {
  if (!vdirsyncer) {
    line('vdirsyncer', 'is not installed: left out.');
    return;
  }
  comparePeer('vdirsyncer, first', vdirsyncer.first, first);
  comparePeer('  quiet', vdirsyncer.quiet, quiet);
  comparePeer('  one change', vdirsyncer.change, change);
  comparePeer(`  ${many} changes`, vdirsyncer.changes, changes);
  comparePeer(`  ${many} edits pushed`, vdirsyncer.pushes, pushes);
}

/** Process beside process, start included on both sides; then as in a worker, which is already running. */
function comparePeer(name: string, peer: PeerStep | null, ours: ProcessCost<StepCost>): void {
  if (!peer) return line(name, 'not run, for the first sync did not finish');
  if (peer.outcome === 'failed') return line(name, `FAILED after ${seconds(peer.ms)}`);
  const least = peer.outcome === 'capped' ? 'stopped, at least ' : '';
  line(
    name,
    `${least}${seconds(peer.ms)}: Atelier is ${least && 'at least '}${times(peer.ms / ours.processMs)} as fast ` +
      `as a process, ${times(peer.ms / ours.wallMs)} in a running worker`,
  );
}

function printAims(result: SyncResult): void {
  for (const { aim, measured, met } of aimsOf(result)) {
    line(met === null ? 'aim, unknown' : met ? 'aim, met' : 'aim, MISSED', `${aim}: ${measured}`);
  }
}

export function printExpansion(rates: readonly ExpansionRate[]): void {
  console.log('\nexpansion, occurrences a second, text included, ten years in Europe/Zurich');
  for (const { rule, atelier, rruleTemporal } of rates) {
    const beside = `rrule-temporal ${perSecond(rruleTemporal)}: ${times(atelier / rruleTemporal)}`;
    console.log(`  ${rule.padEnd(26)} ${perSecond(atelier)}; ${beside}`);
  }
}

export function printQuiet(result: QuietResult): void {
  const { calendars, accounts, told, requests, looks, workerMb, lagMs } = result;
  const share = (cpu: number | null) =>
    cpu === null ? 'not measured' : `${(cpu * 100).toFixed(1)} % of a core`;
  console.log(
    `\n${calendars} quiet calendars of ${accounts} accounts, ${told ? 'told of' : 'every 5 minutes'}, one worker`,
  );
  line('first looks', `all complete once after ${result.firstSeconds.toFixed(1)} s`);
  line(
    'in one interval',
    `${requests} requests, ${looks} calendars looked at, in ${result.seconds.toFixed(0)} s`,
  );
  line('CPU', `worker ${share(result.workerCpu)}, PostgreSQL ${share(result.postgresCpu)}`);
  line('worker', workerMb === null ? 'memory not measured' : `${workerMb.toFixed(0)} MB`);
  line('done after its time', spread(lagMs));
}

export function printGraph({ events, raw, ...runs }: GraphResult): void {
  console.log(`\none calendar at Microsoft, ${events} events`);
  for (const [name, { ms, requests }] of Object.entries({ 'bare pages': raw, ...runs }))
    line(name, `${seconds(ms)}, ${requests} requests, ${times(ms / raw.ms)} the bare pages`);
}

export function printDelays(delays: readonly Delay[]): void {
  console.log('\nfrom one side to the other, through server, worker and PostgreSQL');
  for (const delay of delays) line('', `${delay.what}: ${spread(delay)}, ${delay.times} times`);
}

export function printHooks(result: HooksResult): void {
  const { knocks, rate, statuses, answerMs, readMs, heardMs, writes, serverCpu, serverMb } = result;
  console.log(`\nhooks flooded for ${result.seconds} s`);
  line('knocks', `${knocks}, ${rate.toFixed(0)} a second; ${JSON.stringify(statuses)}`);
  line('answered after', spread(answerMs));
  for (const [when, times] of Object.entries(readMs)) line(`a page’s read, ${when}`, spread(times));
  line(
    'true changes',
    `${heardMs.times} heard, ${heardMs.missed} missed, ${spread(heardMs)}; ${writes} writes`,
  );
  const share = serverCpu === null ? 'not measured' : `${(serverCpu * 100).toFixed(0)} % of a core`;
  line(
    'server',
    `${share}, ${serverMb.before?.toFixed(0)} MB before, ${serverMb.after?.toFixed(0)} MB after`,
  );
}

function spread({
  p50,
  p95,
  longest,
}: {
  readonly p50: number;
  readonly p95: number;
  readonly longest: number;
}) {
  return `p50 ${seconds(p50)}, p95 ${seconds(p95)}, longest ${seconds(longest)}`;
}

const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(2)} MB`;
