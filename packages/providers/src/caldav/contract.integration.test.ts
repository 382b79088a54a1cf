import type { CalDavServer } from '@atelier/testkit/caldav-server';
import { startRadicale, startXandikos } from '@atelier/testkit/real-servers';
import { startSandboxServer } from '@atelier/testkit/sandbox-server';
import { contractSuite } from './testing/contract-suite.ts';
import { lookupContract } from './testing/lookup-contract.ts';
import { writeContract } from './testing/write-contract.ts';

const SERVERS: Readonly<Record<string, () => Promise<CalDavServer | null>>> = {
  sandbox: startSandboxServer,
  'sandbox laid out as Nextcloud': () => startSandboxServer({ layout: 'nextcloud' }),
  'sandbox laid out as Infomaniak': () => startSandboxServer({ layout: 'infomaniak' }),
  Radicale: startRadicale,
  Xandikos: startXandikos,
};

for (const [kind, start] of Object.entries(SERVERS)) {
  contractSuite(kind, start);
  writeContract(kind, start);
  lookupContract(kind, start);
}
