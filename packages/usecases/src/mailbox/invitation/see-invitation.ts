import type { InvitationVerdict } from '@atelier/calendar/invitation/decide-invitation';
import type { Answer, InvitedPerson, ToldEvent } from '@atelier/calendar/invitation/invitation';
import { answersGoTo } from '@atelier/calendar/invitation/who-is-who';
import type { Mailbox } from '@atelier/mail/address/mailbox';
import type { Actor } from '../../actor.ts';
import type { Context } from '../../context.ts';
import { eventAccess } from '../../event-privacy.ts';
import type { AgendaEvent } from '../../events/agenda-event.ts';
import { listEvents } from '../../events/list-events.ts';
import { done, type Outcome } from '../../outcome.ts';
import { type FoundInvitation, findInvitation, type InvitationContext } from './find-invitation.ts';

/** When an event is: instants of its first occurrence, and of whole days the dates. */
export interface SeenTime {
  readonly startsAt: Date;
  /** Exclusive. */
  readonly endsAt: Date;
  readonly allDay: boolean;
  /** All-day only: `YYYY-MM-DD`, the last day exclusive. */
  readonly startDate: string | null;
  readonly endDate: string | null;
}

interface SeenEvent {
  readonly title: string;
  readonly location: string | null;
  readonly notes: string | null;
  readonly rrule: string | null;
  readonly time: SeenTime | null;
}

export interface SeenInvitation
  extends Pick<InvitationVerdict, 'standing' | 'answer' | 'forged' | 'changes' | 'act'>,
    SeenEvent {
  readonly oneOfSeries: boolean;
  readonly organizer: Mailbox | null;
  readonly sender: Mailbox | null;
  readonly guest: Guest | null;
  /** The first of them. */
  readonly guests: readonly Guest[];
  readonly comment: string | null;
  /** What the calendar has of it, where that is another version and may be shown. */
  readonly before: SeenEvent | null;
  /** What else the person has then. */
  readonly meanwhile: readonly AgendaEvent[];
  /** The event in a calendar; null: none has it. */
  readonly eventId: string | null;
  /** Where it is, or is put unless another one is chosen. */
  readonly calendarId: string | null;
  /** Where it can be put. */
  readonly calendars: readonly {
    readonly id: string;
    readonly name: string;
    readonly color: string | null;
  }[];
  readonly answered: {
    readonly by: string | null;
    readonly byId: string | null;
    readonly at: Date;
    /** Where the mail is that brings it; null: the calendar's server does. */
    readonly mail: string | null;
  } | null;
  /** The calendar's server was to tell the organizer, and could not: a mail from here can. */
  readonly undelivered: boolean;
}

interface Guest {
  readonly name: string;
  readonly address: string;
  readonly answer: Answer | null;
}

const MOST_GUESTS = 30;

/** An invitation as a card shows it. Looking changes nothing. */
export async function seeInvitation(
  context: InvitationContext & Pick<Context, 'database'>,
  actor: Actor,
  id: string,
): Promise<Outcome<SeenInvitation>> {
  const found = await findInvitation(context, actor, { id });
  if (!found.ok) return found;
  const { invitation, verdict, held, answered, calendars, mail } = found.value;
  const { standing, answer, forged, changes, act } = verdict;
  const { organizer } = invitation;
  return done({
    standing,
    answer,
    forged,
    changes,
    act,
    ...seenEvent(invitation),
    oneOfSeries: invitation.instance !== 'master',
    organizer: organizer && { name: organizer.name, address: answersGoTo(organizer) },
    sender: mail.from[0] ?? null,
    guest: verdict.guest && seenGuest(verdict.guest),
    guests: invitation.guests.slice(0, MOST_GUESTS).map(seenGuest),
    comment: invitation.comment,
    before: changes.length > 0 ? beforeOf(actor, found.value) : null,
    meanwhile: await meanwhile(context, actor, found.value),
    eventId: held?.row.id ?? null,
    calendarId:
      held?.row.calendarId ?? answered?.calendarId ?? calendars.find(({ own }) => own)?.calendar.id ?? null,
    calendars: calendars.map(({ calendar: { id: calendarId, name, color } }) => ({
      id: calendarId,
      name,
      color,
    })),
    answered: answered && {
      by: answered.authorName,
      byId: answered.authorId,
      at: answered.answeredAt,
      mail: answered.way === 'mail' ? answered.mailState : null,
    },
    undelivered: answered?.way === 'server' && held?.copy.undelivered === true,
  });
}

function seenEvent({ what, first }: ToldEvent): SeenEvent {
  return {
    title: what.summary,
    location: what.location,
    notes: what.description,
    rrule: what.rrule,
    time: first && {
      startsAt: new Date(first.start),
      endsAt: new Date(first.end),
      allDay: first.allDay,
      startDate: first.startDate,
      endDate: first.endDate,
    },
  };
}

function seenGuest({ name, addresses, answer }: InvitedPerson): Guest {
  return { name, address: addresses.at(-1) ?? '', answer };
}

function beforeOf(actor: Actor, { held, calendars }: FoundInvitation): SeenEvent | null {
  const place = calendars.find(({ calendar }) => calendar.id === held?.row.calendarId);
  if (!held || !place || eventAccess(actor, place.calendar, held.row) === 'refused') return null;
  return seenEvent(held.copy);
}

/** Only what the person themselves has, and what keeps the time. */
async function meanwhile(
  context: Pick<Context, 'database'>,
  actor: Actor,
  { invitation: { first, method }, held, calendars }: FoundInvitation,
): Promise<readonly AgendaEvent[]> {
  if (!first || (method !== 'REQUEST' && method !== 'PUBLISH')) return [];
  const calendarIds = calendars.filter(({ own }) => own).map(({ calendar }) => calendar.id);
  const to = new Date(Math.max(first.end, first.start + 1));
  const listed = await listEvents(context, actor, { from: new Date(first.start), to, calendarIds });
  if (!listed.ok) return [];
  return listed.value.filter(({ busy, objectId }) => busy && objectId !== held?.row.id).slice(0, 5);
}
