import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalRequest, type JsonValue } from './canonical-request.ts';

describe('B5 case 46: one submit, one text', () => {
  test('whatever the order of its fields and the spelling of its letters', () => {
    const one = { artist: 'ana', client: { name: 'Zoë', email: 'z@example.org' }, answers: [1, 'b'] };
    const two = {
      answers: [1, 'b'],
      client: { email: 'z@example.org', name: 'Zoe\u0308', phone: null },
      artist: 'ana',
    };
    expect(canonicalRequest(one)).toBe(canonicalRequest(two));
    expect(canonicalRequest(one)).toBe(
      'booking/1 {"answers":[1,"b"],"artist":"ana","client":{"email":"z@example.org","name":"Zoë"}}',
    );
  });

  test.each([
    [{ start: 1 }, { start: 2 }],
    [{ start: 1 }, { start: '1' }],
    [{ note: 'a' }, { note: 'a ' }],
    [{ note: 'a' }, { remark: 'a' }],
    [{ answers: ['a', 'b'] }, { answers: ['b', 'a'] }],
    [{ answers: ['a', null] }, { answers: ['a'] }],
    [{ answers: 'a,b' }, { answers: ['a', 'b'] }],
    [{ a: { b: 1 } }, { a: 1, b: 1 }],
    [{ note: '","x":"' }, { note: '', x: '' }],
  ])('%j is not %j', (one, two) => {
    expect(canonicalRequest(one)).not.toBe(canonicalRequest(two));
  });

  test('it says all that was said: read back, it is the submit', () => {
    const json = fc.jsonValue({ maxDepth: 5 }) as fc.Arbitrary<JsonValue>;
    const plain = (value: unknown): unknown =>
      JSON.parse(JSON.stringify(value, (_, inner) => (isFields(inner) ? withoutNulls(inner) : inner)));
    fc.assert(
      fc.property(json, (value) => {
        expect(JSON.parse(canonicalRequest(value).slice('booking/1 '.length))).toEqual(plain(value));
      }),
      { numRuns: 1_000, seed: 5 },
    );
  });

  test('what is no JSON, or nested without end, is refused', () => {
    let deep: JsonValue = [];
    for (let depth = 0; depth < 100_000; depth++) deep = [deep];
    expect(() => canonicalRequest(deep)).toThrow(TypeError);
    expect(() => canonicalRequest({ start: Number.NaN })).toThrow(TypeError);
    expect(() => canonicalRequest([undefined] as unknown as JsonValue)).toThrow(TypeError);
  });
});

function isFields(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function withoutNulls(fields: object): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
}
