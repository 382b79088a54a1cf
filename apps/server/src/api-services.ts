import type { ApiServices } from '@atelier/api/trpc/trpc';
import type { LiveServices } from '@atelier/runtime/live-services';

/** What the routes are given of a server's services. */
export function apiServices(services: LiveServices): ApiServices {
  const { context, hub, boards, guard, limiter, images, push, factorKeys } = services;
  return {
    ...context,
    hub,
    boards,
    guard,
    limiter,
    images,
    push,
    factorKeys,
  };
}
