import { readConfig } from '@atelier/runtime/config';
import { openLiveServices } from '@atelier/runtime/services';
import { untilToldToStop } from '@atelier/runtime/until-told-to-stop';
import { startServer } from './server.ts';

const config = readConfig(process.env);
await using services = await openLiveServices(config, 'server');
await using server = await startServer(services);
services.logger.info({ port: server.port }, 'serving');
process.send?.({ ready: true, port: server.port });
await untilToldToStop();
