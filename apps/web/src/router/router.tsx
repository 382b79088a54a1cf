import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { addressOf, flag, oneOf, text } from '../address/address-part.ts';
import { agendaSearch } from '../agenda/agenda-search.ts';
import { bookingSearch } from '../bookings/booking-search.ts';
import { healthSearch } from '../health/health-search.ts';
import { inquirySearch } from '../inquiries/list/inquiry-search.ts';
import { mailSearch } from '../mail/mail-search.ts';
import { Broken, NotFound } from '../shell/page-states.tsx';
import { artistSearch } from '../studio/artist/artist-sections.ts';
import { waitingSearch } from '../waiting/waiting-search.ts';

const rootRoute = createRootRoute({ component: Outlet, notFoundComponent: NotFound, errorComponent: Broken });

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: addressOf({
    to: text(2_000),
    /** The password was right already, on another page. */
    step: oneOf(['code']),
  }),
  component: lazyRouteComponent(() => import('../auth/sign-in-page.tsx'), 'SignInPage'),
});

const joinRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/join/$token',
  component: lazyRouteComponent(() => import('../join/join-page.tsx'), 'JoinPage'),
});

/** Everything behind the door; what it is made of comes from `main`, which holds the connections. */
function shellRoute(SignedIn: () => React.ReactNode) {
  return createRoute({
    getParentRoute: () => rootRoute,
    id: 'app',
    component: SignedIn,
    errorComponent: Broken,
  });
}

function pagesOf(app: ReturnType<typeof shellRoute>) {
  const getParentRoute = () => app;
  const bookings = createRoute({
    getParentRoute,
    path: '/bookings',
    validateSearch: bookingSearch,
    component: lazyRouteComponent(() => import('../bookings/bookings-page.tsx'), 'BookingsPage'),
  });
  // The list stays: the page of the list shows the booking beside it.
  const booking = createRoute({ getParentRoute: () => bookings, path: '$bookingId' });
  return [
    createRoute({
      getParentRoute,
      path: '/',
      component: lazyRouteComponent(() => import('../dashboard/dashboard-page.tsx'), 'DashboardPage'),
    }),
    createRoute({
      getParentRoute,
      path: '/waiting',
      validateSearch: waitingSearch,
      component: lazyRouteComponent(() => import('../waiting/waiting-page.tsx'), 'WaitingPage'),
    }),
    createRoute({
      getParentRoute,
      path: '/agenda',
      validateSearch: agendaSearch,
      component: lazyRouteComponent(() => import('../agenda/agenda-page.tsx'), 'AgendaPage'),
    }),
    bookings.addChildren([booking]),
    createRoute({
      getParentRoute,
      path: '/inquiries',
      validateSearch: inquirySearch,
      component: lazyRouteComponent(() => import('../inquiries/list/inquiries-page.tsx'), 'InquiriesPage'),
    }),
    createRoute({
      getParentRoute,
      path: '/inquiries/$inquiryId',
      component: lazyRouteComponent(() => import('../inquiries/detail/inquiry-page.tsx'), 'InquiryPage'),
    }),
    createRoute({
      getParentRoute,
      path: '/studio',
      component: lazyRouteComponent(() => import('../studio/studio-page.tsx'), 'StudioPage'),
    }),
    createRoute({
      getParentRoute,
      path: '/studio/$slug',
      validateSearch: artistSearch,
      component: lazyRouteComponent(() => import('../studio/artist/artist-page.tsx'), 'ArtistPage'),
    }),
    createRoute({
      getParentRoute,
      path: '/settings',
      component: lazyRouteComponent(() => import('../settings/settings-page.tsx'), 'SettingsPage'),
    }),
    createRoute({
      getParentRoute,
      path: '/account',
      component: lazyRouteComponent(() => import('../account/account-page.tsx'), 'AccountPage'),
    }),
    createRoute({
      getParentRoute,
      path: '/welcome',
      component: lazyRouteComponent(() => import('../settings/welcome-page.tsx'), 'WelcomePage'),
    }),
    createRoute({
      getParentRoute,
      path: '/mail',
      validateSearch: mailSearch,
      component: lazyRouteComponent(() => import('../mail/mail-page.tsx'), 'MailPage'),
    }),
    createRoute({
      getParentRoute,
      path: '/news',
      component: lazyRouteComponent(() => import('../news/news-page.tsx'), 'NewsPage'),
    }),
    createRoute({
      getParentRoute,
      path: '/mails',
      component: lazyRouteComponent(() => import('../mails/mails-page.tsx'), 'MailsPage'),
    }),
    createRoute({
      getParentRoute,
      path: '/outbox',
      beforeLoad: () => {
        // As the page was called: people have its address.
        throw redirect({ to: '/mails', replace: true });
      },
    }),
    createRoute({
      getParentRoute,
      path: '/connections',
      validateSearch: addressOf({
        connect: flag,
        /** By which the account is to be found. */
        typed: text(320),
        signIn: text(64),
      }),
      component: lazyRouteComponent(() => import('../connections/connections-page.tsx'), 'ConnectionsPage'),
    }),
    createRoute({
      getParentRoute,
      path: '/calendars/$calendarId',
      component: lazyRouteComponent(() => import('../calendars/settings/calendar-page.tsx'), 'CalendarPage'),
    }),
    createRoute({
      getParentRoute,
      path: '/health',
      validateSearch: healthSearch,
      component: lazyRouteComponent(() => import('../health/health-page.tsx'), 'HealthPage'),
    }),
    createRoute({
      getParentRoute,
      path: '/people',
      component: lazyRouteComponent(() => import('../people/people-page.tsx'), 'PeoplePage'),
    }),
  ] as const;
}

export function createAppRouter(SignedIn: () => React.ReactNode) {
  const app = shellRoute(SignedIn);
  const routeTree = rootRoute.addChildren([signInRoute, joinRoute, app.addChildren(pagesOf(app))]);
  return createRouter({
    routeTree,
    defaultPreload: 'intent',
    defaultErrorComponent: Broken,
    defaultNotFoundComponent: NotFound,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
