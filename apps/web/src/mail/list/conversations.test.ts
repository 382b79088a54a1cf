import { expect, test } from 'vitest';
import type { PlacedMail } from '../../api/answers.ts';
import { conversationsOf } from './conversations.ts';

const message = (id: string, threadId: string, more: Partial<PlacedMail> = {}) =>
  ({
    id,
    threadId,
    seen: true,
    flagged: false,
    hasAttachment: false,
    hasInvitation: false,
    ...more,
  }) as PlacedMail;

test('M1 a conversation is one row, at the place of its newest message, and has all of them', () => {
  const rows = conversationsOf([
    message('3', 'a'),
    message('2', 'b', { flagged: true }),
    message('1', 'a', { seen: false, hasAttachment: true }),
  ]);
  expect(rows.map(({ threadId, ids }) => [threadId, ids])).toEqual([
    ['a', ['3', '1']],
    ['b', ['2']],
  ]);
  expect(rows[0]).toMatchObject({ head: { id: '3' }, seen: false, flagged: false, hasAttachment: true });
  expect(rows[1]).toMatchObject({ seen: true, flagged: true });
});
