import { appliedImport } from '@atelier/calendar/import/apply-import';
import { toldCopy, withAnswer } from '@atelier/calendar/invitation/answer-texts';
import type { InvitedPerson } from '@atelier/calendar/invitation/invitation';
import type { Actor } from '../../actor.ts';
import type { Context } from '../../context.ts';
import { orRefused } from '../../events/write/or-refused.ts';
import { saveFitting } from '../../events/write/save-fitting.ts';
import { inCalendar } from '../../events/write/write-object.ts';
import { done, type Outcome, refusedFor } from '../../outcome.ts';
import { type FoundInvitation, findInvitation, type InvitationContext } from './find-invitation.ts';
import { calendarFor, mayAct } from './may-act.ts';

type TakeContext = InvitationContext & Pick<Context, 'clock' | 'newId'>;

export interface TakeInvitation {
  readonly id: string;
  /** Put into a calendar what is only told of; take back what is called off; note what a guest answered. */
  readonly act: 'add' | 'call-off' | 'note-answer';
  /** For what is added; null: the most fitting one. */
  readonly calendarId: string | null;
  readonly despite?: boolean | undefined;
}

export interface TakenInvitation {
  readonly calendarId: string;
  readonly eventId: string;
}

/** What a message about an event changes in a calendar when somebody says so; nobody is told of it. */
export async function takeInvitation(
  context: TakeContext,
  actor: Actor,
  input: TakeInvitation,
): Promise<Outcome<TakenInvitation>> {
  const found = await findInvitation(context, actor, input);
  if (!found.ok) return found;
  const allowed = mayAct(found.value, input.act, input);
  if (!allowed.ok) return allowed;
  const { held, calendars } = found.value;
  const calendarId =
    held?.row.calendarId ?? input.calendarId ?? calendars.find(({ own }) => own)?.calendar.id ?? null;
  if (calendarId === null) return refusedFor('conflict', 'invitation-no-calendar');
  const calendar = await calendarFor(context, actor, { calendarId, held });
  if (!calendar.ok) return calendar;
  const source = taken(found.value, input.act);
  if (source === null) return refusedFor('conflict', 'invitation-settled');
  const eventId = held?.row.id ?? context.newId();
  return orRefused(
    inCalendar(context, actor, calendarId, held?.row ?? null, async (transaction, authorship) => {
      await saveFitting(transaction, { ...authorship, objectId: eventId, source });
      // The mail shows what has become of it.
      transaction.announce({ topic: 'mail', accountId: found.value.account.id });
      return done({ calendarId, eventId });
    }),
  );
}

/** Null: nothing would change. */
function taken({ invitation, verdict, held }: FoundInvitation, act: TakeInvitation['act']): string | null {
  const before = held?.row.source ?? null;
  if (act === 'note-answer') return noted(invitation.instance, verdict.guest, before);
  const text = act === 'add' ? toldCopy(invitation) : invitation.text;
  const applied = appliedImport({ text, method: act === 'add' ? null : 'CANCEL' }, before);
  return applied.ok && applied.text !== before ? applied.text : null;
}

function noted(instance: string, guest: InvitedPerson | null, before: string | null): string | null {
  if (before === null || !guest || guest.answer === null) return null;
  const text = withAnswer(before, { guest: guest.addresses, answer: guest.answer }, instance);
  return text === before ? null : text;
}
