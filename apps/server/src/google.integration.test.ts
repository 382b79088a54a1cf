import { startAuthority } from '@atelier/testkit/authority/authority-sandbox';
import { startGoogleSandbox } from '@atelier/testkit/sandbox-google/google-sandbox';
import { OPERATOR } from '@atelier/usecases/actor';
import { calendarOverview } from '@atelier/usecases/calendars/calendar-overview';
import { addEvent } from '@atelier/usecases/events/add-event';
import { expect, it } from 'vitest';
import { openTestServer } from './testing/server.ts';

const MAIL = 'ann@gmail.example';
const at = (dateTime: string) => ({ dateTime, timeZone: 'Europe/Zurich' });

it('P3 P9 from Google’s page to its calendars: a change there appears here, and one made here goes out once', async () => {
  await using authority = await startAuthority({ provider: 'google' });
  await using sandbox = await startGoogleSandbox({
    mailOf: (token) => authority.bearer(`Bearer ${token}`)?.mail ?? null,
  });
  await using server = await openTestServer({
    ATELIER_RATE_LIMITS: 'off',
    ATELIER_ALLOW_PRIVATE_HOSTS: '127.0.0.1',
    ATELIER_GOOGLE_API: sandbox.api,
    ...authority.settings,
  });
  authority.addPerson({ id: 'sub-1', mail: MAIL, tenant: '' });
  sandbox.addUser(MAIL);
  sandbox.addCalendar(MAIL, { id: 'studio@group.example', entry: { summary: 'Studio' } });
  sandbox.put(MAIL, MAIL, 'lunch', {
    summary: 'Lunch',
    start: at('2026-07-06T12:00:00+02:00'),
    end: at('2026-07-06T13:00:00+02:00'),
  });
  const { context, origin } = server;
  await server.addUser('owner@studio.test', 'ADMIN');
  const cookie = await server.signIn('owner@studio.test');
  const ask = async (path: string, input: unknown) => {
    const { result } = (await (await server.call(path, cookie, input)).json()) as {
      result?: { data: { json: { page: string } } };
    };
    return result?.data.json;
  };
  const page = (await ask('signIns.begin', { kind: 'google', origin }))?.page ?? '';
  const back = await fetch(await authority.answer(page, MAIL), { headers: { cookie }, redirect: 'manual' });
  const signInId = new URL(back.headers.get('location') ?? '', origin).searchParams.get('signIn');
  await ask('signIns.connect', { signInId, select: 'all' });

  const calendars = (await calendarOverview(context, OPERATOR, {})).filter((one) => one.connectionId);
  expect(calendars.map(({ name }) => name).sort()).toEqual(['Studio', MAIL]);
  const sync = () =>
    context.engine.runNow(
      calendars.map(({ id }) => id),
      { full: false },
    );
  const texts = async () =>
    (await context.database.query<{ source: string }>('SELECT source FROM calendar_object')).map(
      ({ source }) => /^SUMMARY:(.*?)\r?$/m.exec(source)?.[1],
    );
  await sync();
  expect(await texts()).toEqual(['Lunch']);
  sandbox.change(MAIL, MAIL, 'lunch', { summary: 'Late lunch' });
  authority.expire(MAIL);
  await sync();
  expect(await texts()).toEqual(['Late lunch']);

  const own = calendars.find(({ name }) => name === MAIL);
  const fields = {
    summary: 'Sleeve, second session',
    start: { local: '2026-07-07T14:00:00', zone: 'Europe/Zurich' },
    end: { local: '2026-07-07T17:00:00', zone: 'Europe/Zurich' },
    location: null,
    description: null,
    url: null,
    rrule: null,
    status: null,
    transparent: false,
    classification: 'public',
    alarms: [60],
  } as const;
  expect(await addEvent(context, OPERATOR, { calendarId: own?.id ?? '', fields })).toMatchObject({
    ok: true,
  });
  sandbox.faults.add({
    effect: { kind: 'reset', at: 'answer' },
    times: 1,
    match: ({ method }) => method === 'POST',
  });
  await sync();
  await sync();
  const there = sandbox.rows(MAIL, MAIL).filter(({ summary }) => summary === 'Sleeve, second session');
  expect(there).toMatchObject([
    {
      start: at('2026-07-07T14:00:00+02:00'),
      reminders: { useDefault: false, overrides: [{ method: 'popup', minutes: 60 }] },
    },
  ]);
  expect(await texts()).toHaveLength(2);
  expect(sandbox.complaints).toEqual(new Set());
});
