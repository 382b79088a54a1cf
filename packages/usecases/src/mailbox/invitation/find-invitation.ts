import { decideInvitation, type InvitationVerdict } from '@atelier/calendar/invitation/decide-invitation';
import type { HeldCopy, Invitation, InvitedPerson } from '@atelier/calendar/invitation/invitation';
import { heldCopy, readInvitation } from '@atelier/calendar/invitation/read-invitation';
import { guestAmong, isAmong } from '@atelier/calendar/invitation/who-is-who';
import {
  copiesWithUid,
  type EventCopy,
  findAnswer,
  findInvitingMail,
  type InvitingMail,
  type Scheduling,
  type StoredAnswer,
  schedulingIn,
} from '@atelier/database/invitation/invitation-store';
import type { MailAccountRow } from '@atelier/database/mailbox/account-store';
import { isDisowned } from '@atelier/mail/read/mail-origin';
import { type Actor, OPERATOR } from '../../actor.ts';
import { type CalendarOverview, calendarOverview } from '../../calendars/calendar-overview.ts';
import { mayWrite } from '../../calendars/writable-calendar.ts';
import type { Context } from '../../context.ts';
import { done, type Outcome, refusedFor } from '../../outcome.ts';
import { readStudio } from '../../studio/read-studio.ts';
import { mailboxesOf, mailboxOf } from '../own-mailboxes.ts';
import { openMail } from '../read/open-mail.ts';

export type InvitationContext = Pick<Context, 'database' | 'mailboxes' | 'given'>;

/** A message about an event, with everything that counts when it is looked at or acted on. */
export interface FoundInvitation {
  readonly mail: InvitingMail;
  readonly account: MailAccountRow;
  readonly invitation: Invitation;
  readonly verdict: InvitationVerdict;
  readonly held: HeldEvent | null;
  readonly answered: StoredAnswer | null;
  /** Those that may take it, the most fitting first. */
  readonly calendars: readonly InvitedCalendar[];
}

/** The copy that a calendar has of it. */
export interface HeldEvent {
  readonly row: EventCopy;
  readonly copy: HeldCopy;
}

export interface InvitedCalendar {
  readonly calendar: CalendarOverview;
  /** It is of the person whose mailbox it is, or who looks. */
  readonly own: boolean;
  /** Its server brings answers from this account to organizers by itself. */
  readonly answers: boolean;
}

/** What a message at a place says of an event, and how that stands to the calendars of whoever looks. Changes nothing. */
export async function findInvitation(
  context: InvitationContext,
  actor: Actor,
  { id, calendarId = null }: { readonly id: string; readonly calendarId?: string | null },
): Promise<Outcome<FoundInvitation>> {
  const { database } = context;
  const opened = await openMail(context, actor, id);
  if (!opened.ok) return opened;
  const mail = await findInvitingMail(database, { id, accountIds: await mailboxesOf(database, actor) });
  const account = mail && (await mailboxOf(database, actor, mail.accountId));
  if (!mail || !account) return refusedFor('not-found', 'no-message');
  if (mail.calendar === null) return refusedFor('not-found', 'no-invitation');
  const { zone } = await readStudio(database, context);
  const reading = readInvitation(mail.calendar, zone);
  if (!reading.ok)
    return reading.reason === 'several'
      ? refusedFor('conflict', 'invitation-several')
      : refusedFor('invalid', 'no-invitation');
  const { invitation } = reading;
  const { uid, instance } = invitation;
  const answered = await findAnswer(database, { accountId: account.id, uid, instance });
  const person = actor.userId === OPERATOR.userId ? account.ownerId : actor.userId;
  const { calendars, own } = await calendarsFor(context, actor, { person, invitation, account });
  const where = [
    ...calendars.filter((one) => one.own).map(({ calendar }) => calendar.id),
    calendarId,
    answered?.calendarId,
  ];
  const held = await heldIn(context, { invitation, zone, answered, where, calendars });
  const verdict = decideInvitation({
    invitation,
    own: [account.address, ...account.aliases, ...own],
    senders: sendersOf(mail),
    disowned: isDisowned(mail.origin),
    held: held?.copy ?? null,
    answered: answered && { ...answered, stamp: answered.stamp?.getTime() ?? null },
  });
  return done({ mail, account, invitation, verdict, held, answered, calendars });
}

function sendersOf({ from, replyTo, origin }: InvitingMail): readonly string[] {
  const sender = origin?.sender ?? null;
  return [...[...from, ...replyTo].map(({ address }) => address), ...(sender === null ? [] : [sender])];
}

interface For {
  readonly person: string;
  readonly invitation: Invitation;
  readonly account: MailAccountRow;
}

/**
 * Calendars that the actor may write into: first the one that was chosen for the mailbox, then those of the account that was invited, then others of theirs, then those
 * that are shared with them.
 */
async function calendarsFor(
  context: Pick<Context, 'database'>,
  actor: Actor,
  { person, invitation, account }: For,
): Promise<{ readonly calendars: readonly InvitedCalendar[]; readonly own: readonly string[] }> {
  const all = (await calendarOverview(context, actor)).filter(takesEvents);
  const scheduling = await schedulingIn(
    context.database,
    all.map(({ id }) => id),
  );
  const mine = all.filter(({ ownerId }) => ownerId === person);
  const own = mine.flatMap(({ id }) => scheduling.get(id)?.addresses ?? []);
  const guest = guestAmong(invitation.guests, [account.address, ...account.aliases, ...own]);
  const calendars = all.map((calendar) => ({
    calendar,
    own: calendar.ownerId === person,
    answers: answersFor(scheduling.get(calendar.id), guest),
  }));
  const place = (one: InvitedCalendar) =>
    rank(one) + (one.own && one.calendar.id === account.calendarId ? 16 : 0);
  return { calendars: calendars.toSorted((one, other) => place(other) - place(one)), own };
}

function takesEvents(calendar: CalendarOverview): boolean {
  return mayWrite(calendar) && !calendar.readOnly && calendar.enabled && calendar.state !== 'gone';
}

/** Only where the server knows the guest for one of its own; else it would tell nobody. */
function answersFor(scheduling: Scheduling | undefined, guest: InvitedPerson | null): boolean {
  if (!scheduling?.schedules || !guest) return false;
  return isAmong(guest.addresses, scheduling.addresses);
}

function rank({ own, answers, calendar }: InvitedCalendar): number {
  return (
    (own ? 8 : 0) + (answers ? 4 : 0) + (calendar.private ? 0 : 2) + (calendar.connectionId === null ? 0 : 1)
  );
}

interface Where {
  readonly invitation: Invitation;
  readonly zone: string;
  readonly answered: StoredAnswer | null;
  readonly where: readonly (string | null | undefined)[];
  readonly calendars: readonly InvitedCalendar[];
}

/** By its UID over all of the person's calendars: it is never put into a second one (M10). */
async function heldIn(
  { database }: Pick<Context, 'database'>,
  { invitation, zone, answered, where, calendars }: Where,
): Promise<HeldEvent | null> {
  const allowed = new Set(calendars.map(({ calendar }) => calendar.id));
  const calendarIds = [...new Set(where)].filter(
    (one) => one !== null && one !== undefined && allowed.has(one),
  );
  const asked = {
    calendarIds: calendarIds as string[],
    uid: invitation.uid,
    objectId: answered?.objectId ?? null,
  };
  for (const row of await copiesWithUid(database, asked)) {
    const copy = heldCopy(row.source, invitation.instance, zone);
    if (copy) return { row, copy };
  }
  return null;
}
