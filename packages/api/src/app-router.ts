import { agendaRouter } from './agenda-router.ts';
import { artistsRouter } from './artists-router.ts';
import { bookingRouter } from './booking-router.ts';
import { bookingsRouter } from './bookings-router.ts';
import { calendarsRouter } from './calendars-router.ts';
import { chairsRouter } from './chairs-router.ts';
import { changesRouter } from './changes-router.ts';
import { closuresRouter } from './closures-router.ts';
import { conflictsRouter } from './conflicts-router.ts';
import { connectionsRouter } from './connections-router.ts';
import { inquiriesRouter } from './inquiries-router.ts';
import { inquiryRouter } from './inquiry-router.ts';
import { jobsRouter } from './jobs-router.ts';
import { manageRouter } from './manage-router.ts';
import { outboxRouter } from './outbox-router.ts';
import { peopleRouter } from './people-router.ts';
import { studioRouter } from './studio-router.ts';
import { router } from './trpc.ts';

export const appRouter = router({
  agenda: agendaRouter,
  artists: artistsRouter,
  booking: bookingRouter,
  bookings: bookingsRouter,
  calendars: calendarsRouter,
  chairs: chairsRouter,
  changes: changesRouter,
  closures: closuresRouter,
  conflicts: conflictsRouter,
  connections: connectionsRouter,
  inquiries: inquiriesRouter,
  inquiry: inquiryRouter,
  jobs: jobsRouter,
  manage: manageRouter,
  outbox: outboxRouter,
  people: peopleRouter,
  studio: studioRouter,
});

/** All that the web app imports from the back. */
export type AppRouter = typeof appRouter;
