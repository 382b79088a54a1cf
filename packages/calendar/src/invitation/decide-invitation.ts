import {
  type Answer,
  compareVersions,
  type EventVersion,
  type HeldCopy,
  type Invitation,
  type InvitedPerson,
  type Organizer,
} from './invitation.ts';
import { type ToldChange, toldChanges } from './told-changes.ts';
import { addressesOfOrganizer, guestAmong, isAmong } from './who-is-who.ts';

/** Everything that is known when a message about an event is looked at. */
export interface InvitationCase {
  readonly invitation: Invitation;
  /** Addresses of whoever reads it. */
  readonly own: readonly string[];
  /** Who the mail says that it comes from: From, Reply-To, Sender. */
  readonly senders: readonly string[];
  /** The domain of the sender disowns the mail, as the receiving server found (DMARC). */
  readonly disowned: boolean;
  /** What a calendar of theirs holds of it. */
  readonly held: HeldCopy | null;
  /** What was answered from here, and to which version. */
  readonly answered: (EventVersion & { readonly answer: Answer }) | null;
}

export type InvitationStanding =
  /** They are asked, and have not answered. */
  | 'asked'
  /** They have answered this very version. */
  | 'answered'
  /** They know an older version. */
  | 'changed'
  /** A newer version is known: there is nothing to be done with this one. */
  | 'outdated'
  /** It is called off, and still stands in the calendar. */
  | 'off'
  /** It is called off, and nothing of it stands any more. */
  | 'called-off'
  /** Nobody asks them: they can have it in their calendar. */
  | 'told'
  /** Told, and in the calendar as it is here. */
  | 'kept'
  /** They are the organizer. */
  | 'own'
  /** The event in the calendar is somebody else's than the message says. */
  | 'foreign'
  /** What they have answered themselves, as it went out. */
  | 'own-answer'
  /** A guest of theirs has answered, which the calendar does not know. */
  | 'guest-answer'
  | 'guest-answer-known'
  /** To a version that is no more. */
  | 'guest-answer-outdated'
  /** Of somebody whom they have not invited. */
  | 'stranger-answer'
  /** About an event that none of their calendars has. */
  | 'unknown'
  /** A guest proposes something else; the organizer does not want a proposal. */
  | 'proposal'
  | 'proposal-declined'
  /** For programs among themselves. */
  | 'for-programs';

export type InvitationAct = 'answer' | 'add' | 'call-off' | 'note-answer';

export interface InvitationVerdict {
  readonly standing: InvitationStanding;
  /** Who of the guests is meant: whoever reads it, or who answers them. */
  readonly guest: InvitedPerson | null;
  /** What whoever reads it has said last, to whatever version. */
  readonly answer: Answer | null;
  /** The mail does not come from whom it says: an answer goes to the organizer all the same. */
  readonly forged: boolean;
  /** What differs from what the calendar has. */
  readonly changes: readonly ToldChange[];
  /** What may be done with it; nothing of it by itself (M10). */
  readonly act: InvitationAct | null;
}

/** What a message about an event comes to for whoever reads it (RFC 5546). Changes nothing. */
export function decideInvitation(situation: InvitationCase): InvitationVerdict {
  const { invitation, own, held } = situation;
  const guest = guestAmong(invitation.guests, own);
  const answer = situation.answered?.answer ?? (held && guestAmong(held.guests, own)?.answer) ?? null;
  const isOwnAnswer = invitation.method === 'REPLY' && guest !== null;
  const changes = held && !isOwnAnswer ? toldChanges(held, invitation) : [];
  const verdict = { guest, answer, forged: isForged(situation), changes };
  return { ...verdict, ...standingOf(situation, verdict) };
}

type Found = Omit<InvitationVerdict, 'standing' | 'act'>;
type Standing = Pick<InvitationVerdict, 'standing' | 'act'> & Partial<Pick<InvitationVerdict, 'guest'>>;

function standingOf(situation: InvitationCase, found: Found): Standing {
  switch (situation.invitation.method) {
    case 'REQUEST':
      return requested(situation, found);
    case 'PUBLISH':
      return told(situation, found);
    case 'CANCEL':
      return cancelled(situation);
    case 'REPLY':
      return replied(situation, found);
    case 'COUNTER':
      return { standing: situation.held ? 'proposal' : 'unknown', act: null };
    case 'DECLINECOUNTER':
      return { standing: 'proposal-declined', act: null };
    case 'ADD':
    case 'REFRESH':
      return { standing: 'for-programs', act: null };
  }
}

function requested(situation: InvitationCase, found: Found): Standing {
  const { invitation, own, held } = situation;
  // Nobody can be answered.
  if (!invitation.organizer || !found.guest) return told(situation, found);
  if (isOwn(invitation.organizer, own)) return { standing: 'own', act: null };
  if (isForeign(situation)) return { standing: 'foreign', act: null };
  const order = orderOf(situation, found.changes);
  if (order !== null && order < 0) return { standing: 'outdated', act: null };
  if (order === 0 && held?.cancelled) return { standing: 'called-off', act: null };
  if (order !== null && order > 0) return { standing: 'changed', act: 'answer' };
  return { standing: found.answer === null ? 'asked' : 'answered', act: 'answer' };
}

/** What is only told of; also where somebody else is asked, and the message was sent on. */
function told(situation: InvitationCase, { changes }: Found): Standing {
  const { invitation, held, own } = situation;
  if (!held) return { standing: 'told', act: 'add' };
  if (invitation.organizer && isOwn(invitation.organizer, own)) return { standing: 'own', act: null };
  if (isForeign(situation)) return { standing: 'foreign', act: null };
  const order = orderOf(situation, changes) ?? 0;
  if (order < 0) return { standing: 'outdated', act: null };
  return order === 0 ? { standing: 'kept', act: null } : { standing: 'changed', act: 'add' };
}

function cancelled(situation: InvitationCase): Standing {
  const { invitation, held, own } = situation;
  if (invitation.organizer && isOwn(invitation.organizer, own)) return { standing: 'own', act: null };
  if (!held || held.cancelled) return { standing: 'called-off', act: null };
  if (isForeign(situation)) return { standing: 'foreign', act: null };
  // Some senders never count up: the same number takes back as well.
  if (invitation.sequence < held.sequence) return { standing: 'outdated', act: null };
  return { standing: 'off', act: 'call-off' };
}

/** To whoever reads it, as the organizer. Programs leave the organizer out of their answers: the calendar knows. */
function replied({ invitation, held, own }: InvitationCase, found: Found): Standing {
  if (found.guest) return { standing: 'own-answer', act: null };
  const [written] = invitation.guests;
  const guest = written ?? null;
  if (!held) return { standing: 'unknown', act: null, guest };
  if (!held.organizer || !isOwn(held.organizer, own)) return { standing: 'foreign', act: null, guest };
  const invited = written && guestAmong(held.guests, written.addresses);
  if (!invited) return { standing: 'stranger-answer', act: null, guest };
  if (invited.answer === written.answer) return { standing: 'guest-answer-known', act: null, guest };
  if (invitation.sequence < held.sequence) return { standing: 'guest-answer-outdated', act: null, guest };
  return { standing: 'guest-answer', act: written.answer === null ? null : 'note-answer', guest };
}

/**
 * How it stands to the version that is known; null where none is. A stamp tells when a text was written, not that
 * anything was: where nothing that people see differs, it is the same version.
 */
function orderOf(
  { invitation, held, answered }: InvitationCase,
  changes: readonly ToldChange[],
): number | null {
  const known = [held, answered]
    .filter((one) => one !== null)
    .toSorted(compareVersions)
    .at(-1);
  if (!known) return null;
  const order = compareVersions(invitation, known);
  const stampAlone = held !== null && invitation.sequence === held.sequence && changes.length === 0;
  return stampAlone && invitation.sequence === known.sequence ? 0 : order;
}

function isOwn(organizer: Organizer, own: readonly string[]): boolean {
  return isAmong(addressesOfOrganizer(organizer), own);
}

/** Of a UID alone nobody knows whose it is: they are told to every guest. */
function isForeign({ invitation, held, own }: InvitationCase): boolean {
  if (!held?.organizer) return false;
  if (isOwn(held.organizer, own)) return true;
  const { organizer } = invitation;
  return !organizer || !isAmong(addressesOfOrganizer(organizer), addressesOfOrganizer(held.organizer));
}

/** An answer is its guest's to send, everything else the organizer's. */
function isForged({ invitation, senders, disowned }: InvitationCase): boolean {
  const { method, organizer, guests } = invitation;
  const isGuests = method === 'REPLY' || method === 'COUNTER' || method === 'REFRESH';
  const author = isGuests ? (guests[0]?.addresses ?? []) : organizer ? addressesOfOrganizer(organizer) : [];
  return disowned || (author.length > 0 && !isAmong(author, senders));
}
