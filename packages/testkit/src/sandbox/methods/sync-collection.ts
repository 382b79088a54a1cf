import { type Exchange, lacks } from '../faults/exchange.ts';
import type { StoredCalendar } from '../store/stored-calendar.ts';
import {
  type Answer,
  failure,
  multistatus,
  propstatMarkup,
  responseMarkup,
  statusMarkup,
} from '../wire/answer.ts';
import type { AskedProperties, DavBody } from '../wire/dav-body.ts';
import { escapeXml, name } from '../wire/dav-name.ts';
import { calendarPath } from '../wire/layout.ts';
import { objectProperties, propstats } from './properties.ts';
import { planSync, type SyncPlan, shownToken } from './sync-plan.ts';

/** REPORT sync-collection (RFC 6578 3.2). */
export function syncCollection(
  exchange: Exchange,
  calendar: StoredCalendar,
  report: Extract<DavBody, { kind: 'sync-collection' }>,
): Answer {
  if (lacks(exchange, 'sync-collection')) return failure(403, 'Unknown report.', '<d:supported-report/>');
  if (report.token === null) return failure(400, 'A sync-token element is needed.');
  if (exchange.effect('emptied')) return multistatus([], tokenMarkup(shownToken(exchange, calendar)));
  const plan = planSync(exchange, calendar, report.token, report.limit);
  if (plan.kind === 'refused') return refusal(plan);
  return multistatus(
    members(exchange, calendar, plan, bodyless(exchange, report.asked)),
    tokenMarkup(plan.token),
  );
}

const tokenMarkup = (token: string): string => `<d:sync-token>${escapeXml(token)}</d:sync-token>`;

function refusal(plan: Extract<SyncPlan, { kind: 'refused' }>): Answer {
  if (plan.status === 507) {
    return failure(507, 'Too many members.', '<d:number-of-matches-within-limits/>');
  }
  return failure(
    plan.status,
    'This sync-token is not valid.',
    plan.precondition ? '<d:valid-sync-token/>' : '',
  );
}

/** Xandikos and DAViCal leave calendar-data out of this report. */
function bodyless(exchange: Exchange, asked: AskedProperties): AskedProperties {
  if (asked.kind !== 'listed' || !lacks(exchange, 'calendar-data-in-sync')) return asked;
  return { kind: 'listed', names: asked.names.filter((wanted) => wanted !== name('cal', 'calendar-data')) };
}

function* members(
  exchange: Exchange,
  calendar: StoredCalendar,
  plan: Extract<SyncPlan, { kind: 'page' }>,
  asked: AskedProperties,
): Generator<string> {
  const prefix = calendarPath(exchange.layout, calendar.owner, calendar.uri);
  const render = propstats(asked, objectProperties, exchange);
  const own = exchange.effect('member-status');
  if (exchange.effect('self-listed')) yield selfListed(prefix);
  for (const changed of plan.changed) {
    const object = calendar.objects.get(changed);
    if (!object) continue; // gone since the plan was made: the next sync tells
    const status = own?.names(changed) ? own.status : null;
    const inner = status === null ? render(object) : statusMarkup(status);
    yield responseMarkup(prefix + encodeURIComponent(changed), inner);
  }
  const gone = removalMarkup(exchange);
  for (const removed of plan.removed) yield responseMarkup(prefix + encodeURIComponent(removed), gone);
  if (plan.truncated) yield responseMarkup(prefix, truncation);
}

const truncation = `${statusMarkup(507)}<d:error><d:number-of-matches-within-limits/></d:error>`;

/** As sabre lists a changed collection: without its trailing slash, and no getetag to show. */
const selfListed = (prefix: string): string =>
  responseMarkup(prefix.slice(0, -1), propstatMarkup(404, '<d:getetag/>'));

function removalMarkup(exchange: Exchange): string {
  switch (exchange.effect('deletion-form')?.form) {
    case 'propstat-404':
      return propstatMarkup(404, '<d:getetag/>');
    case 'propstat-418':
      return propstatMarkup(418, '<d:getetag/>');
    case '418':
      return statusMarkup(418);
    case '410':
      return statusMarkup(410);
    case undefined:
      return statusMarkup(404);
  }
}
