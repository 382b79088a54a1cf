import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldQuotes } from './fold-quotes.ts';

test('M5 what is quoted is folded, what is written is not', () => {
  expect(foldQuotes('Yes\nAnn wrote:\n> a\n> b\n>> c\nThanks')).toEqual([
    { text: 'Yes\nAnn wrote:', quoted: false },
    { text: '> a\n> b\n>> c', quoted: true },
    { text: 'Thanks', quoted: false },
  ]);
});

test('M5 a line or two, and a message that is nothing but a quote, stay as they are', () => {
  expect(foldQuotes('So:\n> a').some(({ quoted }) => quoted)).toBe(false);
  expect(foldQuotes('> a\n> b\n> c').some(({ quoted }) => quoted)).toBe(false);
});

test('M5 nothing of a text is left out', () => {
  const line = fc.constantFrom('', 'a', '> b', ' > c', '>> d');
  fc.assert(
    fc.property(fc.array(line), (lines) => {
      const text = lines.join('\n');
      expect(
        foldQuotes(text)
          .map((part) => part.text)
          .join('\n'),
      ).toBe(text);
    }),
  );
});
