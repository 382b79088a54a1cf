import { expect, test } from 'vitest';
import { isSameEtag } from './etag.ts';

test.each([
  ['"1"', '"1"', true],
  ['W/"1"', '"1"', true],
  ['"1-gzip"', '"1"', true],
  ['"1;gzip"', '1', true],
  ['1', '"1"', true],
  ['http://www.open-xchange.com/etags/7-1', 'http://www.open-xchange.com/etags/7-1', true],
  ['http://www.open-xchange.com/etags/7-1', 'http://www.open-xchange.com/etags/7-2', false],
  ['"1"', '"2"', false],
  ['"a"', '"A"', false],
  [null, '"1"', false],
  ['"1"', null, false],
  [null, null, false],
])('S2 case 16: %j and %j name one version: %s', (one, other, same) => {
  expect(isSameEtag(one, other)).toBe(same);
});
