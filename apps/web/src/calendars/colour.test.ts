import fc from 'fast-check';
import { expect, test } from 'vitest';
import { colourOf, inkOn, PALETTE } from './colour.ts';

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
