import type { HeldMails } from '@atelier/database/mail/held-mails';
import type { SeenBooking } from '../booking/view/see-bookings.ts';
import type { ConflictItem } from '../conflicts/list-conflicts.ts';
import type { WaitingWrite } from '../conflicts/list-waiting.ts';
import type { NamedDeadLetter } from '../health/dead-letters.ts';
import type { StudioInquiry } from '../inquiry/studio-inquiries.ts';
import type { FailedMail } from '../mail/list-mail.ts';
import type { EndedSignIn } from './ended-sign-ins.ts';
import type { HeldRemovals } from './held-removals.ts';
import type { ListedCalendar } from './listed-calendars.ts';
import type { UnsureEvent } from './unsure-events.ts';

/** What each kind of waiting thing says of itself. */
export interface WaitingThings {
  readonly request: SeenBooking;
  readonly idea: StudioInquiry;
  /** An appointment with which something is wrong in the calendar. */
  readonly trouble: SeenBooking;
  /** An appointment that was promised while a calendar could not be asked. */
  readonly unverified: SeenBooking;
  readonly conflict: ConflictItem;
  readonly removals: HeldRemovals;
  readonly write: WaitingWrite;
  readonly unreadable: UnsureEvent;
  readonly repaired: UnsureEvent;
  readonly newCalendar: ListedCalendar;
  readonly goneCalendar: ListedCalendar;
  readonly signIn: EndedSignIn;
  readonly heldMail: HeldMails;
  readonly failedMail: FailedMail;
  readonly job: NamedDeadLetter;
}

export type WaitingKind = keyof WaitingThings;

/** Something that stands still until a person has said what becomes of it. */
export type WaitingItem = {
  readonly [Kind in WaitingKind]: {
    readonly kind: Kind;
    /** Among those of its kind. */
    readonly id: string;
    /** Since when it waits; null where nobody knows. */
    readonly since: Date | null;
    /** By when it has to be settled; null where it has time. */
    readonly until: Date | null;
    readonly thing: WaitingThings[Kind];
  };
}[WaitingKind];

/** What has to be settled first comes first; of the rest, what has waited longest. */
export function inTurn(items: readonly WaitingItem[]): readonly WaitingItem[] {
  const at = (time: Date | null) => time?.getTime() ?? Number.POSITIVE_INFINITY;
  const compare = (a: number, b: number) => (a === b ? 0 : a < b ? -1 : 1);
  return items.toSorted((a, b) => compare(at(a.until), at(b.until)) || compare(at(a.since), at(b.since)));
}
