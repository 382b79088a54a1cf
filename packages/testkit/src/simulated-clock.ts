/** Time that moves only when it is told to. Its functions may be passed on by themselves. */
export interface SimulatedClock {
  now(): Temporal.Instant;
  /** Milliseconds since 1970, UTC: in place of `Date.now`. */
  epochMs(): number;
  /** Resolves once the clock has come so far; rejects with the signal's reason. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
  /** Moves on, waking every sleeper at its own moment and letting it work before time goes further. */
  advance(by: Temporal.DurationLike): Promise<void>;
  /** How many are asleep. */
  sleepers(): number;
}

interface Sleeper {
  readonly due: number;
  readonly wake: () => void;
}

export function simulatedClock(start: Temporal.Instant | string): SimulatedClock {
  let time = Temporal.Instant.from(start).epochMilliseconds;
  let asleep: Sleeper[] = [];

  function sleep(ms: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      const sleeper: Sleeper = { due: time + Math.max(0, ms), wake: resolve };
      asleep = [...asleep, sleeper].sort((a, b) => a.due - b.due);
      signal?.addEventListener('abort', () => {
        asleep = asleep.filter((other) => other !== sleeper);
        reject(signal.reason);
      });
    });
  }

  async function advance(by: Temporal.DurationLike): Promise<void> {
    const until = Temporal.Instant.fromEpochMilliseconds(time).add(by).epochMilliseconds;
    for (let next = asleep[0]; next && next.due <= until; next = asleep[0]) {
      asleep = asleep.slice(1);
      time = next.due;
      next.wake();
      await settle();
    }
    time = until;
  }

  return {
    now: () => Temporal.Instant.fromEpochMilliseconds(time),
    epochMs: () => time,
    sleep,
    advance,
    sleepers: () => asleep.length,
  };
}

/** One turn of the event loop: all that hangs on promises alone has run by then. */
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
