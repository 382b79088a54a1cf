/** Limits how many requests are under way to one host, first come first served. */
export interface HostBudget {
  /** Waits for a place and returns the function that gives it back (calling that twice is harmless). Rejects with the signal's reason when aborted while waiting. */
  enter(host: string, signal: AbortSignal | undefined): Promise<() => void>;
}

interface Gate {
  taken: number;
  readonly waiting: Set<() => void>;
}

export function createHostBudget(limit: number): HostBudget {
  const gates = new Map<string, Gate>();

  const leave = (host: string, gate: Gate): void => {
    const [next] = gate.waiting;
    if (next !== undefined) {
      gate.waiting.delete(next);
      next();
      return;
    }
    gate.taken -= 1;
    if (gate.taken === 0) gates.delete(host);
  };

  const wait = (gate: Gate, signal: AbortSignal | undefined): Promise<void> =>
    new Promise((resolve, reject) => {
      const onAbort = (): void => {
        gate.waiting.delete(admit);
        reject(signal?.reason);
      };
      const admit = (): void => {
        signal?.removeEventListener('abort', onAbort);
        resolve();
      };
      gate.waiting.add(admit);
      signal?.addEventListener('abort', onAbort, { once: true });
    });

  return {
    async enter(host, signal) {
      signal?.throwIfAborted();
      const gate = gates.get(host) ?? { taken: 0, waiting: new Set() };
      gates.set(host, gate);
      if (gate.taken < limit) gate.taken += 1;
      else await wait(gate, signal);
      let left = false;
      return () => {
        if (!left) leave(host, gate);
        left = true;
      };
    },
  };
}
