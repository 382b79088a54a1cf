import { expect, test } from 'vitest';
import { scrollBy } from './autoscroll.ts';

test('near an edge and beyond it the hours scroll, in the middle they stand', () => {
  const area = { top: 100, bottom: 700 };
  expect(scrollBy(400, area)).toBe(0);
  expect(scrollBy(690, area)).toBeGreaterThan(0);
  expect(scrollBy(900, area)).toBe(16);
  expect(scrollBy(110, area)).toBeLessThan(0);
  expect(Math.abs(scrollBy(140, area))).toBeLessThan(Math.abs(scrollBy(110, area)));
});
