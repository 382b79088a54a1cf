import { failures } from '../../failures/en.ts';
import { newsFailures } from '../../failures/news-en.ts';
import { bookings } from '../en/bookings.ts';
import { groups } from '../en/calendar/groups.ts';
import { loginFlow, signIns } from '../en/calendar/sign-ins.ts';
import { connect, connections } from '../en/connections.ts';
import { dashboard } from '../en/desk/dashboard.ts';
import { health } from '../en/desk/health.ts';
import { hints } from '../en/desk/hints.ts';
import { news } from '../en/desk/news.ts';
import { conflict, waiting } from '../en/desk/waiting.ts';
import { duration, explain, hours, rules } from '../en/hours.ts';
import { inquiries } from '../en/inquiries.ts';
import { mailClient } from '../en/mailbox/client.ts';
import { invitation } from '../en/mailbox/invitation.ts';
import { outgoing } from '../en/mailbox/outgoing.ts';
import { mailSetup } from '../en/mailbox/setup.ts';
import { templates } from '../en/mailbox/templates.ts';
import { mails } from '../en/mails.ts';
import { join, notifications, people, waysIn } from '../en/people.ts';
import { images, picker, reasons } from '../en/picker.ts';
import { services } from '../en/services.ts';
import { settings } from '../en/settings.ts';
import { artistCalendars, chairs, closures, profile, share, studio } from '../en/studio.ts';

/** What the other pages say. */
export const restEn = {
  bookings,
  duration,
  notifications,
  dashboard,
  groups,
  connections,
  connect,
  signIns,
  loginFlow,
  health,
  hints,
  waiting,
  conflict,
  failures,
  newsFailures,
  picker,
  reasons,
  images,
  inquiries,
  studio,
  share,
  profile,
  artistCalendars,
  chairs,
  closures,
  services,
  hours,
  rules,
  explain,
  mails,
  news,
  invitation,
  mailClient,
  mailSetup,
  outgoing,
  templates,
  settings,
  people,
  join,
  waysIn,
};
