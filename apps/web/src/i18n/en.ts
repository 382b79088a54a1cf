import { connect, connections, failure, health, people, refusal, state } from './en/admin.ts';
import { agenda, dashboard, event, rule } from './en/agenda.ts';
import { common, live, shell, signIn } from './en/shell.ts';

export const en = {
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
