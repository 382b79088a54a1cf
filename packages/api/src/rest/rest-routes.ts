import type { RestRoute } from './route.ts';
import { artistRoutes } from './routes/artist-routes.ts';
import { bookingRoutes } from './routes/booking-routes.ts';
import { calendarRoutes } from './routes/calendar-routes.ts';
import { studioBookingRoutes } from './routes/studio-booking-routes.ts';
import { syncRoutes } from './routes/sync-routes.ts';

/** Everything that is served, and documented, under /api/v1. */
export const REST_ROUTES: readonly RestRoute[] = [
  ...artistRoutes,
  ...bookingRoutes,
  ...syncRoutes,
  ...calendarRoutes,
  ...studioBookingRoutes,
];
