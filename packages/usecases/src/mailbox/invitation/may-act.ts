import type { InvitationAct } from '@atelier/calendar/invitation/decide-invitation';
import type { Actor } from '../../actor.ts';
import type { CalendarOverview } from '../../calendars/calendar-overview.ts';
import { writableCalendar } from '../../calendars/writable-calendar.ts';
import type { Context } from '../../context.ts';
import { eventAccess } from '../../event-privacy.ts';
import { fitToChange } from '../../events/write/fit-to-change.ts';
import { done, type Outcome, refusedFor } from '../../outcome.ts';
import type { FoundInvitation } from './find-invitation.ts';

/**
 * Whether that may be done with it now. What would change an event that is in the calendar already must come from its
 * organizer, unless the person knows that it does not (M10).
 */
export function mayAct(
  { verdict, held, mail, invitation }: FoundInvitation,
  act: InvitationAct,
  { despite = false }: { readonly despite?: boolean | undefined },
): Outcome<null> {
  if (verdict.act !== act) return refusal(verdict.standing, act);
  if (!verdict.forged || despite || !held || !ACTS_ON_HELD.has(verdict.standing)) return done(null);
  return refusedFor('forbidden', 'invitation-forged', {
    sender: mail.from[0]?.address ?? '',
    organizer: invitation.organizer?.name ?? invitation.guests[0]?.name ?? '',
  });
}

/** The calendar that it is written into; what it holds of it may be changed by this person. */
export async function calendarFor(
  context: Pick<Context, 'database'>,
  actor: Actor,
  { calendarId, held }: { readonly calendarId: string } & Pick<FoundInvitation, 'held'>,
): Promise<Outcome<CalendarOverview>> {
  const calendar = await writableCalendar(context, actor, calendarId);
  if (!calendar.ok || !held) return calendar;
  if (eventAccess(actor, calendar.value, held.row) === 'refused')
    return refusedFor('forbidden', 'event-private');
  const fit = fitToChange(held.row.source, calendar.value);
  return fit.ok ? calendar : fit;
}

const ACTS_ON_HELD = new Set(['changed', 'off', 'guest-answer']);

function refusal(standing: FoundInvitation['verdict']['standing'], act: InvitationAct): Outcome<never> {
  switch (standing) {
    case 'outdated':
    case 'guest-answer-outdated':
      return refusedFor('conflict', 'invitation-outdated');
    case 'foreign':
      return refusedFor('conflict', 'invitation-foreign');
    case 'told':
    case 'kept':
      return act === 'answer'
        ? refusedFor('invalid', 'invitation-not-invited')
        : refusedFor('conflict', 'invitation-settled');
    default:
      return refusedFor('conflict', 'invitation-settled');
  }
}
