import { readConfig } from '@atelier/runtime/config';
import { openLiveServices } from '@atelier/runtime/services';
import { untilToldToStop } from '@atelier/runtime/until-told-to-stop';
import { startWorker } from '@atelier/runtime/worker';
import { serveHealth } from './health.ts';

const config = readConfig(process.env);
await using services = await openLiveServices(config, 'worker');
await using _health = await serveHealth(services);
const worker = startWorker(services);
services.logger.info('working');
process.send?.({ ready: true });
await untilToldToStop();
await worker.stop();
