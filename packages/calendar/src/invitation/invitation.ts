import type { EpochMs, EventComponent, Occurrence } from '../occurrence.ts';

/** What a mail about an event wants (RFC 5546, 3.2). One that says nothing only tells of the event. */
export const INVITATION_METHODS = [
  'REQUEST',
  'REPLY',
  'CANCEL',
  'COUNTER',
  'DECLINECOUNTER',
  'ADD',
  'REFRESH',
  'PUBLISH',
] as const;
export type InvitationMethod = (typeof INVITATION_METHODS)[number];

/** What a guest can say. */
export const ANSWERS = ['accepted', 'tentative', 'declined'] as const;
export type Answer = (typeof ANSWERS)[number];

/** Which version of an event a text is: SEQUENCE before DTSTAMP (RFC 5546, 2.1.5). */
export interface EventVersion {
  readonly sequence: number;
  /** Null where it says none that can be read. */
  readonly stamp: EpochMs | null;
}

export interface InvitedPerson {
  /** A display name, or the address. */
  readonly name: string;
  /** In lower case and without `mailto:`; the last is the one to write to. */
  readonly addresses: readonly string[];
  /** Null: they have not said anything. */
  readonly answer: Answer | null;
}

export interface Organizer extends Pick<InvitedPerson, 'name' | 'addresses'> {
  /** Whoever writes for them, and wants the answers (SENT-BY). */
  readonly sentBy: string | null;
}

/** What an event says of when and what it is; as far as a guest cares whether it has changed. */
export interface ToldEvent {
  readonly what: EventComponent;
  /** The first occurrence; null where nothing says when. */
  readonly first: Occurrence | null;
}

/** A message about one event, or about one instance of a series. Nothing of it is to be believed unseen. */
export interface Invitation extends EventVersion, ToldEvent {
  readonly method: InvitationMethod;
  readonly uid: string;
  /** Which instance of a series it is about; `master` where it is about the whole. */
  readonly instance: string;
  readonly organizer: Organizer | null;
  /** At most 200. */
  readonly guests: readonly InvitedPerson[];
  /** A note to whoever reads it. */
  readonly comment: string | null;
  /** As a calendar would hold it (RFC 4791, 4.1): without METHOD. */
  readonly text: string;
}

/** The copy of an event, or of one instance, that a calendar holds. */
export interface HeldCopy extends EventVersion, ToldEvent {
  readonly organizer: Organizer | null;
  readonly guests: readonly InvitedPerson[];
  readonly cancelled: boolean;
  /** The server that keeps it says that it could not tell the organizer (SCHEDULE-STATUS, RFC 6638, 7.3). */
  readonly undelivered: boolean;
  /** Whoever wrote it there tells the organizer themselves (SCHEDULE-AGENT, RFC 6638, 7.1). */
  readonly unscheduled: boolean;
}

/** @returns below zero where the first is older; 0 where nothing tells them apart. */
export function compareVersions(one: EventVersion, other: EventVersion): number {
  if (one.sequence !== other.sequence) return one.sequence - other.sequence;
  return one.stamp === null || other.stamp === null ? 0 : one.stamp - other.stamp;
}
