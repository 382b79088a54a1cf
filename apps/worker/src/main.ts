import { runProcess } from '@atelier/runtime/run-process';
import { openLiveServices } from '@atelier/runtime/services';
import { startWorker } from '@atelier/runtime/worker';
import { serveHealth } from './health.ts';

await runProcess('worker', async ({ config, told, patiently }) => {
  await using health = await serveHealth(config);
  await using services = await patiently(() => openLiveServices(config, 'worker'));
  health.watch(() => services.context.database.query('SELECT 1'));
  const worker = await patiently(() => startWorker(services));
  services.logger.info('working');
  process.send?.({ ready: true });
  await told;
  await worker.stop();
});
