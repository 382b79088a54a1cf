import { startAuthority } from '@atelier/testkit/authority/authority-sandbox';
import { startGoogleSandbox } from '@atelier/testkit/sandbox-google/google-sandbox';
import { OPERATOR } from '@atelier/usecases/actor';
import { addEvent } from '@atelier/usecases/events/add-event';
import { expect, it } from 'vitest';
import { plainEvent, signedInAccount } from './testing/signed-in-account.ts';

const MAIL = 'ann@gmail.example';
const at = (dateTime: string) => ({ dateTime, timeZone: 'Europe/Zurich' });

it('P3 P9 from Google’s page to its calendars: a change there appears here, and one made here goes out once', async () => {
  await using authority = await startAuthority({ provider: 'google' });
  await using sandbox = await startGoogleSandbox({
    mailOf: (token) => authority.bearer(`Bearer ${token}`)?.mail ?? null,
  });
  authority.addPerson({ id: 'sub-1', mail: MAIL, tenant: '' });
  sandbox.addUser(MAIL);
  sandbox.addCalendar(MAIL, { id: 'studio@group.example', entry: { summary: 'Studio' } });
  sandbox.put(MAIL, MAIL, 'lunch', {
    summary: 'Lunch',
    start: at('2026-07-06T12:00:00+02:00'),
    end: at('2026-07-06T13:00:00+02:00'),
  });
  const settings = { ATELIER_GOOGLE_API: sandbox.api };
  await using account = await signedInAccount({ kind: 'google', mail: MAIL, authority, settings });
  const { context, calendars } = account;
  expect(calendars.map(({ name }) => name).sort()).toEqual(['Studio', MAIL]);
  await account.sync();
  expect(await account.titles()).toEqual(['Lunch']);
  sandbox.change(MAIL, MAIL, 'lunch', { summary: 'Late lunch' });
  authority.expire(MAIL);
  await account.sync();
  expect(await account.titles()).toEqual(['Late lunch']);

  const calendarId = calendars.find(({ name }) => name === MAIL)?.id ?? '';
  const fields = plainEvent('Sleeve, second session', '2026-07-07T14:00:00', '2026-07-07T17:00:00');
  expect(await addEvent(context, OPERATOR, { calendarId, fields })).toMatchObject({ ok: true });
  sandbox.faults.add({
    effect: { kind: 'reset', at: 'answer' },
    times: 1,
    match: ({ method }) => method === 'POST',
  });
  await account.sync();
  await account.sync();
  const there = sandbox.rows(MAIL, MAIL).filter(({ summary }) => summary === 'Sleeve, second session');
  expect(there).toMatchObject([
    {
      start: at('2026-07-07T14:00:00+02:00'),
      reminders: { useDefault: false, overrides: [{ method: 'popup', minutes: 60 }] },
    },
  ]);
  expect(await account.titles()).toHaveLength(2);
  expect(sandbox.complaints).toEqual(new Set());
});
