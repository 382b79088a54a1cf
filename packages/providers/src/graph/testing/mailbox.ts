import type { GraphSandbox, GraphSandboxOptions } from '@atelier/testkit/sandbox-graph/graph-sandbox';
import { openAccount, type Situation, situation } from '../../contract/situation.ts';
import { calendarHref, eventHref } from '../wire/paths.ts';
import { accessTo, MAIL, startedSandbox, testGateway } from './graph-server-under-test.ts';

type Fields = Parameters<GraphSandbox['create']>[2];

/** One calendar of one mailbox: the provider's hands on it, and those of somebody in Outlook. */
export interface Mailbox extends AsyncDisposable {
  readonly sandbox: GraphSandbox;
  readonly here: Situation;
  readonly outlook: {
    /** Gives the href. */
    create(event: Fields): string;
    patch(href: string, fields: Fields): void;
    remove(href: string): void;
    /** The href of an instance of a series, by its original start. */
    instance(href: string, original: string): string;
    get(href: string): Fields;
  };
  newHref(name: string): string;
}

const CALENDAR = 'AQMkcal';

export async function mailbox(options: GraphSandboxOptions = {}): Promise<Mailbox> {
  const sandbox = await startedSandbox(options);
  sandbox.addCalendar(MAIL, { id: CALENDAR, name: 'Work' });
  const gateway = testGateway();
  const { provider, calendars } = await openAccount({ gateway, access: accessTo(sandbox) });
  const [calendar] = calendars;
  if (!calendar) throw new Error('the calendar is not listed');
  const place = calendarHref(CALENDAR);
  const idOf = (href: string): string => decodeURIComponent(href.slice(place.length));
  return {
    sandbox,
    here: situation(provider, calendar),
    newHref: (name) => `${place}${name}.ics`,
    outlook: {
      create: (event) => eventHref(place, sandbox.create(MAIL, CALENDAR, event)),
      patch: (href, fields) => sandbox.patch(MAIL, CALENDAR, idOf(href), fields),
      remove: (href) => sandbox.remove(MAIL, CALENDAR, idOf(href)),
      instance: (href, original) =>
        eventHref(place, `${idOf(href)}.occ.${Temporal.Instant.from(original).epochMilliseconds / 1_000}`),
      get(href) {
        const event = sandbox.events(MAIL, CALENDAR).find((one) => one['id'] === idOf(href));
        if (!event) throw new Error(`${href} is gone`);
        return event;
      },
    },
    async [Symbol.asyncDispose]() {
      await gateway.close();
      await sandbox[Symbol.asyncDispose]();
    },
  };
}

export const at = (dateTime: string, timeZone = 'Europe/Berlin') => ({ dateTime, timeZone });

export const LUNCH: Fields = {
  subject: 'Lunch',
  start: at('2026-07-06T12:00:00'),
  end: at('2026-07-06T13:00:00'),
};

/** Every day from Monday, 6 July 2026, ten times. */
export const DAILY: Fields = {
  ...LUNCH,
  subject: 'Stand-up',
  recurrence: {
    pattern: { type: 'daily', interval: 1 },
    range: {
      type: 'numbered',
      startDate: '2026-07-06',
      numberOfOccurrences: 10,
      recurrenceTimeZone: 'Europe/Berlin',
    },
  },
};
