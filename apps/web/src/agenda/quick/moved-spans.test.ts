import fc from 'fast-check';
import { expect, test } from 'vitest';
import { movedSpans } from './moved-spans.ts';

const spanOf = (text: string, word: string) => ({
  from: text.indexOf(word),
  to: text.indexOf(word) + word.length,
});

test('what was taken back stays so while something else is typed', () => {
  const typed = ['Sun tattoo Friday', 'Sun tattoo Friday 3pm', 'Small Sun tattoo Friday 3pm'];
  let spans: readonly { from: number; to: number }[] = [
    spanOf(typed[0]!, 'Sun'),
    spanOf(typed[0]!, 'Friday'),
  ];
  for (const [index, before] of typed.slice(0, -1).entries())
    spans = movedSpans(spans, before, typed[index + 1]!);
  expect(spans.map(({ from, to }) => typed.at(-1)!.slice(from, to))).toEqual(['Sun', 'Friday']);
});

test('and is forgotten when it is typed into', () => {
  const before = 'Roses Friday';
  expect(movedSpans([spanOf(before, 'Friday')], before, 'Roses Frday')).toEqual([]);
  expect(movedSpans([spanOf(before, 'Friday')], before, 'Roses Fridays')).toEqual([]);
  expect(movedSpans([spanOf(before, 'Roses')], before, 'TRoses Friday')).toEqual([]);
});

test('a stretch that stays has the text that it had', () => {
  const text = fc.string({ maxLength: 12, unit: fc.constantFrom('a', 'b', ' ') });
  fc.assert(
    fc.property(text, text, fc.nat(12), fc.nat(12), (before, after, one, other) => {
      const [from = 0, to = 0] = [Math.min(one, before.length), Math.min(other, before.length)].sort(
        (a, b) => a - b,
      );
      if (from === to) return;
      for (const span of movedSpans([{ from, to }], before, after)) {
        expect(after.slice(span.from, span.to)).toBe(before.slice(from, to));
      }
    }),
  );
});
