import { withoutInvitations } from '@atelier/calendar/edit/text/without-invitations';
import { answeredCopy } from '@atelier/calendar/invitation/answer-texts';
import type { Answer, InvitedPerson } from '@atelier/calendar/invitation/invitation';
import { lockCalendar } from '@atelier/database/calendar/calendar-place';
import { answeredByMail, claimAnswer, findAnswer } from '@atelier/database/invitation/invitation-store';
import { type Transaction, transact } from '@atelier/database/transaction';
import type { Language } from '@atelier/words/language';
import { type Actor, isPerson } from '../../actor.ts';
import type { CalendarOverview } from '../../calendars/calendar-overview.ts';
import type { Context } from '../../context.ts';
import { orRefused } from '../../events/write/or-refused.ts';
import { saveFitting } from '../../events/write/save-fitting.ts';
import { expectRevision, RevisionConflict } from '../../events/write/write-object.ts';
import { done, type Outcome, refusedFor } from '../../outcome.ts';
import { type FoundInvitation, findInvitation, type InvitationContext } from './find-invitation.ts';
import { calendarFor, mayAct } from './may-act.ts';
import { composeReply, queueReply, type Reply } from './reply-mail.ts';

type AnswerContext = InvitationContext & Pick<Context, 'clock' | 'newId' | 'engine'>;

export interface AnswerInvitation {
  /** Where the message lies. */
  readonly id: string;
  readonly answer: Answer;
  /** Where it is put, unless a calendar has it already; null: the most fitting one. */
  readonly calendarId: string | null;
  /** A note to the organizer; empty: none. */
  readonly comment: string;
  /** Of the mail that brings it. */
  readonly language: Language;
  /** The mail does not come from the organizer, and the person knows it. */
  readonly despite?: boolean | undefined;
}

export interface AnsweredInvitation {
  readonly answer: Answer;
  /** Who brings it to the organizer: the server of the calendar, or a mail from here. */
  readonly way: 'server' | 'mail';
  readonly calendarId: string | null;
  readonly eventId: string | null;
  /** The mail that brings it now; null: none does. */
  readonly mailId: string | null;
  /** It was answered so before: nothing leaves a second time. */
  readonly already: boolean;
}

/**
 * Answers an invitation, once (M10): the calendar gets it, and either its server tells the organizer or a mail from here
 * does, never both. Everything is in one transaction; what leaves, leaves after it.
 */
export async function answerInvitation(
  context: AnswerContext,
  actor: Actor,
  input: AnswerInvitation,
): Promise<Outcome<AnsweredInvitation>> {
  const found = await lookedAtAgain(context, actor, input);
  if (!found.ok) return found;
  const allowed = mayAct(found.value, 'answer', input);
  if (!allowed.ok) return allowed;
  const { guest } = found.value.verdict;
  if (!guest) return refusedFor('invalid', 'invitation-not-invited');
  const target = await targetOf(context, actor, found.value, input);
  if (!target.ok) return target;
  const plan = planned(found.value, guest, input, target.value);
  const reply =
    plan.way === 'mail' ? await composeReply(context, found.value, { guest, ...input }) : done(null);
  if (!reply.ok) return reply;
  return orRefused(written(context, actor, found.value, { ...plan, reply: reply.value, guest }));
}

const LOOK_MS = 8_000;

/**
 * A server that answers by itself may have put it into the calendar a moment ago: where that is not known here yet, it is
 * asked first. One that does not answer in time keeps nobody waiting: what comes of two copies is decided when it is there.
 */
async function lookedAtAgain(
  context: AnswerContext,
  actor: Actor,
  input: AnswerInvitation,
): Promise<Outcome<FoundInvitation>> {
  const found = await findInvitation(context, actor, input);
  if (!found.ok || found.value.verdict.act !== 'answer') return found;
  const { calendars, held, verdict } = found.value;
  const served = calendars.filter(({ answers }) => answers).map(({ calendar }) => calendar.id);
  if (served.length === 0 || (held && verdict.standing !== 'changed')) return found;
  const until = AbortSignal.timeout(LOOK_MS);
  await context.engine.runNow(served, { full: false, until }).catch(() => undefined);
  return findInvitation(context, actor, input);
}

/** Null: no calendar has it, and none needs it. */
async function targetOf(
  context: AnswerContext,
  actor: Actor,
  { held, calendars, answered }: FoundInvitation,
  { calendarId, answer }: AnswerInvitation,
): Promise<Outcome<CalendarOverview | null>> {
  if (held) return calendarFor(context, actor, { calendarId: held.row.calendarId, held });
  if (answer === 'declined') return done(null);
  const chosen = calendarId ?? answered?.calendarId ?? calendars.find(({ own }) => own)?.calendar.id;
  if (chosen === undefined) return refusedFor('conflict', 'invitation-no-calendar');
  return calendarFor(context, actor, { calendarId: chosen, held });
}

interface Plan {
  readonly answer: Answer;
  readonly way: AnsweredInvitation['way'];
  readonly calendar: CalendarOverview | null;
  /** What the calendar is to have. */
  readonly source: string;
  /** Its server was to tell the organizer, and could not. */
  readonly byMailNow: boolean;
}

function planned(
  { invitation, verdict, held, calendars, answered }: FoundInvitation,
  guest: InvitedPerson,
  { answer }: AnswerInvitation,
  calendar: CalendarOverview | null,
): Plan {
  const served = calendars.some((one) => one.answers && one.calendar.id === calendar?.id);
  const byMailNow = answered?.way === 'server' && held?.copy.undelivered === true;
  const way = served && !held?.copy.unscheduled && !byMailNow ? 'server' : 'mail';
  const same = verdict.standing !== 'changed';
  const said = { guest: guest.addresses, answer };
  const copy = answeredCopy(invitation, { before: held?.row.source ?? null, same }, said);
  const silent = way === 'mail' && (!held || held.copy.unscheduled);
  return { answer, way, calendar, source: silent ? withoutInvitations(copy) : copy, byMailNow };
}

interface Writing extends Plan {
  readonly reply: Reply | null;
}

function written(
  { database, clock, newId }: AnswerContext,
  actor: Actor,
  { mail, account, invitation, held }: FoundInvitation,
  { calendar, source, way, answer, reply, byMailNow }: Writing & { readonly guest: InvitedPerson },
): Promise<Outcome<AnsweredInvitation>> {
  const now = clock();
  const eventId = calendar ? (held?.row.id ?? newId()) : null;
  const calendarId = calendar?.id ?? null;
  const authorId = isPerson(actor) ? actor.userId : null;
  const { uid, instance, sequence, stamp } = invitation;
  return transact(database, async (transaction) => {
    const claimed = await claimAnswer(transaction, {
      id: newId(),
      accountId: account.id,
      uid,
      instance,
      sequence,
      answer,
      way,
      calendarId,
      objectId: eventId,
      authorId,
      now,
      byMailNow,
      stamp: stamp === null ? null : new Date(stamp),
    });
    if (claimed === null)
      return done(await answeredBefore(transaction, { accountId: account.id, uid, instance }, answer));
    if (calendar && eventId !== null) {
      const place = await lockCalendar(transaction, calendar.id);
      if (!place) throw new RevisionConflict();
      if (held) await expectRevision(transaction, held.row);
      const tellsOrganizer = way === 'server';
      await saveFitting(transaction, {
        place,
        objectId: eventId,
        actorId: actor.userId,
        now,
        newId,
        source,
        tellsOrganizer,
      });
    }
    if (reply) {
      const original = { accountId: account.id, originalId: mail.messageRow, authorId };
      await queueReply(transaction, { ...reply, ...original, now });
      await answeredByMail(transaction, claimed, reply.id);
    }
    transaction.announce({ topic: 'mail', accountId: account.id });
    return done({ answer, way, calendarId, eventId, mailId: reply?.id ?? null, already: false });
  });
}

async function answeredBefore(
  transaction: Transaction,
  asked: Parameters<typeof findAnswer>[1],
  answer: Answer,
): Promise<AnsweredInvitation> {
  const before = await findAnswer(transaction, asked);
  const { way = 'mail', calendarId = null, objectId = null } = before ?? {};
  return { answer, way, calendarId, eventId: objectId, mailId: null, already: true };
}
