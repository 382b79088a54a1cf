import type { ApiServices } from '@atelier/api/trpc';
import { publicAddress } from '@atelier/runtime/public-address';
import type { LiveServices } from '@atelier/runtime/services';

/** What the routes are given of a server's services. */
export function apiServices(services: LiveServices): ApiServices {
  const { context, hub, boards, config, guard, limiter, images } = services;
  return {
    ...context,
    hub,
    boards,
    publicUrl: publicAddress(config),
    studioName: config.studioName,
    mailServer: config.smtp !== null,
    guard,
    limiter,
    images,
  };
}
