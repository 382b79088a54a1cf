import { REFUSALS_FR } from '../../refusals/fr.ts';
import type { FirstWords } from '../en.ts';
import { artistDay, grid } from '../fr/agenda/grid.ts';
import { palette } from '../fr/agenda/palette.ts';
import { search } from '../fr/agenda/search.ts';
import { whyClosed } from '../fr/agenda/why-closed.ts';
import { agenda, event, rule } from '../fr/agenda.ts';
import { calendar } from '../fr/calendar/settings.ts';
import { state } from '../fr/calendar/state.ts';
import { edit } from '../fr/edit.ts';
import { refusal } from '../fr/failures.ts';
import { mailbox } from '../fr/mailbox/mailbox.ts';
import { offline } from '../fr/offline.ts';
import { quick } from '../fr/quick.ts';
import { account, common, copy, live, shell, signIn, unsaved } from '../fr/shell.ts';

export const firstFr: FirstWords = {
  refusals: REFUSALS_FR,
  shell,
  live,
  offline,
  common,
  signIn,
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
  refusal,
  unsaved,
  copy,
  mailbox,
  account,
};
