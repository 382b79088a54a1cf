import { deltaPage, firstToken, readToken } from './delta.ts';
import {
  eventAnswer,
  exceptionAnswer,
  extendedAnswer,
  instanceAnswer,
  type Showing,
  seriesParts,
  viewAnswers,
} from './event-answer.ts';
import { createEvent, type Found, findEvent, patchEvent, removeEvent } from './event-writes.ts';
import {
  type Fields,
  GraphError,
  invalid,
  notFound,
  type StoredCalendar,
  type StoredUser,
} from './graph-store.ts';
import type { Asked } from './lint.ts';
import { mailAnswer } from './mail/mail-routes.ts';
import { occurrencesIn, recurrenceOf } from './occurrences.ts';
import type { Answered, Serving } from './serving.ts';

const ok = (body: Fields): Answered => ({ status: 200, body });
const NOTHING: Answered = { status: 204, body: null };

export function answer(serving: Serving, user: StoredUser, asked: Asked): Answered {
  const { method, path } = asked;
  const parts = path.split('/').slice(1).map(decodeURIComponent);
  if (parts[0] !== 'me') throw notFound();
  if (parts.length === 1 && method === 'GET') return ok(me(user));
  const mail = mailAnswer(serving, user, asked);
  if (mail) return mail;
  if (parts[1] === 'calendars' && parts.length === 2 && method === 'GET')
    return calendars(serving, user, asked);
  if (parts[1] !== 'calendars') throw notFound();
  const calendar = user.calendars.get(parts[2] ?? '');
  if (!calendar) throw notFound();
  const showing: Showing = { user, calendar, settings: serving.settings };
  const [, , , what, id, more] = parts;
  if (what === undefined && method === 'GET') return ok(calendarAnswer(user, calendar));
  if (what === 'calendarView' && method === 'GET')
    return id === 'delta' ? delta(serving, showing, asked) : view(serving, showing, asked);
  if (what === 'events' && id === undefined)
    return method === 'GET' ? list(serving, showing, asked) : create(serving, showing, asked);
  if (what === 'events' && id !== undefined && more === 'instances')
    return instances(serving, showing, id, asked);
  if (what === 'events' && id !== undefined && more === undefined) return one(serving, showing, id, asked);
  throw notFound();
}

function me({ id, mail, displayName }: StoredUser): Fields {
  return { id, displayName, mail, userPrincipalName: mail };
}

function calendars(serving: Serving, user: StoredUser, asked: Asked): Answered {
  return paged(serving, asked, [...user.calendars.values()], (calendar) => calendarAnswer(user, calendar));
}

function calendarAnswer(user: StoredUser, calendar: StoredCalendar): Fields {
  const { id, name, canEdit, hexColor, isDefault, owner } = calendar;
  return {
    id,
    name,
    color: hexColor === '' ? 'auto' : 'lightBlue',
    hexColor,
    isDefaultCalendar: isDefault,
    canEdit,
    canShare: owner === null,
    owner: { name: owner ?? user.displayName, address: owner ?? user.mail },
    changeKey: `ck-${id}`,
  };
}

function delta(serving: Serving, showing: Showing, { query, headers }: Asked): Answered {
  const narrowed = ['$select', '$expand', '$filter', '$orderby', '$search'].find((name) => query.has(name));
  if (narrowed) throw invalid(`${narrowed} is not supported with change tracking.`, 'ErrorInvalidRequest');
  const size = Number(
    /odata\.maxpagesize=(\d+)/.exec(headers['prefer'] ?? '')?.[1] ?? serving.settings.pageSize,
  );
  const [begun, going] = [query.get('$deltatoken'), query.get('$skiptoken')];
  const token =
    begun === null && going === null
      ? firstToken(stretchIn(query), showing, Math.min(size, 200))
      : readToken(begun ?? going ?? '', showing, begun !== null);
  const { value, next } = deltaPage(showing, token);
  const link = `${serving.base()}/me/calendars/${encodeURIComponent(showing.calendar.id)}/calendarView/delta?$${next.kind}=${next.token}`;
  const shown = serving.emptied ? [] : value;
  return ok({ value: shown, [next.kind === 'skiptoken' ? '@odata.nextLink' : '@odata.deltaLink']: link });
}

function stretchIn(query: URLSearchParams): { readonly from: string; readonly to: string } {
  const [from, to] = [query.get('startDateTime'), query.get('endDateTime')];
  if (from === null || to === null)
    throw invalid('startDateTime and endDateTime are needed.', 'ErrorInvalidParameter');
  const instant = (text: string) =>
    Temporal.Instant.from(/Z|[+-]\d\d:\d\d$/.test(text) ? text : `${text}Z`).toString();
  return { from: instant(from), to: instant(to) };
}

function stretchOf(query: URLSearchParams) {
  const { from, to } = stretchIn(query);
  return { from: Temporal.Instant.from(from), to: Temporal.Instant.from(to) };
}

function view(serving: Serving, showing: Showing, asked: Asked): Answered {
  const stretch = stretchOf(asked.query);
  const all = [...showing.calendar.events.values()].flatMap((event) => viewAnswers(showing, event, stretch));
  return paged(serving, asked, all, (each) => selected(each, asked.query));
}

function list(serving: Serving, showing: Showing, asked: Asked): Answered {
  const wanted = extendedIds(asked.query);
  const filter = filterOf(asked.query.get('$filter'));
  const events = [...showing.calendar.events.values()].filter(
    (event) =>
      filter === null ||
      (filter.id === null ? event.iCalUId : event.extended.get(filter.id)) === filter.value,
  );
  return paged(serving, asked, events, (event) => ({
    ...selected(eventAnswer(showing, event), asked.query),
    ...extendedAnswer(event, wanted),
  }));
}

/** By an extended property, or by iCalUId; whatever else is filtered is none of what clients of events need. */
function filterOf(text: string | null): { readonly id: string | null; readonly value: string } | null {
  if (text === null) return null;
  const quoted = (found: string | undefined) => (found ?? '').replaceAll("''", "'");
  const property =
    /^singleValueExtendedProperties\/Any\(ep: ep\/id eq '((?:[^']|'')*)' and ep\/value eq '((?:[^']|'')*)'\)$/.exec(
      text,
    );
  if (property) return { id: quoted(property[1]), value: quoted(property[2]) };
  const uid = /^iCalUId eq '((?:[^']|'')*)'$/.exec(text);
  if (!uid) throw invalid(`Invalid filter clause: ${text}`, 'ErrorInvalidUrlQueryFilter');
  return { id: null, value: quoted(uid[1]) };
}

function create(serving: Serving, showing: Showing, { method, body }: Asked): Answered {
  if (method !== 'POST' || body === null) throw invalid('Empty payload.', 'BadRequest');
  mayWrite(showing);
  return { status: 201, body: eventAnswer(showing, createEvent(serving, showing.calendar, body)) };
}

function mayWrite({ calendar }: Showing): void {
  if (!calendar.canEdit)
    throw new GraphError(403, 'ErrorAccessDenied', 'Access is denied. Check credentials and try again.');
}

function instances(serving: Serving, showing: Showing, id: string, asked: Asked): Answered {
  const { event } = findEvent(showing.calendar, id);
  if (recurrenceOf(event.fields) === null)
    throw invalid('The event is not a recurring master.', 'ErrorInvalidRequest');
  const there = occurrencesIn(event, stretchOf(asked.query));
  return paged(serving, asked, there, (each) =>
    selected(instanceAnswer(showing, event, each, false), asked.query),
  );
}

function one(serving: Serving, showing: Showing, id: string, asked: Asked): Answered {
  const found = findEvent(showing.calendar, id);
  if (asked.method === 'GET') return ok(whole(showing, found, asked));
  mayWrite(showing);
  checkCondition(serving, showing, found, asked.headers['if-match'] ?? null);
  if (asked.method === 'DELETE') {
    removeEvent(serving, showing.calendar, found);
    return NOTHING;
  }
  if (asked.method !== 'PATCH' || asked.body === null) throw invalid('Unsupported method.', 'BadRequest');
  patchEvent(serving, showing.calendar, found, asked.body);
  return ok(said(showing, found));
}

function whole(showing: Showing, found: Found, { query }: Asked): Fields {
  const { event, original } = found;
  const expand = query.get('$expand') ?? '';
  const select = query.get('$select') ?? '';
  const series = recurrenceOf(event.fields) !== null && original === null;
  if (expand.includes('exceptionOccurrences') && !series)
    throw invalid('exceptionOccurrences can only be expanded on a series master.', 'ErrorInvalidRequest');
  const { exceptionOccurrences, cancelledOccurrences } = series ? seriesParts(showing, event) : {};
  return {
    ...selected(said(showing, found), query),
    ...(expand.includes('exceptionOccurrences') ? { exceptionOccurrences } : {}),
    ...(series && select.includes('cancelledOccurrences') ? { cancelledOccurrences } : {}),
    ...(original === null ? extendedAnswer(event, extendedIds(query)) : {}),
  };
}

function said(showing: Showing, { event, original }: Found): Fields {
  if (original === null) return eventAnswer(showing, event);
  if (event.exceptions.has(original)) return exceptionAnswer(showing, event, original);
  const at = Temporal.Instant.from(original);
  const stretch = { from: at, to: at.add({ seconds: 1 }) };
  const there = occurrencesIn(event, stretch).find((each) => each.original === original);
  if (!there) throw notFound();
  return instanceAnswer(showing, event, there, false);
}

function checkCondition(
  { settings }: Serving,
  showing: Showing,
  found: Found,
  condition: string | null,
): void {
  if (condition === null || condition === '*' || settings.ifMatch === 'ignored') return;
  if (said(showing, found)['@odata.etag'] === condition) return;
  throw new GraphError(
    settings.ifMatch,
    'ErrorIrresolvableConflict',
    'The send or update operation could not be performed because the change key passed in the request does not match.',
  );
}

function extendedIds(query: URLSearchParams): readonly string[] {
  const expand = query.get('$expand') ?? '';
  if (!expand.includes('singleValueExtendedProperties')) return [];
  return [...expand.matchAll(/id eq '((?:[^']|'')*)'/g)].map(([, id = '']) => id.replaceAll("''", "'"));
}

const ALWAYS: ReadonlySet<string> = new Set(['@odata.etag', 'id']);

function selected(fields: Fields, query: URLSearchParams): Fields {
  const select = query.get('$select');
  if (select === null) return fields;
  const names = new Set(select.split(','));
  return Object.fromEntries(Object.entries(fields).filter(([name]) => ALWAYS.has(name) || names.has(name)));
}

/** One page of what there is; only what is on it is put into words. */
function paged<One>(
  serving: Serving,
  { path, query }: Asked,
  all: readonly One[],
  answered: (one: One) => Fields,
): Answered {
  const size = Math.min(1_000, Number(query.get('$top') ?? 10));
  const skip = Number(query.get('$skip') ?? 0);
  const value = serving.emptied ? [] : all.slice(skip, skip + size).map(answered);
  if (serving.emptied || skip + size >= all.length) return ok({ value });
  const next = new URLSearchParams(query);
  next.set('$skip', String(skip + size));
  return ok({ value, '@odata.nextLink': `${serving.base()}${path}?${next.toString()}` });
}
