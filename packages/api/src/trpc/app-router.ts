import { loginFlowRouter } from '../connections/login-flow-router.ts';
import { signInsRouter } from '../connections/sign-ins-router.ts';
import { invitationsRouter } from './own/invitations-router.ts';
import { mailboxesRouter } from './own/mailboxes-router.ts';
import { newsRouter } from './own/news-router.ts';
import { notificationsRouter } from './own/notifications-router.ts';
import { outgoingRouter } from './own/outgoing-router.ts';
import { sessionsRouter } from './own/sessions-router.ts';
import { templatesRouter } from './own/templates-router.ts';
import { waysInRouter } from './own/ways-in-router.ts';
import { bookingRouter } from './public/booking-router.ts';
import { inquiryRouter } from './public/inquiry-router.ts';
import { manageRouter } from './public/manage-router.ts';
import { agendaRouter } from './studio/agenda-router.ts';
import { artistsRouter } from './studio/artists-router.ts';
import { bookingsRouter } from './studio/bookings-router.ts';
import { calendarsRouter } from './studio/calendars-router.ts';
import { chairsRouter } from './studio/chairs-router.ts';
import { changesRouter } from './studio/changes-router.ts';
import { closuresRouter } from './studio/closures-router.ts';
import { conflictsRouter } from './studio/conflicts-router.ts';
import { connectionsRouter } from './studio/connections-router.ts';
import { dashboardRouter } from './studio/desk/dashboard-router.ts';
import { hintsRouter } from './studio/desk/hints-router.ts';
import { jobsRouter } from './studio/desk/jobs-router.ts';
import { waitingRouter } from './studio/desk/waiting-router.ts';
import { groupsRouter } from './studio/groups-router.ts';
import { inquiriesRouter } from './studio/inquiries-router.ts';
import { mailsRouter } from './studio/mails-router.ts';
import { peopleRouter } from './studio/people-router.ts';
import { studioRouter } from './studio/studio-router.ts';
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
  groups: groupsRouter,
  dashboard: dashboardRouter,
  hints: hintsRouter,
  inquiries: inquiriesRouter,
  inquiry: inquiryRouter,
  invitations: invitationsRouter,
  jobs: jobsRouter,
  loginFlow: loginFlowRouter,
  manage: manageRouter,
  mailboxes: mailboxesRouter,
  mails: mailsRouter,
  news: newsRouter,
  notifications: notificationsRouter,
  outgoing: outgoingRouter,
  templates: templatesRouter,
  people: peopleRouter,
  sessions: sessionsRouter,
  signIns: signInsRouter,
  studio: studioRouter,
  waiting: waitingRouter,
  waysIn: waysInRouter,
});

/** All that the web app imports from the back. */
export type AppRouter = typeof appRouter;
