import { artistRoutes } from './artist-routes.ts';
import { bookingRoutes } from './booking-routes.ts';
import { calendarRoutes } from './calendar-routes.ts';
import type { RestRoute } from './route.ts';
import { studioBookingRoutes } from './studio-booking-routes.ts';
import { syncRoutes } from './sync-routes.ts';

/** Everything that is served, and documented, under /api/v1. */
export const REST_ROUTES: readonly RestRoute[] = [
  ...artistRoutes,
  ...bookingRoutes,
  ...syncRoutes,
  ...calendarRoutes,
  ...studioBookingRoutes,
];
