import { describe, expect, test } from 'vitest';
import { isStill, isStrong, MUST_EXIST, mustBe, namesOf } from './write-condition.ts';

describe('S2 how a version is named', () => {
  test.each([
    ['"abc"', ['"abc"']],
    ['""', ['""']],
    ['W/"abc"', ['W/"abc"', '"abc"', '*']],
    ['w/"abc-gzip"', ['w/"abc-gzip"', '"abc"', '*']],
    ['"abc-gzip"', ['"abc-gzip"', '"abc"', '*']],
    ['"abc--br"', ['"abc--br"', '"abc"', '*']],
    ['1234', ['1234', '"1234"', '*']],
    [
      'http://ox.example/etags/703-1',
      ['http://ox.example/etags/703-1', '"http://ox.example/etags/703-1"', '*'],
    ],
    [null, ['*']],
  ])('case 16: %s, the most exact name first', (etag, names) => {
    expect(namesOf(etag).map((condition) => condition['if-match'])).toEqual(names);
  });

  test('only a proper strong etag has no other name', () => {
    expect(namesOf('"abc"')).toEqual([mustBe('"abc"')]);
    expect(namesOf('"abc"')).not.toContainEqual(MUST_EXIST);
    expect([isStrong('"abc"'), isStrong('W/"abc"'), isStrong('abc')]).toEqual([true, false, false]);
  });
});

describe('S2 whether what is there is what was meant', () => {
  const there = { href: '/c/e.ics', etag: '"2"', body: 'A\r\nB\r\n' };

  test.each([
    [{ etag: '"2"' }, true],
    [{ etag: 'W/"2"' }, true],
    [{ etag: '"2"', body: 'other' }, true],
    [{ etag: '"1"' }, false],
    [{ etag: '"1"', body: 'A\nB\n' }, true],
    [{ etag: '"1"', body: 'A\r\nC\r\n' }, false],
    [{ etag: null, body: 'A\nB' }, true],
    [{ etag: null, body: 'A' }, false],
    [{ etag: null }, true],
  ])('%j: %s', (base, expected) => {
    expect(isStill(base, there)).toBe(expected);
  });
});
