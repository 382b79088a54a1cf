import { monitorEventLoopDelay } from 'node:perf_hooks';
import { readConfig } from '@atelier/runtime/config';
import { openServices } from '@atelier/runtime/services';

/** What one run cost the process that made it, everything included but starting up. */
export interface StepCost {
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
  wallMs,
  cpuMs: (user + system) / 1_000,
  peakMb: process.resourceUsage().maxRSS / 1_024,
  stallMs: Math.max(0, delay.max / 1e6 - RESOLUTION_MS),
  requests: report?.requests ?? 0,
  bytesIn: report?.bytesIn ?? 0,
  error: report?.error?.message ?? null,
};
process.stdout.write(JSON.stringify(cost));
