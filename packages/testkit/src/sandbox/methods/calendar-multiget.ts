import { type Exchange, lacks } from '../faults/exchange.ts';
import type { StoredCalendar, StoredObject } from '../store/stored-calendar.ts';
import { type Answer, failure, multistatus, responseMarkup, statusMarkup } from '../wire/answer.ts';
import type { DavBody } from '../wire/dav-body.ts';
import { calendarPath, targetOf } from '../wire/layout.ts';
import { objectProperties, propstats } from './properties.ts';

/** REPORT calendar-multiget (RFC 4791 7.9). */
export function calendarMultiget(
  exchange: Exchange,
  calendar: StoredCalendar,
  report: Extract<DavBody, { kind: 'calendar-multiget' }>,
): Answer {
  if (lacks(exchange, 'multiget')) return failure(403, 'Unknown report.', '<d:supported-report/>');
  return multistatus(responses(exchange, calendar, report));
}

function* responses(
  exchange: Exchange,
  calendar: StoredCalendar,
  report: Extract<DavBody, { kind: 'calendar-multiget' }>,
): Generator<string> {
  const form = exchange.effect('multiget')?.form;
  const own = exchange.effect('member-status');
  const render = propstats(report.asked, objectProperties, exchange);
  const wanted = form === 'omitting' ? report.hrefs.slice(1) : report.hrefs;
  for (const href of wanted) {
    const object = objectAt(exchange, calendar, href);
    if (!object && form === 'missing-left-out') continue;
    const status = !object ? 404 : own?.names(object.name) ? own.status : null;
    const inner = object && status === null ? render(object) : statusMarkup(status ?? 404);
    const response = responseMarkup(shownHref(exchange, calendar, object, href), inner);
    yield form === 'duplicated' ? response + response : response;
  }
  if (form === 'unsolicited') yield* unsolicited(exchange, calendar, report.hrefs, render);
}

/** A server answers with its own spelling of an href, not with the client's. */
function shownHref(
  exchange: Exchange,
  calendar: StoredCalendar,
  object: StoredObject | undefined,
  href: string,
): string {
  if (!object) return href;
  return calendarPath(exchange.layout, calendar.owner, calendar.uri) + encodeURIComponent(object.name);
}

function objectAt(exchange: Exchange, calendar: StoredCalendar, href: string): StoredObject | undefined {
  const path = URL.canParse(href) ? new URL(href).pathname : href;
  const target = targetOf(exchange.layout, path);
  if (target.kind !== 'object' || target.user !== calendar.owner || target.calendar !== calendar.uri) {
    return undefined;
  }
  return calendar.objects.get(target.name);
}

/** One member that nobody asked for. */
function* unsolicited(
  exchange: Exchange,
  calendar: StoredCalendar,
  hrefs: readonly string[],
  render: (object: StoredObject) => string,
): Generator<string> {
  const asked = new Set(hrefs.map((href) => objectAt(exchange, calendar, href)?.name));
  const other = [...calendar.objects.values()].find((object) => !asked.has(object.name));
  if (other) yield responseMarkup(shownHref(exchange, calendar, other, ''), render(other));
}
