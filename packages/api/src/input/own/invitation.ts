import { ANSWERS } from '@atelier/calendar/invitation/invitation';
import { LANGUAGES } from '@atelier/words/language';
import { z } from 'zod';

const calendarId = z.uuid().nullable();
/** The person knows that the message does not come from the organizer. */
const despite = z.boolean().optional();

export const answerInvitationInput = z.object({
  id: z.uuid(),
  answer: z.enum(ANSWERS),
  calendarId,
  comment: z.string().max(2_000),
  language: z.enum(LANGUAGES),
  despite,
});

export const takeInvitationInput = z.object({
  id: z.uuid(),
  act: z.enum(['add', 'call-off', 'note-answer']),
  calendarId,
  despite,
});
