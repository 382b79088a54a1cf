import { expect, test } from 'vitest';
import { findProgram } from './find-program.ts';

test('a program on the path is found, another is not', () => {
  expect(findProgram('sh', '/nowhere:/bin')).toBe('/bin/sh');
  expect(findProgram('sh', '/nowhere')).toBeNull();
  expect(findProgram('no-such-program')).toBeNull();
});
