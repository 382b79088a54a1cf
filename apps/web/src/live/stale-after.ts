import type { AppRouter } from '@atelier/api/trpc/app-router';
import type { Watched } from '../api/answers.ts';

/** What is heard of: a topic of the change feed, or that a synchronisation moved. */
export type Heard = Extract<Watched, { type: 'change' }>['topic'] | 'status';

type Routers = AppRouter['_def']['record'];
type QueriesOf<Name extends keyof Routers & string> = {
  [Procedure in keyof Routers[Name] & string]: Routers[Name][Procedure] extends {
    readonly _def: { readonly type: 'query' };
  }
    ? `${Name}.${Procedure}`
    : never;
}[keyof Routers[Name] & string];

/** Every question that the server answers: `agenda.events` and so on. */
export type QueryPath = { [Name in keyof Routers & string]: QueriesOf<Name> }[keyof Routers & string];

/**
 * After which news each answer is out of date. A new question does not compile until somebody has said so here. Of
 * events, what counts is whether their times touch those that were asked for: see `isStale`.
 */
export const STALE_AFTER: { readonly [Path in QueryPath]: readonly Heard[] } = {
  // A calendar that is renamed keeps its events; one that is switched on or removed does not.
  'agenda.events': ['events', 'calendars'],
  'agenda.event': ['events', 'calendars'],
  'agenda.next': ['events', 'calendars'],
  'agenda.names': ['bookings'],
  'agenda.search': ['events', 'calendars'],
  'agenda.deleted': ['events', 'calendars'],
  'agenda.export': ['events', 'calendars'],
  'artists.list': ['bookings'],
  'artists.see': ['bookings'],
  'artists.explain': ['bookings', 'events', 'calendars'],
  'artists.free': ['bookings', 'events', 'calendars', 'slots', 'status'],
  'artists.whyClosed': ['bookings', 'events', 'calendars', 'slots'],
  'artists.holds': ['slots', 'bookings'],
  'artists.people': ['bookings', 'people'],
  'booking.studio': ['bookings', 'studio'],
  // What is free depends on the calendars as well.
  'booking.slots': ['bookings', 'studio', 'events', 'calendars'],
  'booking.next': ['bookings', 'studio', 'events', 'calendars'],
  'booking.check': ['bookings', 'studio', 'events', 'calendars'],
  'booking.challenge': [],
  'bookings.list': ['bookings'],
  'bookings.see': ['bookings'],
  // Who speaks another language has a private calendar of another name.
  'calendars.list': ['calendars', 'status', 'self'],
  'calendars.shares': ['calendars', 'people'],
  'calendars.audience': ['calendars', 'people'],
  'calendars.feeds': ['calendars'],
  'calendars.history': ['status'],
  'calendars.logs': ['status'],
  'calendars.figures': ['status'],
  'chairs.list': ['bookings'],
  'closures.list': ['bookings'],
  // A conflict, and a write that steps aside, are told as news of their calendar.
  'conflicts.list': ['calendars'],
  'conflicts.show': ['calendars', 'events'],
  // What has arrived is told with the state of its calendar.
  'conflicts.waiting': ['calendars', 'events', 'status'],
  'connections.list': ['calendars', 'status'],
  'connections.ties': ['calendars', 'bookings', 'studio', 'events'],
  'groups.list': ['calendars', 'people'],
  'dashboard.arrangement': ['self'],
  'dashboard.week': ['bookings', 'events', 'calendars', 'studio'],
  // By what address providers reach this machine is the studio's to say.
  'hints.list': ['calendars', 'status', 'studio'],
  'inquiries.list': ['bookings'],
  'inquiries.see': ['bookings'],
  // Pages behind a link have a stream of their own.
  'inquiry.see': [],
  // The queue sets a job apart after its work has returned, and tells nobody: it is looked at with every run.
  'jobs.deadLetters': ['jobs', 'status'],
  'manage.see': ['studio'],
  'manage.calendar': ['studio'],
  // Who is given a mailbox hears so themselves.
  'mailboxes.list': ['mail', 'self'],
  'mailboxes.ties': ['mail', 'calendars'],
  'mailboxes.messages': ['mail', 'self'],
  'mailboxes.search': ['mail', 'self'],
  'mailboxes.thread': ['mail', 'self'],
  // What a message says stays; its flags are told by the lists.
  'mailboxes.open': ['mail'],
  // Their bookings and ideas stand beside their mail.
  'mailboxes.client': ['mail', 'self', 'bookings'],
  'mailboxes.people': [],
  'mailboxes.signedIn': [],
  'mailboxes.colleagues': ['people', 'self'],
  'mailboxes.ids': ['mail', 'self'],
  // What the calendars have of it, and what was answered.
  'invitations.see': ['mail', 'self', 'events', 'calendars'],
  'outgoing.list': ['mail', 'self'],
  'outgoing.see': ['mail'],
  'outgoing.begin': [],
  'templates.list': ['studio', 'self'],
  'mails.list': ['bookings', 'studio', 'jobs'],
  'news.list': ['news'],
  'news.sources': ['news'],
  'news.export': ['news'],
  'notifications.see': ['self'],
  'people.me': ['self'],
  'people.list': ['people'],
  'people.link': [],
  'sessions.list': ['self'],
  // Asked again by itself until somebody has agreed.
  'loginFlow.look': [],
  'signIns.kinds': [],
  // Of one moment, for the one who has just come back.
  'signIns.see': [],
  'studio.facts': ['studio'],
  'studio.see': ['studio'],
  // Of everything something may wait; the queue tells nobody of what it gives up, and is looked at with every run.
  'waiting.list': ['bookings', 'calendars', 'events', 'jobs', 'status', 'studio'],
  'waiting.text': ['events', 'calendars'],
  'waysIn.see': ['self'],
};
