import { expect, it } from 'vitest';
import { readSearch } from './search-words.ts';

it('M6: a line of search is read with its operators, in any order', () => {
  const line =
    'rosé from:leo "small rose" -invoice has:attachment is:unread in:archive before:2026-03-01 is:flagged';
  expect(readSearch(line)).toEqual({
    words: ['rosé'],
    phrases: ['small rose'],
    without: ['invoice'],
    from: ['leo'],
    to: [],
    subject: [],
    folders: ['archive'],
    unread: true,
    flagged: true,
    attachment: true,
    after: null,
    before: '2026-03-01',
  });
});

it('M6: what is no operator is a word, and a quote may be left open', () => {
  expect(readSearch('10:30 https://x.test foo:bar').words).toEqual(['10:30', 'https://x.test', 'foo:bar']);
  expect(readSearch('from:"Léo Martin" "left open')).toMatchObject({
    from: ['Léo Martin'],
    phrases: ['left open'],
  });
  expect(readSearch('before:soon after:2026-13-01')).toMatchObject({ before: null, after: null });
  expect(readSearch('')).toMatchObject({ words: [], unread: null });
});
