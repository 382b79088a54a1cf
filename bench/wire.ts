import { performance } from 'node:perf_hooks';
import { readConfig } from '@atelier/runtime/config/config';
import { openServices } from '@atelier/runtime/services';

export interface WireCost {
  readonly ms: number;
  readonly cpuMs: number;
  readonly objects: number;
}

// Runs as a process of its own: `node bench/wire.ts URL USERNAME PASSWORD`. It fetches what a first sync
// fetches, look ahead included, takes the answers apart, and throws the objects away.
const WEEK = { hours: 7 * 24 };
const [url = '', username = '', password = ''] = process.argv.slice(2);
await using services = await openServices(readConfig(process.env), 'bench');
const gateway = await services.context.gateways.of('caldav');
const credential = { kind: 'password', username, password } as const;
const test = await gateway.test({ kind: 'caldav', address: url, credential });
if (!test.ok) throw test.failure;
const [calendar] = test.calendars;
if (!calendar) throw new Error('the account has no calendar');
const provider = gateway.open(credential, test.account.reach);
const month = Temporal.Now.zonedDateTimeISO('UTC').with({ day: 1 }).startOfDay();
const cpu = process.cpuUsage();
const began = performance.now();
let objects = 0;
for await (const page of provider.changes({
  calendarHref: calendar.href,
  capabilities: calendar.capabilities,
  cursor: null,
  full: false,
  known: async () => new Map(),
  preview: {
    from: month.subtract(WEEK).toInstant(),
    to: month.add({ months: 1 }).add(WEEK).toInstant(),
  },
})) {
  objects += page.changed.length;
}
const ms = performance.now() - began;
const { user, system } = process.cpuUsage(cpu);
await provider.close();
const cost: WireCost = { ms, cpuMs: (user + system) / 1_000, objects };
process.stdout.write(JSON.stringify(cost));
