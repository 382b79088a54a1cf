import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { benchBooking } from './booking.ts';
import { measureExpansion } from './expansion.ts';
import { SERVER_KINDS, type ServerKind } from './filled-server.ts';
import { benchGraph } from './graph.ts';
import { benchHooks } from './hooks.ts';
import { benchLatency } from './latency.ts';
import { benchMail } from './mail/mail.ts';
import { printMail } from './mail/print-mail.ts';
import { printDelays, printExpansion, printGraph, printHooks, printQuiet, printSync } from './print.ts';
import { printBooking } from './print-booking.ts';
import { printSearch } from './print-search.ts';
import { benchQuiet } from './quiet.ts';
import { benchMemory } from './scale/memory.ts';
import { printMemory, printReaders } from './scale/print-scale.ts';
import { benchReaders } from './scale/readers.ts';
import { benchSearch } from './search.ts';
import { benchSync } from './sync.ts';
import { printWeb } from './web/print-web.ts';
import { benchWeb } from './web/web.ts';

const USAGE =
  'pnpm bench sync [--sizes 1000,10000,20000] [--servers sandbox,radicale] · quiet [--sizes 1000,10000] [--told] · graph [--sizes 5000] · latency · hooks [--sizes SECONDS] · booking · search [--sizes 50000] · mail [--sizes 100000] · web · expand · scale [--memory] [--readers [--sizes PAGES]]; each with [--json FILE]';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    sizes: { type: 'string' },
    servers: { type: 'string' },
    json: { type: 'string' },
    told: { type: 'boolean', default: false },
    memory: { type: 'boolean', default: false },
    readers: { type: 'boolean', default: false },
  },
});
const [command = ''] = positionals;
const servers = (values.servers ?? SERVER_KINDS.join(',')).split(',');

/** Each measures, prints as it goes, and gives what it found. */
const BENCHES: Readonly<Record<string, () => Promise<object>>> = {
  async sync() {
    const syncs = [];
    for (const size of sizes('1000,10000,20000')) {
      for (const server of servers.filter(isServer)) syncs.push(...(await sync(server, size)));
    }
    return { syncs, expansion: expand() };
  },
  async quiet() {
    const quiet = [];
    for (const size of sizes('1000,10000')) {
      const result = await benchQuiet(size, values.told);
      printQuiet(result);
      quiet.push(result);
    }
    return { quiet };
  },
  async graph() {
    const graph = [];
    for (const size of sizes('5000')) {
      const result = await benchGraph(size);
      printGraph(result);
      graph.push(result);
    }
    return { graph };
  },
  async latency() {
    const latency = await benchLatency();
    printDelays(latency);
    return { latency };
  },
  async hooks() {
    const hooks = [];
    for (const seconds of sizes('60')) {
      const result = await benchHooks(seconds);
      printHooks(result);
      hooks.push(result);
    }
    return { hooks };
  },
  async booking() {
    const booking = await benchBooking();
    printBooking(booking);
    return { booking };
  },
  async web() {
    const web = await benchWeb();
    printWeb(web);
    return { web };
  },
  async scale() {
    const memory = [];
    for (const processes of values.memory ? ([2, 1] as const) : []) {
      const idle = await benchMemory(processes);
      printMemory(idle);
      memory.push(idle);
    }
    const readers = values.readers ? await benchReaders(sizes('1000')[0] ?? 0) : null;
    if (readers) printReaders(readers);
    return { memory, readers };
  },
  async search() {
    const search = [];
    for (const size of sizes('50000')) {
      const found = await benchSearch(size);
      printSearch(found);
      search.push(found);
    }
    return { search };
  },
  async mail() {
    const mail = [];
    for (const size of sizes('100000')) {
      const found = await benchMail(size);
      if (!found) console.log('Dovecot is not installed: left out.');
      else printMail(found);
      mail.push(found);
    }
    return { mail };
  },
  expand: async () => ({ expansion: expand() }),
};

const bench = BENCHES[command];
if (!bench || !servers.every(isServer) || !sizes('1').every((size) => Number.isInteger(size) && size > 0)) {
  console.error(USAGE);
  process.exitCode = 2;
} else {
  const found = await bench();
  if (values.json) await writeFile(values.json, `${JSON.stringify(found, null, 2)}\n`);
}

function sizes(usual: string): readonly number[] {
  return (values.sizes ?? usual).split(',').map(Number);
}

function isServer(name: string): name is ServerKind {
  return SERVER_KINDS.some((kind) => kind === name);
}

async function sync(server: ServerKind, size: number) {
  const result = await benchSync(server, size);
  if (result) printSync(result);
  else console.log(`${server} is not installed: left out.`);
  return result ? [result] : [];
}

function expand() {
  const expansion = measureExpansion();
  printExpansion(expansion);
  return expansion;
}
