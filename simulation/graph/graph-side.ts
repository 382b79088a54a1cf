import type { GraphEffect, GraphFault } from '@atelier/testkit/sandbox-graph/graph-faults';
import type { GraphSandbox } from '@atelier/testkit/sandbox-graph/graph-sandbox';
import type { RemoteSide } from '../account.ts';
import { type Edited, type Hand, type Hosted, hostedSide, type Make } from '../hosted-side.ts';
import { MAIL } from '../signed-in-person.ts';

/** Somebody in Outlook. */
export function graphSide(hosted: Hosted, sandbox: GraphSandbox): RemoteSide {
  return hostedSide(hosted, handOf(sandbox), {
    faults: sandbox.faults,
    anywhere: ANYWHERE,
    writing: WRITING,
    listing: LISTING,
    isList,
  });
}

function handOf(sandbox: GraphSandbox): Hand {
  return {
    name: 'outlook',
    create(calendar, values, random) {
      const fields = [...values].map(([field, value]) => fieldsOf(field, value));
      const startDate = atTime(values.get('DTSTART') ?? '').date;
      const recurrence = {
        pattern: { type: 'daily', interval: 2 },
        range: { type: 'numbered', startDate, numberOfOccurrences: 6, recurrenceTimeZone: 'UTC' },
      };
      return sandbox.create(
        MAIL,
        calendar,
        Object.assign({}, ...fields, random.chance(0.3) ? { recurrence } : {}),
      );
    },
    change: (calendar, id, field, value) =>
      sandbox.patch(MAIL, calendar, id, fieldsOf(field, value) as Record<string, unknown>),
    remove: (calendar, id) => sandbox.remove(MAIL, calendar, id),
    dates: (calendar) =>
      sandbox
        .events(MAIL, calendar)
        .filter((event) => event['type'] === 'seriesMaster')
        .flatMap((event) => sandbox.instances(MAIL, calendar, String(event['id']))),
    isSeries: (body) => /^RRULE/m.test(body),
    forget: (calendar) => sandbox.killTokens(MAIL, calendar),
  };
}

function atTime(basic: string) {
  const [, date = '', hours = '', minutes = ''] = /^(\d{8})T(\d\d)(\d\d)/.exec(basic) ?? [];
  const start = Temporal.PlainDateTime.from(`${date}T${hours}${minutes}00`);
  const said = (at: Temporal.PlainDateTime) => ({ dateTime: at.toString(), timeZone: 'UTC' });
  return { start: said(start), end: said(start.add({ hours: 1 })), date: start.toPlainDate().toString() };
}

function fieldsOf(field: Edited, value: string): object {
  switch (field) {
    case 'SUMMARY':
      return { subject: value };
    case 'LOCATION':
      return { location: { displayName: value } };
    case 'DESCRIPTION':
      return { body: { contentType: 'text', content: value } };
    case 'DTSTART': {
      const { start, end } = atTime(value);
      return { start, end };
    }
  }
}

const ANYWHERE: readonly Make<GraphEffect>[] = [
  () => ({ kind: 'reset', at: 'before' }),
  () => ({ kind: 'reset', at: 'answer' }),
  () => ({ kind: 'html' }),
  () => ({ kind: 'truncate' }),
  (random) => ({ kind: 'status', status: random.pick([403, 404, 409, 500, 502, 503, 504, 509]) }),
  (random) => ({ kind: 'status', status: random.pick([429, 503]), retryAfter: random.integer(1, 900) }),
];
const WRITING: readonly Make<GraphEffect>[] = [
  (random) => ({ kind: 'status', status: random.pick([500, 502, 504]), applied: true }),
  (random) => ({ kind: 'status', status: random.pick([412, 409]), code: 'ErrorIrresolvableConflict' }),
  () => ({ kind: 'reset', at: 'answer' }),
];
const LISTING: readonly Make<GraphEffect>[] = [() => ({ kind: 'emptied' })];

/** A search by UID that lies as well would leave nothing to tell the truth by. */
const isList: NonNullable<GraphFault['match']> = ({ method, path, query }) =>
  method === 'GET' && /\/(events|delta)$/.test(path) && !query.has('$filter');
