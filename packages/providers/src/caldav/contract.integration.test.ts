import type { CalDavServer } from '@atelier/testkit/caldav-server';
import { startRadicale, startXandikos } from '@atelier/testkit/real-servers';
import { startSandboxServer } from '@atelier/testkit/sandbox-server';
import { lookupContract } from '../contract/lookup-contract.ts';
import { pullContract } from '../contract/pull-contract.ts';
import { writeContract } from '../contract/write-contract.ts';
import { davServerUnderTest } from './testing/dav-server-under-test.ts';
import { discoveryContract } from './testing/discovery-contract.ts';

const SERVERS: Readonly<Record<string, () => Promise<CalDavServer | null>>> = {
  sandbox: startSandboxServer,
  'sandbox laid out as Nextcloud': () => startSandboxServer({ layout: 'nextcloud' }),
  'sandbox laid out as Infomaniak': () => startSandboxServer({ layout: 'infomaniak' }),
  'sandbox laid out as iCloud': () => startSandboxServer({ layout: 'icloud' }),
  Radicale: startRadicale,
  Xandikos: startXandikos,
};

for (const [kind, start] of Object.entries(SERVERS)) {
  const startUnderTest = async () => {
    const server = await start();
    return server && davServerUnderTest(server, kind.endsWith('iCloud') ? 'icloud' : 'caldav');
  };
  pullContract(kind, startUnderTest);
  writeContract(kind, startUnderTest);
  lookupContract(kind, startUnderTest);
  discoveryContract(kind, start);
}
