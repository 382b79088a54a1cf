import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { type BodyLimits, decodedBody } from './decoded-body.ts';

const limits: BodyLimits = { maxBytes: 1e6, drip: { bytes: 100, perMs: 1000 }, monotonicMs: () => 0 };

async function* pieces(...parts: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* parts;
}

async function textOf(
  raw: AsyncIterable<Uint8Array>,
  encoding?: string,
  more: Partial<BodyLimits> = {},
): Promise<string> {
  return Buffer.concat(await Array.fromAsync(decodedBody(raw, encoding, { ...limits, ...more }))).toString();
}

const TEXT = 'BEGIN:VCALENDAR '.repeat(500);

test.each([
  ['gzip', gzipSync(TEXT)],
  ['x-gzip', gzipSync(TEXT)],
  ['GZIP', gzipSync(TEXT)],
  ['deflate', deflateSync(TEXT)],
  ['br', brotliCompressSync(TEXT)],
  ['identity', Buffer.from(TEXT)],
  [undefined, Buffer.from(TEXT)],
])('%s is decoded', async (encoding, bytes) => {
  expect(await textOf(pieces(bytes.subarray(0, 10), bytes.subarray(10)), encoding)).toBe(TEXT);
});

test('S13 the cap counts what comes out of the decompression', async () => {
  await expect(textOf(pieces(gzipSync(TEXT)), 'gzip', { maxBytes: 1000 })).rejects.toMatchObject({
    reason: 'too-large',
  });
});

test('S13 a gzip bomb is cut off long before the cap', async () => {
  const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024));
  let received = 0;
  const reading = (async () => {
    for await (const chunk of decodedBody(pieces(bomb), 'gzip', { ...limits, maxBytes: 1e9 }))
      received += chunk.byteLength;
  })();
  await expect(reading).rejects.toMatchObject({ reason: 'too-large' });
  expect(received).toBeLessThan(10 * 1024 * 1024);
});

test.each([
  ['a cut gzip', gzipSync(TEXT).subarray(0, 40), 'gzip'],
  ['text that calls itself gzip', Buffer.from(TEXT), 'gzip'],
  ['an encoding nobody asked for', Buffer.from(TEXT), 'zstd'],
])('S9 %s is undecodable', async (_, bytes, encoding) => {
  await expect(textOf(pieces(bytes), encoding)).rejects.toMatchObject({ reason: 'undecodable' });
});

test('S11 a body that drips below the pace is cut off', async () => {
  let ms = 0;
  async function* drip(): AsyncGenerator<Uint8Array> {
    for (;;) {
      ms += 300;
      yield Buffer.from('x');
    }
  }
  await expect(textOf(drip(), undefined, { monotonicMs: () => ms })).rejects.toMatchObject({
    reason: 'too-slow',
  });
});

test('S11 a slow reader is not taken for a dripping server', async () => {
  let ms = 0;
  const source = pieces(...Array.from({ length: 50 }, () => Buffer.from('x')));
  let received = 0;
  for await (const chunk of decodedBody(source, undefined, { ...limits, monotonicMs: () => ms })) {
    ms += 5000;
    received += chunk.byteLength;
  }
  expect(received).toBe(50);
});
