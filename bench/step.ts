import { readFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { readConfig } from '@atelier/runtime/config/config';
import { openServices } from '@atelier/runtime/services';

/** What one run cost the process that made it, everything included but starting up. */
export interface StepCost {
  /** When the run began, in milliseconds of the epoch: the same clock in every process. */
  readonly beganAt: number;
  readonly wallMs: number;
  readonly cpuMs: number;
  readonly peakMb: number;
  /** Longest time that the event loop did not turn, beyond the 5 ms the meter sleeps. */
  readonly stallMs: number;
  readonly requests: number;
  readonly bytesIn: number;
  readonly error: string | null;
}

// Runs as a process of its own: `node bench/step.ts CALENDAR_ID`, and prints one StepCost.
const RESOLUTION_MS = 5;
const [calendarId = ''] = process.argv.slice(2);
await using services = await openServices(readConfig(process.env), 'bench');
const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
delay.enable();
const cpu = process.cpuUsage();
const began = performance.now();
const [report] = await services.context.engine.runNow([calendarId], { full: false });
const wallMs = performance.now() - began;
const { user, system } = process.cpuUsage(cpu);
delay.disable();
const cost: StepCost = {
  beganAt: performance.timeOrigin + began,
  wallMs,
  cpuMs: (user + system) / 1_000,
  peakMb: peakMb(),
  stallMs: Math.max(0, delay.max / 1e6 - RESOLUTION_MS),
  requests: report?.requests ?? 0,
  bytesIn: report?.bytesIn ?? 0,
  error: report ? (report.error?.message ?? null) : 'The run made no report.',
};
process.stdout.write(JSON.stringify(cost));

/** On Linux, maxRSS starts at what the parent had used, so the kernel's own mark of this process is read. */
function peakMb(): number {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS / 1_024;
  const [, kilobytes] = /^VmHWM:\s+(\d+)/m.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
  return Number(kilobytes) / 1_024;
}
