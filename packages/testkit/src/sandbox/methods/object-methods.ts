import { scheduled } from '../faults/auto-schedule.ts';
import { type Exchange, lacks } from '../faults/exchange.ts';
import { checkObject } from '../store/object-check.ts';
import {
  eraseObject,
  otherHolderOfUid,
  type StoredCalendar,
  type StoredObject,
  writeObject,
} from '../store/stored-calendar.ts';
import { type Answer, empty, failure } from '../wire/answer.ts';
import { objectPath, targetOf } from '../wire/layout.ts';
import { conditionsHold, isUnmodified, shownEtag } from './entity-tag.ts';
import { servedBody } from './served-body.ts';

const STAMP = 'X-SANDBOX-REWRITTEN:TRUE';

/**
 * The same event in other bytes, as servers that parse and print do it: another PRODID, a property of
 * their own at the end of each component. Doing it twice changes nothing more.
 */
function rewriteBody(body: string): string {
  const printed = body.replace(/^PRODID:.*$/m, 'PRODID:-//Sandbox//Rewriter//EN');
  if (printed.includes(STAMP)) return printed;
  return printed.replace(/^END:VEVENT$/gm, `${STAMP}\r\nEND:VEVENT`).replace(/\r?\n/g, '\r\n');
}

const CALENDAR_TYPE = 'text/calendar; charset=utf-8';
const unmet = failure(412, 'A condition of the request is not met.');

/** GET and HEAD; that HEAD has no body is the sender's business. */
export function getObject(exchange: Exchange, object: StoredObject): Answer {
  const headers = {
    ...versionHeaders(exchange, object),
    'last-modified': new Date(object.modified.epochMilliseconds).toUTCString(),
  };
  if (isUnmodified(exchange, object)) return empty(304, headers);
  return {
    status: 200,
    headers: { ...headers, 'content-type': CALENDAR_TYPE },
    body: servedBody(exchange, object),
  };
}

/** PUT (RFC 4791 5.3.2): 201 for a new object, 204 for a changed one, with its ETag when the bytes are kept. */
export function putObject(exchange: Exchange, calendar: StoredCalendar, name: string): Answer {
  if (calendar.readOnly) return readOnly(exchange);
  const before = calendar.objects.get(name);
  if (!conditionsHold(exchange, before)) return unmet;
  const sent = exchange.request.body.toString('utf8');
  const check = checkObject(sent);
  if (!check.ok) return failure(check.status, check.reason, '<cal:valid-calendar-data/>');
  if (!calendar.components.includes(check.component)) {
    return failure(403, 'This calendar does not take that component.', '<cal:supported-calendar-component/>');
  }
  const conflict = uidConflict(exchange, calendar, check.uid, name);
  return (
    conflict ??
    store(exchange, calendar, { name, before, sent: scheduled(exchange, sent, before?.body ?? null) })
  );
}

function store(
  exchange: Exchange,
  calendar: StoredCalendar,
  {
    name,
    before,
    sent,
  }: { readonly name: string; readonly before: StoredObject | undefined; readonly sent: string },
): Answer {
  const isNew = !before;
  const renamed = isNew && exchange.effect('put-renamed') !== undefined;
  const kept = renamed ? `${exchange.store.newId()}.ics` : name;
  const rewritten = exchange.effect('put-rewritten');
  const object = writeObject(calendar, kept, rewritten ? rewriteBody(sent) : sent, exchange.store.now());
  const silent = exchange.effect('put-without-etag') !== undefined || rewritten?.etag === 'absent';
  return empty(isNew ? 201 : 204, {
    ...(silent ? {} : versionHeaders(exchange, object)),
    ...(renamed && { location: objectPath(exchange.layout, calendar.owner, calendar.uri, kept) }),
  });
}

export function deleteObject(exchange: Exchange, calendar: StoredCalendar, object: StoredObject): Answer {
  if (calendar.readOnly) return readOnly(exchange);
  if (!conditionsHold(exchange, object)) return unmet;
  eraseObject(calendar, object.name);
  calendar.trashed.add(object.uid);
  return empty(204);
}

/** MOVE to another name or calendar of the same user (RFC 4918 9.9); the body stays, so the ETag stays. */
export function moveObject(exchange: Exchange, calendar: StoredCalendar, object: StoredObject): Answer {
  if (lacks(exchange, 'move'))
    return exchange.layout.belowAccount ? unmet : failure(405, 'MOVE is not allowed.');
  if (!conditionsHold(exchange, object)) return unmet;
  const destination = destinationOf(exchange);
  if (!destination) return failure(403, 'The destination is not a place for objects of yours.');
  const { calendar: to, name } = destination;
  if (calendar.readOnly || to.readOnly) return readOnly(exchange);
  const replaced = to.objects.get(name);
  if (replaced && exchange.request.headers.overwrite === 'F') return unmet;
  const conflict = to === calendar ? null : uidConflict(exchange, to, object.uid, name);
  if (conflict) return conflict;
  eraseObject(calendar, object.name);
  writeObject(to, name, object.body, exchange.store.now());
  return empty(replaced ? 204 : 201);
}

function destinationOf(exchange: Exchange): { calendar: StoredCalendar; name: string } | null {
  const header = exchange.request.headers.destination;
  if (typeof header !== 'string') return null;
  const path = URL.canParse(header) ? new URL(header).pathname : header;
  const target = targetOf(exchange.layout, path);
  if (target.kind !== 'object' || target.user !== exchange.user.name) return null;
  const calendar = exchange.user.calendars.get(target.calendar);
  return calendar ? { calendar, name: target.name } : null;
}

function readOnly(exchange: Exchange): Answer {
  const form = exchange.effect('read-only-form')?.form;
  if (form === '404') return failure(404, 'There is nothing here.');
  return failure(403, 'This calendar is read-only.', form === undefined ? '<d:need-privileges/>' : '');
}

function uidConflict(exchange: Exchange, calendar: StoredCalendar, uid: string, name: string): Answer | null {
  if (exchange.effect('trash-bin') && calendar.trashed.has(uid))
    return failure(400, 'Deleted calendar object with uid already exists in this calendar collection.');
  if (exchange.effect('uid-conflict')?.form === 'account' && isElsewhere(exchange, calendar, uid))
    return failure(412, 'The account has an event with this UID.', '<cal:no-uid-conflict/>');
  const holder = otherHolderOfUid(calendar, uid, name);
  const form = exchange.effect('uid-conflict')?.form;
  if (holder === null || form === 'allowed') return null;
  const message = 'Calendar object with this uid already exists in this collection.';
  if (form === '400') return failure(400, message);
  if (form === '403') return failure(403, message, '<cal:unique-scheduling-object-resource/>');
  const href = objectPath(exchange.layout, calendar.owner, calendar.uri, holder);
  const inner = form === '409-without-href' ? '' : `<d:href>${href}</d:href>`;
  return failure(409, message, `<cal:no-uid-conflict>${inner}</cal:no-uid-conflict>`);
}

const isElsewhere = ({ user }: Exchange, calendar: StoredCalendar, uid: string): boolean =>
  [...user.calendars.values()].some(
    (other) => other !== calendar && (other.namesByUid.get(uid)?.size ?? 0) > 0,
  );

function versionHeaders(exchange: Exchange, object: StoredObject): Record<string, string> {
  const etag = shownEtag(exchange, object);
  const isTagged = exchange.effect('schedule-tag') !== undefined;
  return {
    ...(etag !== null && { etag }),
    ...(isTagged && { 'schedule-tag': `"${exchange.store.newId()}"` }),
  };
}
