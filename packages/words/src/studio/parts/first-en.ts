import { REFUSALS_EN } from '../../refusals/en.ts';
import { artistDay, grid } from '../en/agenda/grid.ts';
import { palette } from '../en/agenda/palette.ts';
import { search } from '../en/agenda/search.ts';
import { whyClosed } from '../en/agenda/why-closed.ts';
import { agenda, event, rule } from '../en/agenda.ts';
import { calendar } from '../en/calendar/settings.ts';
import { state } from '../en/calendar/state.ts';
import { edit } from '../en/edit.ts';
import { refusal } from '../en/failures.ts';
import { mailbox } from '../en/mailbox/mailbox.ts';
import { offline } from '../en/offline.ts';
import { quick } from '../en/quick.ts';
import { account, common, copy, live, shell, signIn, unsaved } from '../en/shell.ts';

/** What the first page that somebody opens says, whichever it is, and the agenda. */
export const firstEn = {
  refusals: REFUSALS_EN,
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
