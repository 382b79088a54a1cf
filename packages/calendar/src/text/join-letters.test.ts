import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeFile } from './decode-file.ts';
import { letterJoiner, WRONG_BYTE } from './join-letters.ts';

const bytes = (...parts: readonly (string | readonly number[])[]): Buffer =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))));

test.each([
  ['CRLF and a space', bytes('Caf', [0xc3], '\r\n ', [0xa9], 'dr'), 'Cafédr'],
  ['LF and a tab', bytes('Caf', [0xc3], '\n\t', [0xa9]), 'Café'],
  ['a CR written as a reference', bytes('Caf', [0xc3], '&#13;\n ', [0xa9]), 'Café'],
  ['three folds in one letter', bytes([0xf0], '\r\n ', [0x9f], '\r\n ', [0x90], '\r\n ', [0x8b], '!'), '🐋!'],
  ['a fold between letters, which stays', bytes('Café\r\n dr'), 'Café\r\n dr'],
])('S6 a fold inside a letter is undone: %s', (_, source, text) => {
  expect(decodeFile(source)).toBe(text);
});

test.each([
  ['a byte of Latin-1', bytes('Caf', [0xe9], ' dr'), `Caf${WRONG_BYTE} dr`],
  ['a letter that breaks off', bytes('Caf', [0xc3]), `Caf${WRONG_BYTE}`],
  ['a fold that no rest follows', bytes('Caf', [0xc3], '\r\n dr'), `Caf${WRONG_BYTE}\r\n dr`],
  ['half a surrogate pair', bytes([0xed, 0xa0, 0x80], 'x'), `${WRONG_BYTE.repeat(3)}x`],
  ['an overlong form', bytes([0xc0, 0xaf]), WRONG_BYTE.repeat(2)],
])('S6 bytes that are no letter are known again: %s', (_, source, text) => {
  expect(decodeFile(source)).toBe(text);
});

test('S6 a replacement character that somebody else wrote is a letter like any other', () => {
  expect(decodeFile(bytes('Caf\uFFFD'))).toBe('Caf\uFFFD');
});

test('S6 whatever the text, where it is folded and how it arrives in pieces, it comes out whole', () => {
  const folded = fc.tuple(fc.string({ unit: 'grapheme' }), fc.array(fc.nat(400)), fc.array(fc.nat(400)));
  fc.assert(
    fc.property(folded, ([text, folds, cuts]) => {
      const whole = Buffer.from(text.replaceAll(/[\r\n \t&]/g, '').toWellFormed());
      const inside = new Set(folds.filter((at) => at > 0 && ((whole[at] ?? 0) & 0xc0) === 0x80));
      const source = Buffer.from(
        [...whole].flatMap((byte, at) => (inside.has(at) ? [13, 10, 32, byte] : [byte])),
      );
      const joiner = letterJoiner();
      const edges = [0, ...cuts.filter((at) => at < source.length).toSorted((a, b) => a - b), source.length];
      const pieces = edges.slice(1).map((end, n) => joiner.push(source.subarray(edges[n], end)));
      expect(Buffer.concat([...pieces, joiner.end()]).toString()).toBe(whole.toString());
    }),
    { numRuns: 2_000 },
  );
});

test('S6 any bytes at all come to an end', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (source) => {
      expect(decodeFile(source).replaceAll(WRONG_BYTE, '')).not.toContain('\uFFFD\uFFFD\uFFFD\uFFFD');
    }),
  );
});

test.each([
  ['nothing but wrong bytes', [0xff]],
  ['letters that break off', [0xc3, 0x78]],
  ['letters before what begins like a fold', [0xc3, 0x26]],
  ['one letter with folds without end', [0x0d, 0x0a, 0x20]],
])('S13 megabytes are read in no time: %s', (_, pattern) => {
  const source = Buffer.concat([Buffer.from([0xf0]), Buffer.alloc(2_000_000, Buffer.from(pattern))]);
  const began = process.cpuUsage().user;
  const read = decodeFile(source);
  expect((process.cpuUsage().user - began) / 1_000).toBeLessThan(2_000);
  expect(read.startsWith(WRONG_BYTE)).toBe(true);
});
