import { HOSTILE_BODIES } from '@atelier/testkit/hostile/hostile-body';
import { describe, expect, test } from 'vitest';
import { ProviderFailure } from '../../port/failure.ts';
import { watchStalls } from '../testing/stalls.ts';
import { readErrorBody } from './error-body.ts';
import { readMultistatus } from './read-multistatus.ts';

/** What never ends, or comes compressed, is the business of HTTP, which knows deadlines. */
const NAMES = Object.keys(HOSTILE_BODIES).filter((name) => {
  const body = HOSTILE_BODIES[name];
  return body?.everyMs === undefined && body?.headers?.['content-encoding'] === undefined;
});
/** As much as is read of most answers. */
const MEGABYTES = 20;

describe('S13 documents of twenty megabytes are read in slices, and no further than they make sense', () => {
  test.each(NAMES)('%s', async (name) => {
    using stalls = watchStalls();
    const begun = performance.now();
    let items = 0;
    try {
      for await (const _ of readMultistatus(bodyOf(name), undefined)) items += 1;
    } catch (error) {
      expect(error).toBeInstanceOf(ProviderFailure);
    }
    const { message } = await readErrorBody(bodyOf(name), undefined);
    expect(message?.length ?? 0).toBeLessThan(300);
    expect(items).toBeLessThanOrEqual(100_000);
    expect(stalls.longestMs()).toBeLessThan(100);
    expect(performance.now() - begun).toBeLessThan(10_000);
  });
});

async function* bodyOf(name: string): AsyncGenerator<Uint8Array> {
  for (const piece of HOSTILE_BODIES[name]?.pieces(MEGABYTES) ?? []) {
    for (let at = 0; at < piece.byteLength; at += 65_536) yield piece.subarray(at, at + 65_536);
  }
}
