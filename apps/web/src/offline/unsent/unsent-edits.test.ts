import { TRPCClientError } from '@trpc/client';
import { expect, test } from 'vitest';
import type { Change } from '../../agenda/edit/change.ts';
import type { UnsentEdit } from './unsent-edit.ts';
import { createUnsentEdits } from './unsent-edits.ts';

const AT = new Date('2026-11-29T12:00:00Z');
const away = () => new TRPCClientError('Failed to fetch');
const refusal = () =>
  new TRPCClientError('no', {
    result: { error: { code: -32_009, message: 'no', data: { code: 'CONFLICT', httpStatus: 409 } } } as never,
  });
const remove = (id: string, revision = 3): Change => ({
  kind: 'remove',
  id,
  recurrenceId: null,
  scope: 'all',
  revision,
});
const edit = (editId: string, change = remove(editId)) => ({
  editId,
  change,
  text: editId,
  pending: [],
  at: AT,
});

/** A server that answers, refuses or is away, and a shelf that outlives the page. */
function opened(shelf = new Map<string, UnsentEdit>()) {
  const sent: { editId: string; change: Change }[] = [];
  let answer: (editId: string) => Error | null = () => away();
  let settled = 0;
  const edits = createUnsentEdits({
    shelf: {
      all: async () => [...shelf.values()],
      put: async (one) => shelf.set(one.editId, one),
      remove: async (editId) => shelf.delete(editId),
    },
    send: async (change, editId) => {
      sent.push({ editId, change });
      const error = answer(editId);
      if (error) throw error;
    },
    say: () => ({ message: 'Refused.', hint: null }),
    onSettled: () => {
      settled += 1;
    },
  });
  return {
    edits,
    shelf,
    sent,
    settled: () => settled,
    answers: (next: typeof answer) => {
      answer = next;
    },
  };
}

test('I6 what was done offline goes out in order, each once, when somebody answers', async () => {
  const { edits, sent, answers, shelf } = opened();
  for (const id of ['a', 'b', 'c']) await edits.wait(edit(id));
  expect(edits.hasTurn()).toBe(false);
  await edits.flush();
  expect(edits.list().map(({ editId }) => editId)).toEqual(['a', 'b', 'c']);
  answers(() => null);
  await Promise.all([edits.flush(), edits.flush()]);
  expect(sent.map(({ editId }) => editId)).toEqual(['a', 'a', 'b', 'c']);
  expect([edits.list(), shelf.size]).toEqual([[], 0]);
});

test('I6 it outlives the page, under the ids that it had', async () => {
  const before = opened();
  await before.edits.wait(edit('a'));
  const after = opened(before.shelf);
  await after.edits.begin();
  after.answers(() => null);
  await after.edits.flush();
  expect(after.sent.map(({ editId }) => editId)).toEqual(['a']);
});

test('I1 what is refused stays with its reason, and holds nothing up', async () => {
  const { edits, answers } = opened();
  for (const id of ['a', 'b']) await edits.wait(edit(id));
  answers((editId) => (editId === 'a' ? refusal() : null));
  await edits.flush();
  expect(edits.list()).toMatchObject([{ editId: 'a', text: 'a', refused: { message: 'Refused.' } }]);
  expect(edits.hasTurn()).toBe(true);
  answers(() => null);
  const [refused] = edits.list();
  if (refused) await edits.retry(refused);
  expect(edits.list()).toEqual([]);
});

test('I1 a second change of one event is made on what the first one came to', async () => {
  const { edits, sent, answers } = opened();
  await edits.wait(edit('first', remove('event')));
  await edits.wait(edit('second', remove('event')));
  await edits.wait(edit('other', remove('other')));
  answers(() => null);
  await edits.flush();
  const revisions = sent.map(({ change }) => ('revision' in change ? change.revision : null));
  expect(revisions).toEqual([3, undefined, 3]);
});

test('I1 what has not gone out is taken back without the server', async () => {
  const { edits, sent, settled } = opened();
  await edits.wait(edit('a'));
  expect(await edits.discard('a')).toBe(true);
  expect(await edits.discard('a')).toBe(false);
  expect([edits.list(), sent, settled()]).toEqual([[], [], 1]);
});
