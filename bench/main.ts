import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { type ExpansionRate, measureExpansion } from './expansion.ts';
import { SERVER_KINDS, type ServerKind } from './filled-server.ts';
import { printExpansion, printSync, type SyncResult } from './print.ts';
import { benchSync } from './sync.ts';

const USAGE =
  'pnpm bench sync [--sizes 1000,10000] [--servers sandbox,radicale] [--json FILE] · pnpm bench expand [--json FILE]';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    sizes: { type: 'string', default: '1000,10000' },
    servers: { type: 'string', default: SERVER_KINDS.join(',') },
    json: { type: 'string' },
  },
});
const [command] = positionals;
const sizes = values.sizes.split(',').map(Number);
const servers = values.servers.split(',');

if ((command !== 'sync' && command !== 'expand') || !sizes.every(isSize) || !servers.every(isServer)) {
  console.error(USAGE);
  process.exitCode = 2;
} else {
  const syncs = command === 'sync' ? await sync(sizes, servers) : [];
  const expansion = measureExpansion();
  printExpansion(expansion);
  if (values.json) await write(values.json, syncs, expansion);
}

function isSize(size: number): boolean {
  return Number.isInteger(size) && size > 0;
}

function isServer(name: string): name is ServerKind {
  return SERVER_KINDS.some((kind) => kind === name);
}

async function sync(sizes: readonly number[], servers: readonly ServerKind[]): Promise<SyncResult[]> {
  const results: SyncResult[] = [];
  for (const size of sizes) {
    for (const server of servers) {
      const result = await benchSync(server, size);
      if (result === null) {
        console.log(`${server} is not installed: left out.`);
        continue;
      }
      results.push(result);
      printSync(result);
    }
  }
  return results;
}

async function write(
  file: string,
  syncs: readonly SyncResult[],
  expansion: readonly ExpansionRate[],
): Promise<void> {
  await writeFile(file, `${JSON.stringify({ syncs, expansion }, null, 2)}\n`);
}
