import { startAuthority } from '@atelier/testkit/authority/authority-sandbox';
import { startGraphSandbox } from '@atelier/testkit/sandbox-graph/graph-sandbox';
import { OPERATOR } from '@atelier/usecases/actor';
import { addEvent } from '@atelier/usecases/events/add-event';
import { editEvent } from '@atelier/usecases/events/edit-event';
import { expect, it } from 'vitest';
import { plainEvent, signedInAccount } from './testing/signed-in-account.ts';

const MAIL = 'ann@studio.example';
const WORK = 'AQMkwork';
/** Microsoft tells of what lies around today, whenever that is. */
const DAY = Temporal.Now.plainDateISO('UTC').add({ days: 40 });
const at = (time: string) => ({ dateTime: `${DAY}T${time}`, timeZone: 'W. Europe Standard Time' });
const utc = (time: string) =>
  DAY.toZonedDateTime({ timeZone: 'Europe/Zurich', plainTime: time })
    .withTimeZone('UTC')
    .toPlainDateTime()
    .toString({ fractionalSecondDigits: 7 });

it('P3 P4 P9 from Microsoft’s page to its calendars: a change there appears here, one made here goes out once, what cannot be said there is not saved', async () => {
  await using authority = await startAuthority({ provider: 'microsoft' });
  await using sandbox = await startGraphSandbox({
    accepts: (token) => authority.bearer(`Bearer ${token}`)?.mail ?? null,
  });
  authority.addPerson({ id: 'oid-1', mail: MAIL, tenant: 'studio' });
  sandbox.addUser(MAIL);
  sandbox.addCalendar(MAIL, { id: WORK, name: 'Work', isDefault: true });
  sandbox.addCalendar(MAIL, { id: 'AQMkdays', name: 'Holidays', canEdit: false });
  const lunch = sandbox.create(MAIL, WORK, {
    subject: 'Lunch',
    start: at('12:00:00'),
    end: at('13:00:00'),
    location: { displayName: 'Chez Rosa' },
  });
  const settings = { ATELIER_MICROSOFT_GRAPH: sandbox.url };
  await using account = await signedInAccount({ kind: 'microsoft', mail: MAIL, authority, settings });
  const { context, calendars } = account;
  expect(calendars.map(({ name, readOnly }) => `${name} ${readOnly}`).sort()).toEqual([
    'Holidays true',
    'Work false',
  ]);
  await account.sync();
  expect(await account.titles()).toEqual(['Lunch']);
  sandbox.patch(MAIL, WORK, lunch, { subject: 'Late lunch' });
  authority.expire(MAIL);
  await account.sync();
  expect(await account.titles()).toEqual(['Late lunch']);

  const calendarId = calendars.find(({ name }) => name === 'Work')?.id ?? '';
  const fields = plainEvent('Second sleeve', `${DAY}T14:00:00`, `${DAY}T17:00:00`);
  const hourly = { ...fields, rrule: 'FREQ=HOURLY' };
  expect(await addEvent(context, OPERATOR, { calendarId, fields: hourly })).toMatchObject({
    ok: false,
    refusal: { code: 'event-beyond-provider' },
  });
  const added = await addEvent(context, OPERATOR, { calendarId, fields });
  if (!added.ok) throw new Error(added.refusal.message);
  sandbox.faults.add({
    effect: { kind: 'reset', at: 'answer' },
    times: 1,
    match: ({ method }) => method === 'POST',
  });
  await account.sync();
  await account.sync();
  const sleeves = () => sandbox.events(MAIL, WORK).filter(({ subject }) => `${subject}`.endsWith('sleeve'));
  const sleeve = {
    start: { dateTime: utc('14:00'), timeZone: 'UTC' },
    isReminderOn: true,
    reminderMinutesBeforeStart: 60,
  };
  expect(sleeves()).toMatchObject([{ subject: 'Second sleeve', ...sleeve }]);

  const patch = { summary: 'Last sleeve' };
  const change = { id: added.value.id, patch, scope: { scope: 'all' } as const };
  expect(await editEvent(context, OPERATOR, change)).toMatchObject({ ok: true });
  await account.sync();
  expect(sleeves()).toMatchObject([{ subject: 'Last sleeve', ...sleeve }]);
  expect([...(await account.titles())].sort()).toEqual(['Last sleeve', 'Late lunch']);
  expect(sandbox.complaints).toEqual(new Set());
});
