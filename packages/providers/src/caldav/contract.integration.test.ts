import { startRadicale, startXandikos } from '@atelier/testkit/real-servers';
import { startSandboxServer } from '@atelier/testkit/sandbox-server';
import { contractSuite } from './contract-suite.ts';

contractSuite('sandbox', startSandboxServer);
contractSuite('sandbox laid out as Nextcloud', () => startSandboxServer({ layout: 'nextcloud' }));
contractSuite('sandbox laid out as Infomaniak', () => startSandboxServer({ layout: 'infomaniak' }));
contractSuite('Radicale', startRadicale);
contractSuite('Xandikos', startXandikos);
