import { CLIENT_REFUSALS_EN } from './client-en.ts';
import { calendars } from './en/calendars.ts';
import { doors } from './en/doors.ts';
import { edits } from './en/edits.ts';
import { entries } from './en/entries.ts';
import { events } from './en/events.ts';
import { invitations } from './en/mail/invitations.ts';
import { mailbox } from './en/mail/mailbox.ts';
import { offers } from './en/offers.ts';
import { people } from './en/people.ts';
import { readings } from './en/readings.ts';
import { signIns } from './en/sign-ins.ts';
import { studio } from './en/studio.ts';
import { news } from './news/en.ts';

export const REFUSALS_EN = {
  ...CLIENT_REFUSALS_EN,
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
