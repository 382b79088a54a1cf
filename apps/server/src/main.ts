import { type LiveServices, openLiveServices } from '@atelier/runtime/live-services';
import { giveBackMemory } from '@atelier/runtime/process/give-back';
import { runProcess } from '@atelier/runtime/process/run-process';
import { openEntrance } from './entrance.ts';
import { startServer } from './server.ts';

await runProcess('server', async ({ config, told, patiently }) => {
  await using entrance = await openEntrance(config);
  await using services = await patiently(() => openLiveServices(config, 'server'));
  await using server = await startServer(services, entrance);
  await using _worker = config.processes === 1 ? await patiently(() => workToo(services)) : null;
  giveBackMemory();
  services.logger.info({ port: server.port }, 'serving');
  process.send?.({ ready: true, port: server.port });
  await told;
});

/** On a small machine one process serves and works: what both load is there once. */
async function workToo(services: LiveServices): Promise<AsyncDisposable> {
  const { startWorker } = await import('@atelier/runtime/worker');
  const worker = await startWorker(services);
  return { [Symbol.asyncDispose]: () => worker.stop() };
}
