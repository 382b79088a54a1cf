import { failures } from '../failures/en.ts';
import { newsFailures } from '../failures/news-en.ts';
import { REFUSALS_EN } from '../refusals/en.ts';
import type { Words } from '../words.ts';
import { artistDay, grid } from './en/agenda/grid.ts';
import { palette } from './en/agenda/palette.ts';
import { search } from './en/agenda/search.ts';
import { whyClosed } from './en/agenda/why-closed.ts';
import { agenda, event, rule } from './en/agenda.ts';
import { bookings } from './en/bookings.ts';
import { groups } from './en/calendar/groups.ts';
import { calendar } from './en/calendar/settings.ts';
import { loginFlow, signIns } from './en/calendar/sign-ins.ts';
import { connect, connections, state } from './en/connections.ts';
import { dashboard } from './en/desk/dashboard.ts';
import { health } from './en/desk/health.ts';
import { hints } from './en/desk/hints.ts';
import { news } from './en/desk/news.ts';
import { conflict, waiting } from './en/desk/waiting.ts';
import { edit } from './en/edit.ts';
import { refusal } from './en/failures.ts';
import { duration, explain, hours, rules } from './en/hours.ts';
import { inquiries } from './en/inquiries.ts';
import { mailClient } from './en/mailbox/client.ts';
import { invitation } from './en/mailbox/invitation.ts';
import { mailbox } from './en/mailbox/mailbox.ts';
import { outgoing } from './en/mailbox/outgoing.ts';
import { mailSetup } from './en/mailbox/setup.ts';
import { mails } from './en/mails.ts';
import { offline } from './en/offline.ts';
import { account, join, notifications, people, waysIn } from './en/people.ts';
import { images, picker, reasons } from './en/picker.ts';
import { quick } from './en/quick.ts';
import { services } from './en/services.ts';
import { settings } from './en/settings.ts';
import { common, live, shell, signIn } from './en/shell.ts';
import { artistCalendars, chairs, closures, copy, profile, share, studio, unsaved } from './en/studio.ts';

export const en = {
  refusals: REFUSALS_EN,
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

/** What English says, every other language says too, and no more. */
export type StudioWords = Words<typeof en>;
