import type { EpochMs } from '@atelier/calendar/occurrence';
import type { BookingStep, Booking as WholeBooking } from '../state/booking-state.ts';
import { readMark } from './request-mark.ts';

/** Whose turn it is makes no difference to what an artist meant. */
type Booking = Omit<WholeBooking, 'turn'>;

/** What an event of a booking says. */
interface EntryState {
  readonly title: string;
  readonly start: EpochMs;
  readonly end: EpochMs;
}

/** The event when both sides last agreed: as last written, or as last taken over from there. */
export interface KnownEntry extends EntryState {
  /** Whether the booking was a request then, whatever the title says. */
  readonly requested: boolean;
}

/** The event as the calendar has it now. */
export interface RemoteEntry extends EntryState {
  readonly allDay: boolean;
  readonly recurring: boolean;
  /** STATUS:CANCELLED, which some apps write instead of deleting. */
  readonly cancelled: boolean;
}

export type RemoteChange =
  /** Nothing that concerns the booking; a title in the artist's own words stays as it is. */
  | { readonly kind: 'nothing' }
  /** To be taken in this order, in one transaction, and to be told to the client in one message. */
  | { readonly kind: 'steps'; readonly steps: readonly BookingStep[] }
  /** Nobody can say what was meant, or both sides changed it: a person decides. */
  | { readonly kind: 'conflict'; readonly conflict: EntryConflict };

const NOTHING: RemoteChange = { kind: 'nothing' };

/**
 * What an artist meant by what they did to the event of a booking in their own calendar (B9): taking the prefix away
 * confirms, moving or stretching it reschedules, both do both, deleting it declines or cancels. `remote` is null when
 * the event is gone, for certain: an unreachable calendar is not. What was also changed here since both agreed, and
 * not in the same way, is a conflict. Whether a new time is free is for the caller to ask.
 */
export function readRemoteChange(
  booking: Booking,
  known: KnownEntry,
  remote: RemoteEntry | null,
): RemoteChange {
  const open = booking.state === 'REQUESTED' || booking.state === 'CONFIRMED';
  if (!remote || remote.cancelled) return open ? deleted(booking, known) : NOTHING;
  if (!open) return changedAfterEnd(booking, known, remote);
  const time = readTime(booking, known, remote);
  const title = readTitle(booking, known, remote);
  if (time.kind === 'conflict') return time;
  if (title.kind === 'conflict') return title;
  // Moved before it is confirmed, so that nobody is promised the old time.
  const steps = [...stepsOf(time), ...stepsOf(title)];
  return steps.length > 0 ? { kind: 'steps', steps } : NOTHING;
}

function stepsOf(change: RemoteChange): readonly BookingStep[] {
  return change.kind === 'steps' ? change.steps : [];
}

function step(meant: BookingStep): RemoteChange {
  return { kind: 'steps', steps: [meant] };
}

function deleted(booking: Booking, known: KnownEntry): RemoteChange {
  const requested = booking.state === 'REQUESTED';
  // They deleted something else than what is there now: a request since confirmed, or the old time.
  if (!sameTime(booking, known) || (known.requested && !requested)) return entryConflict('deleted-there');
  return step({ action: requested ? 'decline' : 'cancel', by: 'artist' });
}

/** What is left of a booking that is over is history, and theirs; but it may be an attempt to revive it. */
function changedAfterEnd(booking: Booking, known: KnownEntry, remote: RemoteEntry): RemoteChange {
  const confirmed = known.requested && readMark(remote.title, known.title) === 'confirmed';
  const tookPlace = booking.state === 'COMPLETED' || booking.state === 'NO_SHOW';
  const revived = !sameTime(known, remote) || (confirmed && !tookPlace);
  return revived ? entryConflict('over') : NOTHING;
}

function readTime(booking: Booking, known: KnownEntry, remote: RemoteEntry): RemoteChange {
  if (remote.recurring) return entryConflict('recurring');
  if (remote.allDay) return entryConflict('all-day');
  if (sameTime(remote, known) || sameTime(remote, booking)) return NOTHING;
  if (!(remote.start < remote.end)) return entryConflict('no-length');
  if (!sameTime(booking, known)) return entryConflict('moved-twice');
  return step({ action: 'reschedule', by: 'artist', start: remote.start, end: remote.end });
}

function readTitle(booking: Booking, known: KnownEntry, remote: RemoteEntry): RemoteChange {
  if (remote.title === known.title) return NOTHING;
  const mark = readMark(remote.title, known.title);
  if (!known.requested) return mark === 'request' ? entryConflict('request-again') : NOTHING;
  if (mark === 'unclear') return entryConflict('unclear-title');
  return mark === 'confirmed' && booking.state === 'REQUESTED'
    ? step({ action: 'confirm', by: 'artist' })
    : NOTHING;
}

function sameTime(a: { start: EpochMs; end: EpochMs }, b: { start: EpochMs; end: EpochMs }): boolean {
  return a.start === b.start && a.end === b.end;
}

type EntryConflict =
  | 'deleted-there' // deleted there, and moved or confirmed here
  | 'moved-twice' // moved on both sides, to different times
  | 'all-day'
  | 'recurring'
  | 'no-length'
  | 'request-again' // the prefix was put back before a confirmed booking
  | 'unclear-title'
  | 'over'; // changed there after it had ended here

/** A person decides what was meant. */
function entryConflict(conflict: EntryConflict) {
  return { kind: 'conflict', conflict } as const;
}
