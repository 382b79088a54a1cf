import { heldMails } from '@atelier/database/mail/held-mails';
import { type Actor, isAdmin } from '../actor.ts';
import { type SeenBooking, seeBookings } from '../booking/view/see-bookings.ts';
import { type CalendarOverview, calendarOverview } from '../calendars/calendar-overview.ts';
import { conflictsIn } from '../conflicts/list-conflicts.ts';
import { writesIn } from '../conflicts/list-waiting.ts';
import type { Context } from '../context.ts';
import { allDeadLetters } from '../health/dead-letters.ts';
import { listStudioInquiries } from '../inquiry/studio-inquiries.ts';
import { failedMail } from '../mail/list-mail.ts';
import { endedSignIns } from './ended-sign-ins.ts';
import { heldRemovals } from './held-removals.ts';
import { listedCalendars } from './listed-calendars.ts';
import { unsureEvents } from './unsure-events.ts';
import { inTurn, type WaitingItem } from './waiting-item.ts';

/** Whatever waits for this person (I9): artists see their own, the front desk the studio's, admins the machinery too. */
export async function seeWaiting(context: Context, actor: Actor): Promise<readonly WaitingItem[]> {
  const seen = await calendarOverview(context, actor);
  const found = await Promise.all([
    waitingBookings(context, actor),
    waitingIdeas(context, actor),
    waitingEvents(context, actor, seen),
    waitingSignIns(context, actor, seen),
    isAdmin(actor) ? waitingMachinery(context) : [],
  ]);
  const listed = listedCalendars(actor, seen).map((one): WaitingItem => {
    return { ...one, id: one.thing.calendarId, ...IN_NO_HURRY };
  });
  return inTurn([...found.flat(), ...listed]);
}

type Items = Promise<readonly WaitingItem[]>;

const IN_NO_HURRY = { until: null };

async function waitingBookings(context: Context, actor: Actor): Items {
  const bookings = await seeBookings(context, actor, { waiting: true });
  return bookings.flatMap((booking) => bookingItem(booking, context.clock()) ?? []);
}

function bookingItem(thing: SeenBooking, now: Date): WaitingItem | null {
  const { id, createdAt: since, expiresAt, state, turn, start, end } = thing;
  if (state === 'REQUESTED' && turn === 'ARTIST')
    return { kind: 'request', id, since, until: expiresAt, thing };
  if (thing.trouble) return { kind: 'trouble', id, since, until: start, thing };
  return thing.unverified && end > now ? { kind: 'unverified', id, since, until: start, thing } : null;
}

async function waitingIdeas(context: Context, actor: Actor): Items {
  const ideas = await listStudioInquiries(context, actor, { states: ['OPEN'] });
  return ideas.map((thing) => {
    return { kind: 'idea', id: thing.id, since: thing.createdAt, until: thing.expiresAt, thing };
  });
}

async function waitingEvents(context: Context, actor: Actor, seen: readonly CalendarOverview[]): Items {
  const [conflicts, removals, writes, unsure] = await Promise.all([
    conflictsIn(context, actor, seen, { settled: false }),
    heldRemovals(context, actor, seen),
    writesIn(context, actor, seen),
    unsureEvents(context, actor, seen),
  ]);
  return [
    ...conflicts.map((thing): WaitingItem => {
      return { kind: 'conflict', id: thing.id, since: thing.createdAt, ...IN_NO_HURRY, thing };
    }),
    ...removals.map((thing): WaitingItem => {
      return { kind: 'removals', id: thing.calendarId, since: thing.since, ...IN_NO_HURRY, thing };
    }),
    ...writes
      .filter(({ state }) => state === 'parked')
      .map((thing): WaitingItem => {
        return { kind: 'write', id: thing.id, since: thing.createdAt, ...IN_NO_HURRY, thing };
      }),
    ...unsure.map((thing): WaitingItem => {
      const kind = thing.reason === null ? 'repaired' : 'unreadable';
      return { kind, id: thing.id, since: thing.since, ...IN_NO_HURRY, thing };
    }),
  ];
}

async function waitingSignIns(context: Context, actor: Actor, seen: readonly CalendarOverview[]): Items {
  const ended = await endedSignIns(context, actor, seen);
  return ended.map((thing) => {
    return { kind: 'signIn', id: thing.connectionId, since: thing.lastReadAt, ...IN_NO_HURRY, thing };
  });
}

/** What concerns nobody in particular, and therefore admins. */
async function waitingMachinery(context: Context): Items {
  const [held, failed, letters] = await Promise.all([
    heldMails(context.database),
    failedMail(context),
    allDeadLetters(context),
  ]);
  const heldItem = { kind: 'heldMail', id: 'held', since: held.since, ...IN_NO_HURRY, thing: held } as const;
  return [
    ...(held.count > 0 ? [heldItem] : []),
    ...failed.map((thing): WaitingItem => {
      return { kind: 'failedMail', id: thing.id, since: thing.createdAt, ...IN_NO_HURRY, thing };
    }),
    ...letters.map((thing): WaitingItem => {
      return { kind: 'job', id: thing.id, since: thing.givenUpAt, ...IN_NO_HURRY, thing };
    }),
  ];
}
