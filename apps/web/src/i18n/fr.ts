import type { en } from './en.ts';
import { connect, connections, failure, health, people, refusal, state } from './fr/admin.ts';
import { agenda, dashboard, event, rule } from './fr/agenda.ts';
import { common, live, shell, signIn } from './fr/shell.ts';
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
  people,
  failure,
  refusal,
};
