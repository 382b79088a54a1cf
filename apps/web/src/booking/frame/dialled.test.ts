import { expect, test } from 'vitest';
import { dialled } from './reach-studio.tsx';

test('I4: a number is dialled without what people write between its digits', () => {
  expect(dialled('+41 (22) 555-01.02')).toBe('+41225550102');
  expect(dialled('022/555 01 02')).toBe('0225550102');
});
