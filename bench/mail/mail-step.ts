import { readFileSync } from 'node:fs';
import { readConfig } from '@atelier/runtime/config/config';
import { openServices } from '@atelier/runtime/services';

/** What one run of a mailbox cost the process that made it, everything included but starting up. */
export interface MailStep {
  /** In milliseconds of the epoch. */
  readonly beganAt: number;
  readonly wallMs: number;
  readonly cpuMs: number;
  readonly peakMb: number;
  readonly commands: number;
  readonly error: string | null;
}

// Runs as a process of its own: `node bench/mail/mail-step.ts ACCOUNT_ID`, and prints one MailStep.
const [accountId = ''] = process.argv.slice(2);
await using services = await openServices(readConfig(process.env), 'bench');
const { engine } = services.context.mailboxes;
const cpu = process.cpuUsage();
const began = performance.now();
const [run] = await engine.runNow([accountId], { full: false });
const wallMs = performance.now() - began;
const { user, system } = process.cpuUsage(cpu);
const step: MailStep = {
  beganAt: performance.timeOrigin + began,
  wallMs,
  cpuMs: (user + system) / 1_000,
  peakMb: peakMb(),
  commands: run?.commands ?? 0,
  error: run ? (run.error?.message ?? null) : 'The run made no report.',
};
process.stdout.write(JSON.stringify(step));

/** The kernel's own mark of this process; NaN where it keeps none. */
function peakMb(): number {
  if (process.platform !== 'linux') return Number.NaN;
  const [, kilobytes] = /^VmHWM:\s+(\d+)/m.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
  return Number(kilobytes) / 1_024;
}
