import type { DavBody } from '../wire/dav-body.ts';
import type { DavRequest } from './exchange.ts';

type Match = (request: DavRequest) => boolean;

/** `onMethod('PUT', 'DELETE')`. */
export const onMethod =
  (...methods: readonly string[]): Match =>
  (request) =>
    methods.includes(request.method);

/** Requests whose XML is of this kind, `sync-collection` for example. */
export const onBody =
  (...kinds: readonly DavBody['kind'][]): Match =>
  ({ dav }) =>
    dav !== null && dav !== 'unreadable' && kinds.includes(dav.kind);

/** Requests for a calendar, or for an object in it. */
export const onCalendar =
  (calendar: string): Match =>
  ({ target }) =>
    'calendar' in target && target.calendar === calendar;

export const onObject =
  (name: string): Match =>
  ({ target }) =>
    target.kind === 'object' && target.name === name;

/** `both(onMethod('PUT'), onCalendar('work'))`. */
export const both =
  (...matches: readonly Match[]): Match =>
  (request) =>
    matches.every((match) => match(request));
