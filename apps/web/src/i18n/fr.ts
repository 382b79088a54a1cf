import type { en } from './en.ts';
import { connect, connections, failure, health, refusal, state } from './fr/admin.ts';
import { agenda, dashboard, event, rule } from './fr/agenda.ts';
import { bookings, images, inquiries, picker, reasons } from './fr/bookings.ts';
import { account, join, people } from './fr/people.ts';
import { settings } from './fr/settings.ts';
import { common, live, shell, signIn } from './fr/shell.ts';
import {
  artistCalendars,
  chairs,
  closures,
  copy,
  duration,
  explain,
  hours,
  outbox,
  profile,
  rules,
  services,
  share,
  studio,
  unsaved,
} from './fr/studio.ts';
import type { Words } from './words.ts';

export const fr: Words<typeof en> = {
  shell,
  live,
  common,
  signIn,
  dashboard,
  agenda,
  event,
  rule,
  state,
  connections,
  connect,
  health,
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
  services,
  hours,
  duration,
  rules,
  explain,
  chairs,
  closures,
  outbox,
  settings,
  people,
  account,
  join,
  failure,
  refusal,
};
