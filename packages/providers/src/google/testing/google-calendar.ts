import { editEvent } from '@atelier/calendar/edit/edit-event';
import type { EditScope, EventPatch } from '@atelier/calendar/edit/text/event-fields';
import type { GoogleSandbox } from '@atelier/testkit/sandbox-google/google-sandbox';
import type { GoogleSettings } from '@atelier/testkit/sandbox-google/google-settings';
import type { Fields } from '@atelier/testkit/sandbox-google/google-store';
import { openAccount, type Situation, situation } from '../../contract/situation.ts';
import { ANN, googleAccount } from './google-server-under-test.ts';

/** Ann's own calendar at Google, Atelier's hands on it, and somebody's who works in Google Calendar itself. */
export interface GoogleCalendar extends AsyncDisposable {
  readonly sandbox: GoogleSandbox;
  readonly here: Situation;
  /** Writes an event as a page of Google does; gives its href. */
  make(id: string, fields: Fields): string;
  /** Changes some fields of an event or of an instance. */
  change(id: string, fields: Fields): void;
  /** Deletes an event, or cancels an instance. */
  remove(id: string): void;
  event(id: string): Fields | null;
  text(href: string): string;
  /** Edits what was pulled and puts it back. */
  edit(href: string, patch: EventPatch, recurrenceId?: string): ReturnType<Situation['put']>;
}

export async function googleCalendar(settings: Partial<GoogleSettings> = {}): Promise<GoogleCalendar> {
  const account = await googleAccount(settings);
  const { sandbox } = account;
  const { provider, calendars } = await openAccount(account);
  const [calendar] = calendars;
  if (calendar === undefined) throw new Error('the sandbox hides its calendars');
  const here = situation(provider, calendar);
  sandbox.clearRequests();
  const hrefOf = (id: string): string => `${calendar.href}${id}`;
  const text = (href: string): string => (here.mirror.objects.get(href)?.body ?? '').replaceAll('\r\n ', '');
  return {
    sandbox,
    here,
    make(id, fields) {
      sandbox.put(ANN, ANN, id, fields);
      return hrefOf(id);
    },
    change: (id, fields) => sandbox.change(ANN, ANN, id, fields),
    remove: (id) => sandbox.remove(ANN, ANN, id),
    event: (id) => sandbox.event(ANN, ANN, id),
    text,
    edit(href, patch, recurrenceId) {
      const base = here.mirror.objects.get(href) ?? { etag: null, body: '' };
      return here.put(href, edited(base.body, patch, recurrenceId ?? null), base);
    },
    [Symbol.asyncDispose]: () => account[Symbol.asyncDispose](),
  };
}

export function edited(text: string, patch: EventPatch, recurrenceId: string | null = null): string {
  const scope: EditScope = recurrenceId === null ? { scope: 'all' } : { scope: 'this', recurrenceId };
  const now = Temporal.Instant.from('2026-06-15T09:00:00Z');
  const result = editEvent(text, patch, scope, {
    zone: 'Europe/Zurich',
    now,
    newUid: 'split@x',
    invite: false,
  });
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result.text ?? '';
}

const at = (dateTime: string): Fields => ({ dateTime, timeZone: 'Europe/Zurich' });

export const LUNCH: Fields = {
  summary: 'Lunch',
  start: at('2026-07-06T12:00:00+02:00'),
  end: at('2026-07-06T13:00:00+02:00'),
};

export const DAILY: Fields = { ...LUNCH, summary: 'Stand-up', recurrence: ['RRULE:FREQ=DAILY;COUNT=10'] };
