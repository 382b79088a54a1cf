import { en } from '@atelier/words/studio/en';
import { expect, test } from 'vitest';
import { eventTitle } from './event-title.ts';

const called = (title: string | null) => eventTitle({ title }, en);

test.each(['', '  \n', '\u200B\u2060', '\uFEFF', '\u3164', '\u202E'])(
  'I4 a title that nobody can see is none: %j',
  (title) => {
    expect(called(title)).toBe(en.common.untitled);
  },
);

test('I4 a title turns nothing that is said behind it, and keeps its own letters, joined as they are', () => {
  expect(called('\u202Enoitces\u2066')).toBe('noitces');
  for (const kept of ['שלום\u200F', '👩\u200D🎨', 'می\u200Cخواهم']) expect(called(kept)).toBe(kept);
  expect(called(null)).toBe(en.common.busy);
});
