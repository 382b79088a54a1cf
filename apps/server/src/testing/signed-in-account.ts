import type { OAuthKind } from '@atelier/providers/kinds';
import type { AuthoritySandbox } from '@atelier/testkit/authority/authority-sandbox';
import { OPERATOR } from '@atelier/usecases/actor';
import { type CalendarOverview, calendarOverview } from '@atelier/usecases/calendars/calendar-overview';
import type { Context } from '@atelier/usecases/context';
import type { AddEvent } from '@atelier/usecases/events/add-event';
import { openTestServer } from './server.ts';

const OWNER = 'owner@studio.test';

export interface SignedInAccount extends AsyncDisposable {
  readonly context: Context;
  readonly origin: string;
  /** Those of the account, all chosen. */
  readonly calendars: readonly CalendarOverview[];
  /** One round of all of them. */
  sync(): Promise<unknown>;
  /** The SUMMARY of whatever Atelier has of them. */
  titles(): Promise<readonly (string | undefined)[]>;
}

interface Account {
  readonly kind: OAuthKind;
  /** Who agrees at the provider's page. */
  readonly mail: string;
  readonly authority: AuthoritySandbox;
  /** Where the provider's calendars are. */
  readonly settings: Readonly<Record<string, string>>;
}

/** The whole product with an account that has signed in at its provider's page, as a browser does it. */
export async function signedInAccount({
  kind,
  mail,
  authority,
  settings,
}: Account): Promise<SignedInAccount> {
  await using stack = new AsyncDisposableStack();
  const server = stack.use(
    await openTestServer({
      ATELIER_RATE_LIMITS: 'off',
      ATELIER_ALLOW_PRIVATE_HOSTS: '127.0.0.1',
      ...authority.settings,
      ...settings,
    }),
  );
  const { context, origin } = server;
  await server.addUser(OWNER, 'ADMIN');
  const cookie = await server.signIn(OWNER);
  const ask = async (path: string, input: unknown) => {
    const { result } = (await (await server.call(path, cookie, input)).json()) as {
      result?: { data: { json: { page: string } } };
    };
    return result?.data.json;
  };
  const page = (await ask('signIns.begin', { kind, origin }))?.page ?? '';
  const back = await fetch(await authority.answer(page, mail), { headers: { cookie }, redirect: 'manual' });
  const signInId = new URL(back.headers.get('location') ?? '', origin).searchParams.get('signIn');
  await ask('signIns.connect', { signInId, select: 'all' });
  const calendars = (await calendarOverview(context, OPERATOR, {})).filter((one) => one.connectionId);
  const ids = calendars.map(({ id }) => id);
  const owned = stack.move();
  return {
    context,
    origin,
    calendars,
    sync: () => context.engine.runNow(ids, { full: false }),
    async titles() {
      const rows = await context.database.query<{ source: string }>('SELECT source FROM calendar_object');
      return rows.map(({ source }) => /^SUMMARY:(.*?)\r?$/m.exec(source)?.[1]);
    },
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

/** An hour or more in Zurich, with a reminder an hour before. @param start, end local, `YYYY-MM-DDThh:mm:ss` */
export function plainEvent(summary: string, start: string, end: string): AddEvent['fields'] {
  return {
    summary,
    start: { local: start, zone: 'Europe/Zurich' },
    end: { local: end, zone: 'Europe/Zurich' },
    location: null,
    description: null,
    url: null,
    rrule: null,
    status: null,
    transparent: false,
    classification: 'public',
    alarms: [60],
  };
}
