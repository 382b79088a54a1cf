import type { Exchange } from '../faults/exchange.ts';
import type { StoredCalendar } from '../store/stored-calendar.ts';
import { type Answer, failure, multistatus, responseMarkup } from '../wire/answer.ts';
import type { DavBody } from '../wire/dav-body.ts';
import { calendarPath } from '../wire/layout.ts';
import { compileFilter } from './calendar-filter.ts';
import { objectProperties, propstats } from './properties.ts';

/** REPORT calendar-query (RFC 4791 7.8). Recurring objects are over-reported by a time range, never missed. */
export function calendarQuery(
  exchange: Exchange,
  calendar: StoredCalendar,
  report: Extract<DavBody, { kind: 'calendar-query' }>,
): Answer {
  const matches = compileFilter(report.filter);
  if (!matches) return failure(403, 'This filter is not understood.', '<cal:valid-filter/>');
  if (exchange.effect('emptied')) return multistatus([]);
  const render = propstats(report.asked, objectProperties, exchange);
  const prefix = calendarPath(exchange.layout, calendar.owner, calendar.uri);
  const found = [...calendar.objects.values()].filter((object) => matches(object.body));
  return multistatus(responses());

  function* responses(): Generator<string> {
    for (const object of found)
      yield responseMarkup(prefix + encodeURIComponent(object.name), render(object));
  }
}
