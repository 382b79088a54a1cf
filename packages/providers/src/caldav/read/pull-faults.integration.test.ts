import { describe, expect, test } from 'vitest';
import { faultyCalendar } from '../testing/faulty-calendar.ts';

describe('S7 deletions arrive', () => {
  const forms = ['404', 'propstat-404', 'propstat-418', '418', '410'] as const;

  test.each(forms)('case 11: told as %s', async (form) => {
    await using it = await faultyCalendar(4);
    it.remove('e1.ics');
    if (form !== '404') it.fault({ kind: 'deletion-form', form });
    expect(await it.mirror.pull()).toMatchObject({
      complete: true,
      removed: [expect.stringContaining('e1.ics')],
    });
    expect(it.names()).toEqual(['e0.ics', 'e2.ics', 'e3.ics']);
  });

  test('by a server that leaves vanished objects out of a multiget', async () => {
    await using it = await faultyCalendar(4);
    it.remove('e1.ics');
    it.fault({ kind: 'multiget', form: 'missing-left-out' });
    await it.mirror.pull();
    expect(it.names()).toEqual(['e0.ics', 'e2.ics', 'e3.ics']);
  });

  test('told of an object that was made anew under its name: it lives', async () => {
    await using it = await faultyCalendar(4);
    it.remove('e1.ics');
    it.put('e1.ics', 'Again');
    it.fault({ kind: 'delete-wins' });
    expect(await it.mirror.pull()).toMatchObject({ removed: [] });
    expect([...it.mirror.objects.values()].some(({ body }) => body.includes('Again'))).toBe(true);
  });

  test('by a server that takes a lost token for a first sync', async () => {
    await using it = await faultyCalendar(30);
    it.remove('e1.ics');
    it.fault({ kind: 'token-unknown-is-initial' });
    it.fault({ kind: 'token-refused', status: 403, precondition: true }, 'sync-collection', 1);
    await it.mirror.pull();
    expect(it.names()).toHaveLength(29);
  });

  test('case 9: by comparison, on a server without sync-collection', async () => {
    await using it = await faultyCalendar(5, true, 'sync-collection');
    it.remove('e1.ics');
    it.put('new.ics');
    expect(await it.mirror.pull()).toMatchObject({
      complete: true,
      removed: [expect.stringContaining('e1.ics')],
    });
    expect(it.names()).toEqual(['e0.ics', 'e2.ics', 'e3.ics', 'e4.ics', 'new.ics']);
  });
});

describe('S9 case 5: a failure is never "no change"', () => {
  test.each([
    [401, 'credentials'],
    [403, 'forbidden'],
    [404, 'not-found'],
    [429, 'throttled'],
    [502, 'server-error'],
    [503, 'server-error'],
    [504, 'server-error'],
  ])('%i on the report is %s', async (status, kind) => {
    await using it = await faultyCalendar(3);
    it.fault({ kind: 'status', status }, 'sync-collection');
    await expect(it.mirror.pull()).rejects.toMatchObject({ kind, status });
    expect(it.names()).toHaveLength(3);
  });

  test.each([401, 429, 503])('%i on the bodies', async (status) => {
    await using it = await faultyCalendar(3);
    it.put('new.ics');
    it.fault({ kind: 'status', status }, 'calendar-multiget');
    await expect(it.mirror.pull()).rejects.toMatchObject({ status });
    it.calm();
    expect(await it.mirror.pull()).toMatchObject({ changed: [expect.stringContaining('new.ics')] });
  });

  test.each([
    [30, 30_000],
    [new Date(Date.now() + 3_600_000).toUTCString(), expect.closeTo(3_600_000, -4)],
  ])('case 21: Retry-After %s is handed on', async (retryAfter, ms) => {
    await using it = await faultyCalendar(1);
    it.fault({ kind: 'status', status: 503, retryAfter });
    await expect(it.mirror.pull()).rejects.toMatchObject({ kind: 'throttled', retryAfterMs: ms });
  });

  test.each(['before', 'answer', 'inside'] as const)('a connection cut %s', async (at) => {
    await using it = await faultyCalendar(3);
    it.fault({ kind: 'reset', at });
    await expect(it.mirror.pull()).rejects.toMatchObject({ kind: 'unreachable' });
  });
});

describe('S8 case 38: an answer that is none deletes nothing', () => {
  test.each([
    [{ kind: 'html' }, 'wrong-service'],
    [{ kind: 'non-xml' }, 'malformed'],
    [{ kind: 'truncate' }, 'malformed'],
  ] as const)('%j is %s, in a delta and in a full list', async (effect, kind) => {
    await using it = await faultyCalendar(8);
    it.put('new.ics');
    it.fault(effect);
    await expect(it.mirror.pull()).rejects.toMatchObject({ kind });
    await expect(it.mirror.pull({ full: true })).rejects.toMatchObject({ kind });
    expect(it.names()).toHaveLength(8);
  });

  test('a list that is suddenly empty is doubted by name', async () => {
    await using it = await faultyCalendar(8);
    it.fault({ kind: 'emptied' });
    expect(await it.mirror.pull({ full: true })).toMatchObject({ complete: true, removed: [] });
    expect(it.names()).toHaveLength(8);
  });

  test('a longer one is handed on as what is missing from a list', async () => {
    await using it = await faultyCalendar(120);
    it.fault({ kind: 'emptied' });
    const { pages } = await it.mirror.pull({ full: true });
    expect(pages).toMatchObject([{ removalEvidence: 'missing-from-list', listed: 0 }]);
    expect(pages[0]?.removed).toHaveLength(120);
  });

  test('a list cut short without a word is doubted by name', async () => {
    await using it = await faultyCalendar(30);
    it.fault({ kind: 'paged', size: 20, form: 'lossy' });
    expect(await it.mirror.pull({ full: true })).toMatchObject({ removed: [] });
    expect(it.names()).toHaveLength(30);
  });
});
