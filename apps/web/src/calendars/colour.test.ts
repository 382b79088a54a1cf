import fc from 'fast-check';
import { expect, test } from 'vitest';
import { colourOf, inkOn, PALETTE, toldApart } from './colour.ts';

function channel(value: number): number {
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

function contrast(a: string, b: string): number {
  const light = (colour: string) => {
    const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) =>
      channel(Number.parseInt(colour.slice(at, at + 2), 16) / 255),
    );
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const [low = 0, high = 0] = [light(a), light(b)].toSorted((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

test('the ink on any colour reaches the contrast of WCAG AA', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 0xffffff }), (value) => {
      const colour = `#${value.toString(16).padStart(6, '0')}`;
      expect(contrast(colour, inkOn(colour))).toBeGreaterThanOrEqual(4.5);
    }),
  );
});

test('a calendar keeps the colour of its provider, and gets one of ours where there is none', () => {
  expect(colourOf({ id: 'a', color: '#AABBCC' })).toBe('#aabbcc');
  expect(PALETTE).toContain(colourOf({ id: 'a', color: null }));
  expect(PALETTE).toContain(colourOf({ id: 'a', color: 'red; background: url(x)' }));
  expect(colourOf({ id: 'a', color: null })).toBe(colourOf({ id: 'a', color: null }));
});

const uncoloured = (count: number, connectionId = 'one') =>
  Array.from({ length: count }, (_, n) => ({ id: `0195-${n}`, color: null, connectionId }));
const coloursOf = (calendars: readonly { readonly id: string; readonly color: string | null }[]) =>
  calendars.map(colourOf);

test('I10 no two calendars of an account get the same colour, as long as there are colours', () => {
  const all = coloursOf(toldApart(uncoloured(PALETTE.length)));
  expect(new Set(all).size).toBe(PALETTE.length);
  expect(coloursOf(toldApart(uncoloured(40)))).toHaveLength(40);
});

test('I10 a colour of the provider is kept, given to no other, and nobody’s changes when a calendar is added', () => {
  const [first, second] = uncoloured(2);
  if (!first || !second) throw new Error('two');
  const before = toldApart([first, second]);
  const told = { ...first, id: '0194', color: colourOf(second) };
  expect(toldApart([told, second])[0]?.color).toBe(told.color);
  expect(toldApart([told, second])[1]?.color).not.toBe(told.color);
  const late = { ...first, id: '0196' };
  expect(toldApart([late, first, second]).slice(1)).toEqual(before);
  expect(toldApart([first, { ...first, connectionId: 'two' }]).map(colourOf)).toEqual([
    colourOf(first),
    colourOf(first),
  ]);
});
