import { failures } from '../failures/fr.ts';
import { newsFailures } from '../failures/news-fr.ts';
import { REFUSALS_FR } from '../refusals/fr.ts';
import type { StudioWords } from './en.ts';
import { artistDay, grid } from './fr/agenda/grid.ts';
import { palette } from './fr/agenda/palette.ts';
import { search } from './fr/agenda/search.ts';
import { whyClosed } from './fr/agenda/why-closed.ts';
import { agenda, event, rule } from './fr/agenda.ts';
import { bookings } from './fr/bookings.ts';
import { groups } from './fr/calendar/groups.ts';
import { calendar } from './fr/calendar/settings.ts';
import { loginFlow, signIns } from './fr/calendar/sign-ins.ts';
import { connect, connections, state } from './fr/connections.ts';
import { dashboard } from './fr/desk/dashboard.ts';
import { health } from './fr/desk/health.ts';
import { hints } from './fr/desk/hints.ts';
import { news } from './fr/desk/news.ts';
import { conflict, waiting } from './fr/desk/waiting.ts';
import { edit } from './fr/edit.ts';
import { refusal } from './fr/failures.ts';
import { duration, explain, hours, rules } from './fr/hours.ts';
import { inquiries } from './fr/inquiries.ts';
import { mailClient } from './fr/mailbox/client.ts';
import { invitation } from './fr/mailbox/invitation.ts';
import { mailbox } from './fr/mailbox/mailbox.ts';
import { outgoing } from './fr/mailbox/outgoing.ts';
import { mailSetup } from './fr/mailbox/setup.ts';
import { mails } from './fr/mails.ts';
import { offline } from './fr/offline.ts';
import { account, join, notifications, people, waysIn } from './fr/people.ts';
import { images, picker, reasons } from './fr/picker.ts';
import { quick } from './fr/quick.ts';
import { services } from './fr/services.ts';
import { settings } from './fr/settings.ts';
import { common, live, shell, signIn } from './fr/shell.ts';
import { artistCalendars, chairs, closures, copy, profile, share, studio, unsaved } from './fr/studio.ts';

export const fr: StudioWords = {
  refusals: REFUSALS_FR,
  shell,
  live,
  notifications,
  offline,
  common,
  signIn,
  dashboard,
  agenda,
  grid,
  artistDay,
  whyClosed,
  event,
  rule,
  quick,
  search,
  palette,
  edit,
  state,
  calendar,
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
  refusal,
  bookings,
  picker,
  reasons,
  images,
  inquiries,
  studio,
  unsaved,
  share,
  copy,
  profile,
  artistCalendars,
  chairs,
  closures,
  services,
  hours,
  duration,
  rules,
  explain,
  mails,
  news,
  mailbox,
  invitation,
  mailClient,
  mailSetup,
  outgoing,
  settings,
  people,
  account,
  join,
  waysIn,
};
