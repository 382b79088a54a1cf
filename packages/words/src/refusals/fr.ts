import { CLIENT_REFUSALS_FR } from './client-fr.ts';
import type { Refusals } from './coded-refusal.ts';
import { calendars } from './fr/calendars.ts';
import { doors } from './fr/doors.ts';
import { edits } from './fr/edits.ts';
import { entries } from './fr/entries.ts';
import { events } from './fr/events.ts';
import { invitations } from './fr/mail/invitations.ts';
import { mailbox } from './fr/mail/mailbox.ts';
import { offers } from './fr/offers.ts';
import { people } from './fr/people.ts';
import { readings } from './fr/readings.ts';
import { signIns } from './fr/sign-ins.ts';
import { studio } from './fr/studio.ts';
import { news } from './news/fr.ts';

export const REFUSALS_FR: Refusals = {
  ...CLIENT_REFUSALS_FR,
  ...entries,
  ...people,
  ...studio,
  ...offers,
  ...calendars,
  ...signIns,
  ...mailbox,
  ...invitations,
  ...news,
  ...events,
  ...edits,
  ...readings,
  ...doors,
};
