import { failures } from '../../failures/fr.ts';
import { newsFailures } from '../../failures/news-fr.ts';
import type { RestWords } from '../en.ts';
import { bookings } from '../fr/bookings.ts';
import { groups } from '../fr/calendar/groups.ts';
import { loginFlow, signIns } from '../fr/calendar/sign-ins.ts';
import { connect, connections } from '../fr/connections.ts';
import { dashboard } from '../fr/desk/dashboard.ts';
import { health } from '../fr/desk/health.ts';
import { hints } from '../fr/desk/hints.ts';
import { news } from '../fr/desk/news.ts';
import { conflict, waiting } from '../fr/desk/waiting.ts';
import { duration, explain, hours, rules } from '../fr/hours.ts';
import { inquiries } from '../fr/inquiries.ts';
import { mailClient } from '../fr/mailbox/client.ts';
import { invitation } from '../fr/mailbox/invitation.ts';
import { outgoing } from '../fr/mailbox/outgoing.ts';
import { mailSetup } from '../fr/mailbox/setup.ts';
import { templates } from '../fr/mailbox/templates.ts';
import { mails } from '../fr/mails.ts';
import { join, notifications, people, waysIn } from '../fr/people.ts';
import { images, picker, reasons } from '../fr/picker.ts';
import { services } from '../fr/services.ts';
import { settings } from '../fr/settings.ts';
import { artistCalendars, chairs, closures, profile, share, studio } from '../fr/studio.ts';

export const restFr: RestWords = {
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
