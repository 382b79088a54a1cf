import type { ApiServices } from '@atelier/api/trpc';
import type { LiveServices } from '@atelier/runtime/services';

/** What the routes are given of a server's services. */
export function apiServices({ context, hub, config }: LiveServices): ApiServices {
  return { ...context, hub, publicUrl: config.publicUrl };
}
