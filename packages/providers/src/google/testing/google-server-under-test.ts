import { type GoogleSandbox, startGoogleSandbox } from '@atelier/testkit/sandbox-google/google-sandbox';
import type { GoogleSettings } from '@atelier/testkit/sandbox-google/google-settings';
import type { ServerUnderTest } from '../../contract/server-under-test.ts';
import { parseAllowList } from '../../http/allow-list.ts';
import type { AccountAccess } from '../../port/account.ts';
import { newBody } from '../event/event-body.ts';
import { instanceId } from '../event/event-time.ts';
import { createGoogleGateway, type GoogleGateway } from '../google-gateway.ts';
import { calendarHref, eventHref, idIn } from '../wire/paths.ts';
import { fitRows } from '../write/unfit-text.ts';
import { rowTexts } from './row-texts.ts';

export const ANN = 'ann@gmail.example';

export interface GoogleAccountUnderTest extends AsyncDisposable {
  readonly sandbox: GoogleSandbox;
  readonly gateway: GoogleGateway;
  readonly access: AccountAccess;
}

/** The account of ann at a sandbox, whose token is her address. */
export async function googleAccount(settings: Partial<GoogleSettings> = {}): Promise<GoogleAccountUnderTest> {
  const sandbox = await startGoogleSandbox();
  Object.assign(sandbox.settings, settings);
  sandbox.addUser(ANN);
  const gateway = createGoogleGateway({
    allow: parseAllowList('127.0.0.1'),
    base: sandbox.api,
    now: Temporal.Now.instant,
    monotonicMs: () => performance.now(),
    http: { headersMs: 500, idleBodyMs: 500, totalMs: 2_000 },
  });
  const signedIn = { personId: 'sub-1', tenantId: null, name: ANN };
  return {
    sandbox,
    gateway,
    access: {
      kind: 'google',
      address: sandbox.api,
      credential: { kind: 'oauth', signedIn, accessToken: async () => ANN },
    },
    async [Symbol.asyncDispose]() {
      await gateway.close();
      await sandbox[Symbol.asyncDispose]();
    },
  };
}

/** What another client of Google makes of a text, or changes it to: it knows nothing of the text that is kept. */
export function putText(sandbox: GoogleSandbox, calendar: string, id: string, text: string): void {
  const rows = fitRows(text, 'UTC');
  if ('outcome' in rows) throw new Error(rows.message);
  const { extendedProperties: _, id: __, ...fields } = newBody(id, rows, text, 'UTC');
  const before = sandbox.event(ANN, calendar, id) ?? { iCalUID: rows.uid };
  sandbox.put(ANN, calendar, id, { ...before, ...fields });
  for (const { original, row } of rows.exceptions) {
    const own = instanceId(id, original, rows.master.start, 'UTC');
    const {
      recurrence: _recurrence,
      extendedProperties: _kept,
      id: _id,
      ...said
    } = newBody(own, { ...rows, master: row, cancelled: [] }, text, 'UTC');
    const instance = sandbox.event(ANN, calendar, own);
    sandbox.put(ANN, calendar, own, {
      ...said,
      iCalUID: rows.uid,
      recurringEventId: id,
      originalStartTime: instance?.['originalStartTime'] ?? said['start'],
    });
  }
}

/** Google as the contract wants to see it. */
export async function googleServerUnderTest(
  settings: Partial<GoogleSettings> = {},
): Promise<ServerUnderTest> {
  const account = await googleAccount(settings);
  const { sandbox, gateway, access } = account;
  const idOf = (href: string): string => decodeURIComponent(href.slice(0, -1));
  const places = new Map<string, string>();
  const hrefOf = (calendar: string, name: string): string =>
    places.get(`${calendar} ${name}`) ??
    eventHref(calendar, idIn(calendar, calendar + encodeURIComponent(name)));
  const eventId = (calendar: string, name: string): string => idIn(calendar, hrefOf(calendar, name));
  return {
    gateway,
    access,
    tellsNoVersions: true,
    called: (calendar, name, href) => void places.set(`${calendar} ${name}`, href),
    async makeCalendar(name) {
      sandbox.addCalendar(ANN, { id: `${name}#room@group.example`, entry: { summary: name } });
      return calendarHref(`${name}#room@group.example`);
    },
    put: async (calendar, name, body) => putText(sandbox, idOf(calendar), eventId(calendar, name), body),
    delete: async (calendar, name) => sandbox.remove(ANN, idOf(calendar), eventId(calendar, name)),
    async get(calendar, name) {
      return rowTexts(sandbox.rows(ANN, idOf(calendar))).get(eventId(calendar, name)) ?? null;
    },
    hrefOf,
    missingCalendar: (calendar) => calendarHref(`${idOf(calendar)}-nowhere`),
    lostCursor: { token: 'of another history', instances: {} },
    [Symbol.asyncDispose]: () => account[Symbol.asyncDispose](),
  };
}
