import { describe, expect, it } from 'vitest';
import { every } from './every.ts';

describe('a periodic job', () => {
  it('S4: is awaited when it is told to stop, hears so, and does not begin again', async () => {
    const held = Promise.withResolvers<void>();
    const begun: AbortSignal[] = [];
    const job = every(
      1,
      (signal) => {
        begun.push(signal);
        return held.promise;
      },
      () => undefined,
    );
    let stopped = false;
    const stopping = job.stop().then(() => {
      stopped = true;
    });
    await Promise.resolve();
    expect([begun.length, begun[0]?.aborted, stopped]).toEqual([1, true, false]);
    held.resolve();
    await stopping;
    expect([begun.length, stopped]).toEqual([1, true]);
  });

  it('S10: that fails is told, and ends nothing', async () => {
    const told: unknown[] = [];
    const job = every(
      60_000,
      () => Promise.reject(new Error('poison')),
      (error) => told.push(error),
    );
    await job.stop();
    expect(told).toEqual([new Error('poison')]);
  });
});
