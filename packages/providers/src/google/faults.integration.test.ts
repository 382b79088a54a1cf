import type { Asked } from '@atelier/testkit/sandbox-google/lint';
import { describe, expect, test } from 'vitest';
import { event } from '../contract/situation.ts';
import { googleCalendar, LUNCH } from './testing/google-calendar.ts';
import { ANN, googleAccount } from './testing/google-server-under-test.ts';

const on =
  (method: string) =>
  (asked: Asked): boolean =>
    asked.method === method;

describe('Google: S9 a failure is an answer about nothing', () => {
  test.each([
    [{ kind: 'status', status: 401, reason: 'authError' }, 'credentials', null],
    [{ kind: 'status', status: 403, reason: 'rateLimitExceeded' }, 'throttled', 10_000],
    [{ kind: 'status', status: 403, reason: 'userRateLimitExceeded', retryAfter: 7 }, 'throttled', 7_000],
    [{ kind: 'status', status: 429, reason: 'rateLimitExceeded' }, 'throttled', 10_000],
    [{ kind: 'status', status: 403, reason: 'quotaExceeded' }, 'throttled', 3_600_000],
    [{ kind: 'status', status: 403, reason: 'insufficientPermissions' }, 'credentials', null],
    [{ kind: 'status', status: 403, reason: 'accessNotConfigured' }, 'forbidden', null],
    [{ kind: 'status', status: 500 }, 'server-error', null],
    [{ kind: 'status', status: 503 }, 'server-error', null],
    [{ kind: 'reset', at: 'before' }, 'unreachable', null],
    [{ kind: 'html' }, 'wrong-service', null],
    [{ kind: 'truncate' }, 'malformed', null],
  ] as const)('%j is %s', async (effect, kind, retryAfterMs) => {
    await using it = await googleCalendar();
    const href = it.make('lunch', LUNCH);
    await it.here.mirror.pull();
    const base = it.here.mirror.objects.get(href) ?? { etag: null };
    it.sandbox.faults.add({ effect });
    const { calendar, provider } = it.here;
    const failure = { kind, retryAfterMs };
    await expect(it.here.mirror.pull()).rejects.toMatchObject(failure);
    await expect(provider.listCalendars()).rejects.toMatchObject(failure);
    await expect(provider.fetch(calendar.href, [href])).rejects.toMatchObject(failure);
    await expect(it.edit(href, { summary: 'Mine' })).rejects.toMatchObject(failure);
    if (effect.kind !== 'html' && effect.kind !== 'truncate')
      await expect(it.here.remove(href, base)).rejects.toMatchObject(failure);
    expect(it.here.mirror.objects.size).toBe(1);
  });

  test.each(['emptied', 'endless'] as const)('S8 a list that is %s deletes nothing', async (kind) => {
    await using it = await googleCalendar();
    it.make('lunch', LUNCH);
    await it.here.mirror.pull();
    it.sandbox.faults.add({ effect: { kind }, match: ({ path }) => path.endsWith('/events') });
    const audit = it.here.mirror.pull({ full: true });
    if (kind === 'endless') await expect(audit).rejects.toMatchObject({ kind: 'malformed' });
    else expect((await audit).removed).toEqual([]);
    expect(it.here.mirror.objects.size).toBe(1);
  });

  test('P1 a token that has ended is asked for anew, once', async () => {
    await using account = await googleAccount();
    const asked: (string | undefined)[] = [];
    const { credential } = account.access;
    if (credential.kind !== 'oauth') throw new Error('no sign-in');
    const accessToken = async (refused?: string): Promise<string> => {
      asked.push(refused);
      return refused === undefined ? 'old' : ANN;
    };
    const access = { ...account.access, credential: { ...credential, accessToken } };
    expect((await account.gateway.test(access)).ok).toBe(true);
    expect(asked).toEqual([undefined, 'old']);
  });

  test('S4 a token that Google has forgotten is a full comparison, and nothing is lost or told twice', async () => {
    await using it = await googleCalendar();
    const [lunch, tea] = [it.make('lunch', LUNCH), it.make('tea-time'.replace('-', ''), LUNCH)];
    await it.here.mirror.pull();
    it.sandbox.expireTokens(ANN, ANN);
    it.remove('teatime');
    it.make('cake1', LUNCH);
    const pulled = await it.here.mirror.pull();
    expect(pulled).toMatchObject({
      changed: [expect.stringMatching(/cake1$/)],
      removed: [tea],
      complete: true,
    });
    expect([...it.here.mirror.objects.keys()]).toContain(lunch);
  });

  test('S4 a list whose pages end in between is begun once more', async () => {
    await using it = await googleCalendar({ pageSize: 1 });
    for (const id of ['aaaa1', 'aaaa2', 'aaaa3']) it.make(id, LUNCH);
    let pages = 0;
    it.sandbox.faults.add({
      match: ({ query }) => query.has('pageToken') && ++pages === 2,
      times: 1,
      effect: { kind: 'meanwhile', when: 'before', act: () => it.sandbox.expireTokens(ANN, ANN) },
    });
    expect(await it.here.mirror.pull()).toMatchObject({ complete: true });
    expect(it.here.mirror.objects.size).toBe(3);
  });
});

describe('Google: S3 the answer is lost after the write was made', () => {
  test.each([
    { kind: 'reset', at: 'answer' },
    { kind: 'status', status: 503, applied: true },
  ] as const)('a new event is found by the next try, and is one: %j', async (effect) => {
    await using it = await googleCalendar();
    it.sandbox.faults.add({ effect, times: 1, match: on('POST') });
    const href = `${it.here.calendar.href}6b1b36cb-bd88-4b4e-a0b5-1a3e3b2f2f11.ics`;
    await expect(it.here.put(href, event('new'), null)).rejects.toThrow();
    expect(await it.here.put(href, event('new'), null)).toEqual({ outcome: 'changed' });
    const { found } = await it.here.provider.fetch(it.here.calendar.href, [href]);
    expect(found).toMatchObject([{ body: event('new') }]);
    expect(it.sandbox.rows(ANN, ANN)).toHaveLength(1);
  });

  test.each(['taken', 'free'] as const)(
    'an event that was deleted is made anew under its UID; ids are %s',
    async (deletedIds) => {
      await using it = await googleCalendar({ deletedIds });
      const href = `${it.here.calendar.href}a.ics`;
      const first = await it.here.createAt(href, event('a'));
      expect(await it.here.remove(first.href, first)).toEqual({ outcome: 'removed' });
      const again = await it.here.createAt(href, event('a'));
      expect(again.body).toBe(event('a'));
      expect(await it.here.put(href, event('a'), null)).toEqual({ outcome: 'changed' });
    },
  );
});

describe('Google: what is refused, in words', () => {
  const read = (lines: string): string =>
    event('odd').replace('DTSTART:20260704T100000Z\r\nDURATION:PT1H', lines);

  test.each([
    ['no length', read('DTSTART:20260704T100000Z'), 'without a length'],
    ['a zone of its own', read('DTSTART;TZID=Our Own:20260704T100000\r\nDURATION:PT1H'), 'time zone'],
    [
      'all later dates',
      `${event('odd')}`
        .replace(
          'END:VCALENDAR',
          'BEGIN:VEVENT\r\nUID:odd@atelier.test\r\nDTSTAMP:20260101T000000Z\r\nRECURRENCE-ID;RANGE=THISANDFUTURE:20260705T100000Z\r\nDTSTART:20260705T100000Z\r\nDURATION:PT2H\r\nEND:VEVENT\r\nEND:VCALENDAR',
        )
        .replace('DURATION:PT1H', 'DURATION:PT1H\r\nRRULE:FREQ=DAILY'),
      'over all later ones',
    ],
  ])('P4 %s', async (_, text, words) => {
    await using it = await googleCalendar();
    const outcome = await it.here.put(`${it.here.calendar.href}odd.ics`, text, null);
    expect(outcome).toMatchObject({
      outcome: 'refused',
      reason: 'invalid',
      message: expect.stringContaining(words),
    });
    expect(it.sandbox.requests).toEqual([]);
  });

  test('P6 what somebody else has called us to may be read, and not changed', async () => {
    await using it = await googleCalendar();
    const href = it.make('party', { ...LUNCH, organizer: { email: 'bob@x.example' } });
    await it.here.mirror.pull();
    expect(await it.edit(href, { summary: 'Mine' })).toMatchObject({
      outcome: 'refused',
      reason: 'read-only',
    });
  });

  test('a calendar that is shared to be read says so, and events of times alone are no calendar', async () => {
    await using account = await googleAccount();
    account.sandbox.addCalendar(ANN, {
      id: 'team@x',
      entry: { accessRole: 'reader', summary: 'Team', backgroundColor: '#FF8800' },
    });
    account.sandbox.addCalendar(ANN, { id: 'busy@x', entry: { accessRole: 'freeBusyReader' } });
    account.sandbox.addCalendar(ANN, {
      id: 'de.swiss#holiday@group.v.calendar.google.com',
      entry: { accessRole: 'reader', summary: undefined },
    });
    const result = await account.gateway.test(account.access);
    expect(result.ok && result.calendars).toMatchObject([
      { href: 'ann%40gmail.example/', readOnly: false, ownedByOther: false, timeZone: 'Europe/Zurich' },
      { name: 'Team', color: '#ff8800', readOnly: true, ownedByOther: true },
      { href: 'de.swiss%23holiday%40group.v.calendar.google.com/' },
    ]);
    expect(result.ok && result.account).toMatchObject({ id: 'sub-1', name: ANN });
  });

  test('a time in no zone is one of the calendar’s', async () => {
    await using it = await googleCalendar();
    const text = read('DTSTART:20260704T100000\r\nDURATION:PT1H');
    const stored = await it.here.createAt(`${it.here.calendar.href}float.ics`, text);
    expect(stored.body).toBe(text);
    const id = stored.href.slice(it.here.calendar.href.length);
    expect(it.event(id)).toMatchObject({
      start: { dateTime: '2026-07-04T10:00:00+02:00', timeZone: 'Europe/Zurich' },
    });
  });
});

test('P4 what Atelier does not know survives an edit, and no guest gets a letter', async () => {
  await using it = await googleCalendar();
  const kept = {
    colorId: '5',
    description: '<b>Bring</b> cables',
    hangoutLink: 'https://meet.example/x',
    conferenceData: { conferenceId: 'x' },
    attendees: [{ email: 'bob@x.example', responseStatus: 'accepted' }],
    guestsCanModify: true,
    reminders: { useDefault: false, overrides: [{ method: 'popup', minutes: 30 }] },
    extendedProperties: { shared: { other: '1' } },
  };
  const href = it.make('lunch', { ...LUNCH, ...kept });
  await it.here.mirror.pull();
  it.sandbox.clearRequests();
  expect(await it.edit(href, { location: 'Hall' })).toMatchObject({ outcome: 'stored' });
  expect(it.event('lunch')).toMatchObject({ ...kept, location: 'Hall' });
  expect(it.sandbox.requests).toMatchObject([{ method: 'PATCH', query: 'sendUpdates=none' }]);
  expect(it.sandbox.complaints).toEqual(new Set());
});
