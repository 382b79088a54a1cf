import { openLiveServices } from '@atelier/runtime/live-services';
import { giveBackMemory } from '@atelier/runtime/process/give-back';
import { runProcess } from '@atelier/runtime/process/run-process';
import { startWorker } from '@atelier/runtime/worker';
import { serveHealth } from './health.ts';

await runProcess('worker', async ({ config, told, patiently }) => {
  await using health = await serveHealth(config);
  await using services = await patiently(() => openLiveServices(config, 'worker'));
  health.watch(services.context);
  const worker = await patiently(() => startWorker(services));
  giveBackMemory();
  services.logger.info('working');
  process.send?.({ ready: true });
  await told;
  await worker.stop();
});
