import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, test, vi } from 'vitest';
import { openKept } from './kept.ts';
import { openKeptDatabase } from './kept-database.ts';
import 'fake-indexeddb/auto';

const NOW = new Date('2026-11-29T12:00:00Z');
const span = (from: string, to: string) => ({ from: new Date(`${from}Z`), to: new Date(`${to}Z`) });
const NOVEMBER = span('2026-11-01T00:00', '2026-12-01T00:00');
const DECEMBER = span('2026-12-01T00:00', '2027-01-01T00:00');
const event = (id: string, day: string, calendarId = 'a') => ({
  id,
  calendarId,
  title: id,
  startsAt: new Date(`${day}T09:00:00Z`),
  endsAt: new Date(`${day}T10:00:00Z`),
});
const ME = { path: 'people.me', input: undefined };
const events = (input: unknown) => ({ path: 'agenda.events', input });

beforeEach(() => vi.stubGlobal('indexedDB', new IDBFactory()));

async function opened(userId: string | null = 'ann') {
  const kept = openKept(await openKeptDatabase(), () => NOW);
  await kept.begin();
  if (userId !== null) await kept.hear(ME, { userId });
  return kept;
}

test('I6 an agenda that was kept by the month answers for any span within', async () => {
  const kept = await opened();
  await kept.hear(events(NOVEMBER), [event('one', '2026-11-30')]);
  await kept.hear(events(DECEMBER), [event('two', '2026-12-01'), event('far', '2026-12-20')]);
  const week = events(span('2026-11-30T00:00', '2026-12-07T00:00'));
  expect(await kept.answer(week)).toMatchObject([{ id: 'one' }, { id: 'two' }]);
  expect(await kept.answer(events({ ...DECEMBER, calendarIds: ['b'] }))).toEqual([]);
});

test('I6 a time that is not kept is not answered as if it were empty', async () => {
  const kept = await opened();
  await kept.hear(events(NOVEMBER), []);
  expect(await kept.answer(events(span('2026-11-28T00:00', '2026-12-02T00:00')))).toBeUndefined();
});

test('I6 what a page asks of a part of a month is kept as well', async () => {
  const kept = await opened();
  await kept.hear(events(NOVEMBER), [event('old', '2026-11-10'), event('stays', '2026-11-20')]);
  await kept.hear(events(span('2026-11-09T00:00', '2026-11-16T00:00')), [event('new', '2026-11-11')]);
  expect(await kept.answer(events(NOVEMBER))).toMatchObject([{ id: 'new' }, { id: 'stays' }]);
});

test('I8 what one person was shown is gone before another one sees anything', async () => {
  const kept = await opened('ann');
  await kept.hear(events(NOVEMBER), [event('of ann', '2026-11-10')]);
  await kept.hear({ path: 'agenda.next', input: { limit: 7 } }, ['of ann']);
  await kept.hear(ME, { userId: 'max' });
  expect(await kept.answer(events(NOVEMBER))).toBeUndefined();
  expect(await kept.answer({ path: 'agenda.next', input: { limit: 7 } })).toBeUndefined();
  expect(await kept.answer(ME)).toEqual({ userId: 'max' });
});

test('I8 after signing out nothing is kept, nor what arrives late', async () => {
  const kept = await opened();
  await kept.hear(events(NOVEMBER), [event('x', '2026-11-10')]);
  await kept.forget();
  await kept.hear(events(DECEMBER), [event('late', '2026-12-10')]);
  expect(await kept.answer(events(DECEMBER))).toBeUndefined();
  expect(await kept.answer(ME)).toBeUndefined();
  expect(await (await opened(null)).begin()).toEqual([]);
});

test('I6 the same person finds it again after the browser was closed', async () => {
  const before = await opened();
  await before.hear(events(NOVEMBER), [event('x', '2026-11-10')]);
  await before.markLive(NOW);
  const kept = openKept(await openKeptDatabase(), () => NOW);
  expect((await kept.begin()).map(({ path }) => path)).toEqual(['people.me']);
  await kept.hear(ME, { userId: 'ann' });
  expect(await kept.answer(events(NOVEMBER))).toHaveLength(1);
  expect(await kept.liveUntil()).toEqual(NOW);
});

test('what is kept is bounded: the answers that are oldest go', async () => {
  const kept = await opened();
  for (let n = 0; n < 160; n += 1) await kept.hear({ path: 'agenda.event', input: { objectId: `${n}` } }, n);
  expect(await kept.answer({ path: 'agenda.event', input: { objectId: '159' } })).toBe(159);
  const all = await openKept(await openKeptDatabase(), () => NOW).begin();
  expect(all.length).toBeLessThanOrEqual(150);
});

test('what nobody may find on a lost telephone is not kept', async () => {
  const kept = await opened();
  await kept.hear({ path: 'people.list', input: undefined }, ['somebody']);
  await kept.hear({ path: 'people.link', input: { token: 'secret' } }, 'secret');
  expect(await kept.answer({ path: 'people.list', input: undefined })).toBeUndefined();
  expect(await kept.answer({ path: 'people.link', input: { token: 'secret' } })).toBeUndefined();
});
