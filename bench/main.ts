import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { runExpansion } from './expansion.ts';
import { printSync, type SyncResult } from './print.ts';
import { benchSync, type ServerKind } from './sync.ts';

const USAGE =
  'pnpm bench sync [--sizes 1000,10000] [--servers sandbox,radicale] [--json FILE] · pnpm bench expand';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    sizes: { type: 'string', default: '1000,10000' },
    servers: { type: 'string', default: 'sandbox,radicale' },
    json: { type: 'string' },
  },
});

switch (positionals[0]) {
  case 'sync':
    await sync();
    break;
  case 'expand':
    runExpansion();
    break;
  default:
    console.error(USAGE);
    process.exitCode = 2;
}

async function sync(): Promise<void> {
  const results: SyncResult[] = [];
  for (const size of values.sizes.split(',').map(Number)) {
    for (const server of values.servers.split(',') as ServerKind[]) {
      const result = await benchSync(server, size);
      if (result === null) {
        console.log(`${server} is not installed: left out.`);
        continue;
      }
      results.push(result);
      printSync(result);
    }
  }
  runExpansion();
  if (values.json) await writeFile(values.json, JSON.stringify(results, null, 2));
}
