import { describe, expect, test } from 'vitest';
import { faultyCalendar } from '../testing/faulty-calendar.ts';

test('S5 case 9: without sync-collection, an equal ctag is the end of it', async () => {
  await using it = await faultyCalendar(5, true, 'sync-collection');
  expect(await it.mirror.pull()).toMatchObject({ complete: true, requests: 1, knownCalls: 0 });
});

test('S1 case 9: without sync-collection and without ctag, the etags tell', async () => {
  await using it = await faultyCalendar(5, false, 'sync-collection');
  it.fault({ kind: 'without', features: ['ctag', 'sync-collection'] });
  await it.mirror.pull();
  it.put('e1.ics', 'Moved');
  expect(await it.mirror.pull()).toMatchObject({ changed: [expect.stringContaining('e1.ics')] });
});

describe('S4 case 4: a token that is refused leads to a full comparison', () => {
  test.each([
    [403, true],
    [409, false],
    [410, false],
    [412, false],
    [400, false],
    [415, false],
    [507, false],
    [500, false],
  ])('with %i', async (status, precondition) => {
    await using it = await faultyCalendar(6);
    it.remove('e1.ics');
    it.put('new.ics');
    it.fault({ kind: 'token-refused', status, precondition });
    expect(await it.mirror.pull()).toMatchObject({
      complete: true,
      changed: [expect.stringContaining('new.ics')],
    });
    expect(it.names()).toEqual(['e0.ics', 'e2.ics', 'e3.ics', 'e4.ics', 'e5.ics', 'new.ics']);
  });
});

describe('S4 case 3: pages of a report', () => {
  test('507 is followed to the end, and a run that breaks off fetches only the rest', async () => {
    await using it = await faultyCalendar(600, false);
    it.fault({ kind: 'paged', size: 230, form: '507' });
    it.fault({ kind: 'without', features: ['calendar-data-in-sync'] });
    await it.mirror.pull({ stopAfter: 2 });
    const stored = it.mirror.objects.size;
    const { changed, complete } = await it.mirror.pull();
    expect(complete).toBe(true);
    expect(changed).toHaveLength(600 - stored);
    expect(it.names()).toHaveLength(600);
  });

  test('a delta in pages arrives whole', async () => {
    await using it = await faultyCalendar(40);
    for (let index = 0; index < 25; index += 1) it.put(`new${index}.ics`);
    it.fault({ kind: 'paged', size: 10, form: '507' });
    await it.mirror.pull();
    expect(it.names()).toHaveLength(65);
  });
});

test('S1 case 7: a token that is reset each time costs nothing but the look', async () => {
  await using it = await faultyCalendar(5);
  it.fault({ kind: 'token-reset' });
  await it.mirror.pull();
  it.put('new.ics');
  expect(await it.mirror.pull()).toMatchObject({
    changed: [expect.stringContaining('new.ics')],
    removed: [],
  });
});

describe('a preview', () => {
  const preview = {
    from: Temporal.Instant.from('2026-07-01T00:00Z'),
    to: Temporal.Instant.from('2026-08-01T00:00Z'),
  };

  test('comes first and is not complete', async () => {
    await using it = await faultyCalendar(3, false);
    const { pages } = await it.mirror.pull({ preview });
    expect(pages[0]).toMatchObject({ complete: false, listed: null, removed: [] });
    expect(pages[0]?.changed).toHaveLength(3);
    expect(it.names()).toHaveLength(3);
  });

  test.each([
    { kind: 'status', status: 500 },
    { kind: 'html' },
    { kind: 'truncate' },
    { kind: 'reset', at: 'answer' },
  ] as const)('that fails with %j is left out', async (effect) => {
    await using it = await faultyCalendar(3, false);
    it.fault(effect, undefined, 1);
    expect(await it.mirror.pull({ preview })).toMatchObject({ complete: true });
    expect(it.names()).toHaveLength(3);
  });

  test('S9 stops at a refused password', async () => {
    await using it = await faultyCalendar(3, false);
    it.fault({ kind: 'status', status: 401 }, undefined, 1);
    await expect(it.mirror.pull({ preview })).rejects.toMatchObject({ kind: 'credentials' });
  });
});
