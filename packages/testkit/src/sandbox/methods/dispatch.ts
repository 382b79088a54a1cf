import type { Exchange } from '../faults/exchange.ts';
import { type Answer, empty, failure, multistatus } from '../wire/answer.ts';
import { calendarMultiget } from './calendar-multiget.ts';
import { calendarQuery } from './calendar-query.ts';
import { deleteCalendar, makeCalendar, patchCalendar } from './collection-methods.ts';
import { deleteObject, getObject, moveObject, putObject } from './object-methods.ts';
import { findPlace, type Place } from './place.ts';
import { propfind } from './propfind.ts';
import { syncCollection } from './sync-collection.ts';

const ALLOW = 'OPTIONS, GET, HEAD, PUT, DELETE, PROPFIND, PROPPATCH, REPORT, MKCALENDAR, MKCOL, MOVE';

/** The server as it should be: one signed-in request in, its answer out. */
export function dispatch(exchange: Exchange): Answer {
  const { layout, store, user, request } = exchange;
  if (request.method === 'OPTIONS') return options(exchange);
  if (isMisspelt(exchange)) return failure(404, 'There is nothing here.');
  const told = pushRegistration(exchange);
  if (told !== null) return told;
  const place = findPlace(layout, store, user, request.target);
  if (place === 'forbidden') return failure(403, 'This belongs to somebody else.', '<d:need-privileges/>');
  if (place !== 'missing') return serve(exchange, place);
  return create(exchange) ?? failure(404, 'There is nothing here.');
}

const isMisspelt = ({ effect, request }: Exchange): boolean =>
  effect('at-signs') !== undefined && request.target.kind === 'object' && /%40/.test(request.path);

const FEATURES = '1, 3, extended-mkcol, access-control, calendar-access, sync-collection';

const options = ({ effect }: Exchange): Answer =>
  empty(200, {
    allow: ALLOW,
    dav: effect('auto-schedule') ? `${FEATURES}, calendar-auto-schedule` : FEATURES,
    'ms-author-via': 'DAV',
  });

/** Where somebody asks to be told of changes, or not to be told any more. */
function pushRegistration({ store, user, request, origin }: Exchange): Answer | null {
  const { target, method } = request;
  if (store.push === null || !('calendar' in target) || target.user !== user.name) return null;
  const calendar = user.calendars.get(target.calendar);
  if (method === 'POST' && target.kind === 'calendar' && calendar) {
    const made = store.push.register(calendar, request.body.toString('utf8'));
    if (made === null) return failure(400, 'This address is not taken.');
    return empty(201, { location: `${origin()}${request.path}push-${made.id}`, expires: made.expires });
  }
  const id = target.kind === 'object' ? /^push-(.+)$/.exec(target.name)?.[1] : undefined;
  if (method !== 'DELETE' || id === undefined) return null;
  return store.push.remove(id) ? empty(204) : failure(404, 'Nobody is told there.');
}

/** The methods that may name what does not exist yet. */
function create(exchange: Exchange): Answer | null {
  const { method, target } = exchange.request;
  if (target.kind === 'calendar' && isMake(method)) return makeCalendar(exchange, target.calendar);
  if (target.kind !== 'object' || method !== 'PUT') return null;
  const calendar = exchange.user.calendars.get(target.calendar);
  if (!calendar) return failure(409, 'The calendar of this object does not exist.');
  return putObject(exchange, calendar, target.name);
}

const isMake = (method: string): boolean => method === 'MKCALENDAR' || method === 'MKCOL';

function serve(exchange: Exchange, place: Place): Answer {
  const { method } = exchange.request;
  if (method === 'PROPFIND') return propfind(exchange, place);
  if (method === 'REPORT') return report(exchange, place);
  if (place.kind === 'object') return serveObject(exchange, place);
  if (place.kind === 'calendar') return serveCalendar(exchange, place);
  return notAllowed();
}

function serveObject(exchange: Exchange, { calendar, object }: Extract<Place, { kind: 'object' }>): Answer {
  switch (exchange.request.method) {
    case 'GET':
    case 'HEAD':
      return getObject(exchange, object);
    case 'PUT':
      return putObject(exchange, calendar, object.name);
    case 'DELETE':
      return deleteObject(exchange, calendar, object);
    case 'MOVE':
      return moveObject(exchange, calendar, object);
    default:
      return notAllowed();
  }
}

function serveCalendar(exchange: Exchange, { calendar }: Extract<Place, { kind: 'calendar' }>): Answer {
  switch (exchange.request.method) {
    case 'MKCALENDAR':
    case 'MKCOL':
      return makeCalendar(exchange, calendar.uri);
    case 'PROPPATCH':
      return patchCalendar(exchange, calendar);
    case 'DELETE':
      return deleteCalendar(exchange, calendar);
    default:
      return notAllowed();
  }
}

function report(exchange: Exchange, place: Place): Answer {
  const { dav } = exchange.request;
  if (dav === null || dav === 'unreadable') return failure(400, 'This is no report document.');
  if (place.kind !== 'calendar') {
    return exchange.layout.reportAnywhere ? multistatus([]) : unsupportedReport();
  }
  switch (dav.kind) {
    case 'sync-collection':
      return syncCollection(exchange, place.calendar, dav);
    case 'calendar-multiget':
      return calendarMultiget(exchange, place.calendar, dav);
    case 'calendar-query':
      return calendarQuery(exchange, place.calendar, dav);
    default:
      return unsupportedReport();
  }
}

const unsupportedReport = (): Answer => failure(403, 'Unknown report.', '<d:supported-report/>');
const notAllowed = (): Answer => ({ ...failure(405, 'Not here.'), headers: { allow: ALLOW } });
