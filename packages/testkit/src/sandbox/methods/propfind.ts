import type { Exchange } from '../faults/exchange.ts';
import type { StoredUser } from '../store/calendar-store.ts';
import type { StoredCalendar } from '../store/stored-calendar.ts';
import { type Answer, failure, multistatus, propstatMarkup, responseMarkup } from '../wire/answer.ts';
import type { AskedProperties } from '../wire/dav-body.ts';
import { markup, name } from '../wire/dav-name.ts';
import { calendarPath, homePath, objectPath, principalPath } from '../wire/layout.ts';
import type { Place } from './place.ts';
import {
  calendarProperties,
  collectionProperties,
  homeProperties,
  objectProperties,
  principalProperties,
  propstats,
} from './properties.ts';

/** PROPFIND (RFC 4918 9.1). Depth infinity is served as 1, as sabre does by default. */
export function propfind(exchange: Exchange, place: Place): Answer {
  const { dav } = exchange.request;
  if (dav !== null && (dav === 'unreadable' || dav.kind !== 'propfind')) {
    return failure(400, 'This is no propfind document.');
  }
  const asked: AskedProperties = dav?.asked ?? { kind: 'all' };
  const withMembers = exchange.request.depth !== '0';
  return multistatus(responses(exchange, place, asked, withMembers));
}

function* responses(
  exchange: Exchange,
  place: Place,
  asked: AskedProperties,
  withMembers: boolean,
): Generator<string> {
  const { layout, user } = exchange;
  switch (place.kind) {
    case 'collection':
      yield responseMarkup(place.path, propstats(asked, collectionProperties, exchange)(null));
      if (withMembers && place.path === layout.principals) yield principalResponse(exchange, user, asked);
      return;
    case 'principal':
      yield principalResponse(exchange, user, asked);
      return;
    case 'home':
      yield responseMarkup(homePath(layout, user.name), propstats(asked, homeProperties, exchange)(user));
      if (withMembers) yield* homeMembers(exchange, asked);
      return;
    case 'calendar':
      yield calendarResponse(exchange, place.calendar, asked);
      if (withMembers) yield* calendarMembers(exchange, place.calendar, asked);
      return;
    case 'object':
      yield responseMarkup(
        objectPath(layout, place.calendar.owner, place.calendar.uri, place.object.name),
        propstats(asked, objectProperties, exchange)(place.object),
      );
  }
}

const principalResponse = (exchange: Exchange, user: StoredUser, asked: AskedProperties): string =>
  responseMarkup(
    principalPath(exchange.layout, user.name),
    propstats(asked, principalProperties, exchange)(user),
  );

const calendarResponse = (exchange: Exchange, calendar: StoredCalendar, asked: AskedProperties): string =>
  responseMarkup(
    calendarPath(exchange.layout, calendar.owner, calendar.uri),
    propstats(asked, calendarProperties, exchange, (of) => of.properties)(calendar),
  );

const trashedResponse = ({ layout }: Exchange, { owner, uri }: StoredCalendar): string =>
  responseMarkup(
    calendarPath(layout, owner, uri),
    propstatMarkup(
      200,
      '<d:resourcetype><d:collection/><x:deleted-calendar xmlns:x="http://nextcloud.com/ns"/></d:resourcetype>',
    ),
  );

function* homeMembers(exchange: Exchange, asked: AskedProperties): Generator<string> {
  const trashed = exchange.effect('trashed')?.calendar;
  for (const calendar of Array.from(exchange.user.calendars.values())) {
    if (calendar.uri === trashed) yield trashedResponse(exchange, calendar);
    else yield calendarResponse(exchange, calendar, asked);
  }
  const home = homePath(exchange.layout, exchange.user.name);
  for (const [extra, type] of Object.entries(exchange.layout.homeExtras)) {
    const properties = markup(name('d', 'resourcetype'), `<d:collection/>${type}`);
    yield responseMarkup(`${home}${extra}/`, propstatMarkup(200, properties));
  }
}

function* calendarMembers(
  exchange: Exchange,
  calendar: StoredCalendar,
  asked: AskedProperties,
): Generator<string> {
  if (exchange.effect('emptied')) return;
  const prefix = calendarPath(exchange.layout, calendar.owner, calendar.uri);
  const render = propstats(asked, objectProperties, exchange);
  for (const object of Array.from(calendar.objects.values())) {
    yield responseMarkup(prefix + encodeURIComponent(object.name), render(object));
  }
}
