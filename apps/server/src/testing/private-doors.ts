import { randomUUID } from 'node:crypto';
import { eventFields, SECRET, type Thing } from './private-events.ts';

export interface Door {
  readonly input: (thing: Thing) => unknown;
  /**
   * What it is to somebody who sees the calendar, of an event that is private to another: the same as none at all, or
   * no more than that there is something (an agenda shows that the time is taken).
   */
  readonly foreign: 'absent' | 'veiled';
  /** Whether its owner reads the content there; writers and lists of other things do not say it. */
  readonly tells: boolean;
  /** Closed to all but the owner, private event or not. */
  readonly ownersOnly?: true;
}

const span = () => {
  const from = new Date();
  return { from, to: new Date(from.getTime() + 7 * 86_400_000) };
};
export const file = ({ uid }: Thing): string =>
  `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//EN\r\nBEGIN:VEVENT\r\nUID:${uid}\r\nDTSTAMP:20260101T000000Z\r\nDTSTART:20260704T100000Z\r\nDTEND:20260704T110000Z\r\nSUMMARY:Overwritten\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`;
const ALL = { scope: 'all' };

/** Every procedure that takes or gives a calendar, an event, a waiting write, a conflict or a tombstone. */
export const DOORS: Readonly<Record<string, Door>> = {
  'agenda.events': {
    input: ({ calendarId }) => ({ ...span(), calendarIds: [calendarId] }),
    foreign: 'veiled',
    tells: true,
  },
  'agenda.event': {
    input: ({ objectId }) => ({ objectId, recurrenceId: null }),
    foreign: 'veiled',
    tells: true,
  },
  'agenda.search': { input: () => ({ words: [SECRET], limit: 50 }), foreign: 'absent', tells: true },
  'agenda.next': { input: () => ({ limit: 50 }), foreign: 'veiled', tells: true },
  'agenda.add': {
    input: ({ calendarId, objectId }) => ({
      calendarId,
      id: objectId,
      fields: { ...eventFields('private'), summary: 'x' },
    }),
    foreign: 'veiled',
    tells: true,
  },
  'agenda.edit': {
    input: ({ objectId }) => ({ id: objectId, patch: { location: 'x' }, scope: ALL }),
    foreign: 'veiled',
    tells: true,
  },
  'agenda.remove': {
    input: ({ objectId }) => ({ id: objectId, scope: ALL }),
    foreign: 'veiled',
    tells: false,
  },
  'agenda.move': {
    input: ({ objectId, otherCalendarId }) => ({ id: objectId, toCalendarId: otherCalendarId }),
    foreign: 'veiled',
    tells: true,
  },
  'agenda.deleted': { input: () => undefined, foreign: 'absent', tells: true },
  'agenda.restore': { input: ({ tombstoneId }) => ({ id: tombstoneId }), foreign: 'absent', tells: true },
  'agenda.undo': {
    input: ({ editId }) => ({ editId, as: randomUUID() }),
    foreign: 'absent',
    tells: false,
    ownersOnly: true,
  },
  'agenda.import': {
    input: (thing) => ({ calendarId: thing.calendarId, text: file(thing) }),
    foreign: 'veiled',
    tells: false,
  },
  'agenda.export': {
    input: ({ calendarId }) => ({ calendarId }),
    foreign: 'veiled',
    tells: true,
  },
  'calendars.list': { input: () => undefined, foreign: 'veiled', tells: false },
  'calendars.shares': {
    input: ({ calendarId }) => ({ calendarId }),
    foreign: 'veiled',
    tells: false,
    ownersOnly: true,
  },
  'calendars.feeds': { input: ({ calendarId }) => ({ calendarId }), foreign: 'veiled', tells: false },
  'calendars.history': { input: ({ calendarId }) => ({ calendarId }), foreign: 'veiled', tells: true },
  'conflicts.list': {
    input: ({ calendarId }) => ({ calendarId, settled: true }),
    foreign: 'absent',
    tells: true,
  },
  'conflicts.show': { input: ({ conflictId }) => ({ id: conflictId }), foreign: 'absent', tells: true },
  'conflicts.resolve': {
    input: ({ conflictId }) => ({ id: conflictId, take: 'mine' }),
    foreign: 'absent',
    tells: false,
  },
  'conflicts.waiting': { input: ({ calendarId }) => ({ calendarId }), foreign: 'absent', tells: true },
  'conflicts.retry': { input: ({ writeId }) => ({ id: writeId }), foreign: 'absent', tells: false },
  'waiting.list': { input: () => undefined, foreign: 'absent', tells: true },
  'waiting.text': { input: ({ objectId }) => ({ id: objectId }), foreign: 'absent', tells: true },
  'waiting.look': { input: ({ objectId }) => ({ id: objectId }), foreign: 'absent', tells: false },
  'conflicts.discard': { input: ({ writeId }) => ({ id: writeId }), foreign: 'absent', tells: false },
};

/** Everything else has nothing to do with what an event says; a new procedure is put here or above. */
export const ELSEWHERE: readonly string[] = [
  // Names of artists and clients, of bookings and ideas alone.
  // A stream that answers nothing; what comes of it is tried beside its use case.
  ...paths('agenda', 'names watch'),
  ...paths('artists', 'list see add set setHours saveService explain people free whyClosed holds'),
  ...paths('booking', 'studio slots next watchSlots check hold extendHold releaseHold challenge submit'),
  ...paths('bookings', 'list see answer move add settle verify'),
  ...paths(
    'calendars',
    'addOwn set keepPrivateAt remove syncNow approveRemovals keepRemovals logs figures survey',
  ),
  // Who may see a calendar, and where programs fetch it; what they are answered is tried in shared-calendars.
  ...paths('calendars', 'audience share addFeed revokeFeed'),
  ...paths('chairs', 'list save'),
  // Says which calendar changed and when, never what.
  ...paths('changes', 'watch'),
  ...paths('closures', 'list add remove'),
  ...paths('signIns', 'kinds begin see connect'),
  ...paths('loginFlow', 'begin look connect cancel'),
  ...paths('connections', 'list find test connect renewPassword ties remove'),
  ...paths('groups', 'list add rename remove setMember'),
  // By what accounts are heard of, and since when; never what was heard.
  ...paths('hints', 'list set'),
  // How many and how long, never what.
  ...paths('dashboard', 'arrangement arrange week'),
  ...paths('inquiries', 'list see answer offer decline close'),
  ...paths('inquiry', 'send see pick withdraw watch'),
  // Which work on which row failed; words of events are in none of it.
  ...paths('jobs', 'deadLetters retry'),
  ...paths('manage', 'see cancel reschedule approve decline calendar accept watch'),
  // Mailboxes are others than calendars; who reads which is tried beside their use cases.
  ...paths(
    'mailboxes',
    'list find connect beginSignIn signedIn connectSignedIn change ties remove ask watch',
  ),
  ...paths('mailboxes', 'messages search thread open client people mark move deleteForGood'),
  // Who works here; whole folders by their ids, and pictures of messages.
  ...paths('mailboxes', 'colleagues ids empty showPictures'),
  ...paths('templates', 'list save remove'),
  ...paths('outgoing', 'takeFiles'),
  // Own calendars alone; who sees what is tried beside their use cases.
  ...paths('invitations', 'see answer take'),
  // What sites publish, and who has chosen which of them; nothing of a calendar.
  ...paths('news', 'list sources find add change remove read ask rehearse import export'),
  ...paths('outgoing', 'list see begin save detach send settleDraft settle'),
  ...paths('mails', 'list retry sendHeld dropHeld'),
  ...paths('notifications', 'see save remove test leave'),
  ...paths('sessions', 'list end endOthers'),
  ...paths('people', 'me nameMyself speak changePassword list add invite setRole resetPassword'),
  // What is handed over is the new owner's from then on; the answer says how much it is, not what.
  ...paths('people', 'takeFactorOff disable enable remove link acceptLink'),
  ...paths('studio', 'facts see save'),
  ...paths('waysIn', 'see beginFactor confirmFactor renewCodes turnFactorOff namePasskey removePasskey'),
];

function paths(router: string, names: string): readonly string[] {
  return names.split(' ').map((name) => `${router}.${name}`);
}
