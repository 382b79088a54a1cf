import { TRPCClientError } from '@trpc/client';
import { expect, it } from 'vitest';
import type { Change } from './change.ts';
import { createEditStore } from './edit-store.ts';

const change = (id: string): Change => ({ kind: 'restore', id });
const about = (text: string) => ({ text, many: false });
const refusal = new TRPCClientError('no', {
  result: { error: { message: 'no', code: -32_009, data: { code: 'CONFLICT' } } },
});

/** A server that notes what it is asked, and refuses what it is told to. */
function opened(refuses: (asked: string) => Error | null = () => null) {
  const asked: string[] = [];
  let ids = 0;
  const answer = async (what: string) => {
    const error = refuses(what);
    if (error) throw error;
    asked.push(what);
    return null;
  };
  const store = createEditStore({
    send: (one, editId) => answer(`${one.kind === 'restore' ? one.id : ''} ${editId}`),
    takeBack: (editId, as) => answer(`back ${editId} as ${as}`),
    refresh: async () => undefined,
    newId: () => `e${(ids += 1)}`,
  });
  const texts = () => {
    const { done, undone } = store.state().history;
    return [done, undone].map((steps) => steps.map(({ text }) => text).join(' '));
  };
  return { store, asked, texts };
}

it('I1: twenty steps are taken back one by one, and done again; something new ends what could be done again', async () => {
  const { store, texts } = opened();
  const words = Array.from({ length: 20 }, (_, index) => `step${index}`);
  for (const word of words) await store.write(change(word), about(word));
  for (const _ of words) await store.undo(store.state().history.done.at(-1)!);
  expect(texts()).toEqual(['', words.toReversed().join(' ')]);
  await store.redo(store.state().history.undone.at(-1)!);
  await store.redo(store.state().history.undone.at(-1)!);
  expect(texts()[0]).toBe('step0 step1');
  await store.write(change('new'), about('new'));
  expect(texts()).toEqual(['step0 step1 new', '']);
});

it('I1: what was taken back is done again by what taking it back was called', async () => {
  const { store, asked } = opened();
  await store.write(change('a'), about('a'));
  await store.undo(store.state().history.done[0]!);
  await store.redo(store.state().history.undone[0]!);
  expect(asked).toEqual(['a e1', 'back e1 as e2', 'back e2 as e3']);
});

it('I1: what the server will not take back is no longer offered; what did not reach it stays', async () => {
  let away = true;
  const { store, texts } = opened((asked) =>
    asked.startsWith('back') ? (away ? new TRPCClientError('away') : refusal) : null,
  );
  await store.write(change('a'), about('a'));
  expect(await store.undo(store.state().history.done[0]!)).toMatchObject({ ok: false });
  expect(texts()).toEqual(['a', '']);
  away = false;
  await store.undo(store.state().history.done[0]!);
  expect(texts()).toEqual(['', '']);
});

it('I1: changes go one after the other, also past one that was refused', async () => {
  const { store, asked } = opened((what) => (what.startsWith('b') ? refusal : null));
  const endings = await Promise.all(
    ['a', 'b', 'c'].map((id) => store.inTurn(() => store.write(change(id), about(id)))),
  );
  expect(endings.map(({ ok }) => ok)).toEqual([true, false, true]);
  expect(asked).toEqual(['a e1', 'c e3']);
});

it('I1: shows what is on its way, and no longer when it is taken off', () => {
  const { store } = opened();
  let told = 0;
  store.subscribe(() => (told += 1));
  const takeOff = store.show({ kind: 'remove', target: {} as never, scope: 'this' });
  expect(store.state().pending).toHaveLength(1);
  takeOff();
  expect([store.state().pending.length, told]).toEqual([0, 2]);
});
