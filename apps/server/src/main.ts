import { openLiveServices } from '@atelier/runtime/live-services';
import { runProcess } from '@atelier/runtime/process/run-process';
import { openEntrance } from './entrance.ts';
import { startServer } from './server.ts';

await runProcess('server', async ({ config, told, patiently }) => {
  await using entrance = await openEntrance(config);
  await using services = await patiently(() => openLiveServices(config, 'server'));
  await using server = await startServer(services, entrance);
  services.logger.info({ port: server.port }, 'serving');
  process.send?.({ ready: true, port: server.port });
  await told;
});
