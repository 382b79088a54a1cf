/** More came than was taken: what waited is gone, and whoever reads must start afresh. */
export const OVERRUN = Symbol('overrun');

export interface BoundedQueue<Item> {
  push(item: Item): void;
  /** Everything pushed, in order, until `signal` aborts. */
  items(signal: AbortSignal): AsyncGenerator<Item | typeof OVERRUN>;
}

/** Keeps at most `most` items for a reader who is slower than whoever writes. */
export function boundedQueue<Item>(most: number): BoundedQueue<Item> {
  let waiting: Item[] = [];
  let overrun = false;
  let wake = () => {};
  return {
    push(item) {
      if (waiting.length < most && !overrun) waiting.push(item);
      else {
        waiting = [];
        overrun = true;
      }
      wake();
    },
    async *items(signal) {
      const stop = () => wake();
      signal.addEventListener('abort', stop);
      try {
        while (!signal.aborted) {
          const [item] = waiting;
          if (overrun) {
            overrun = false;
            yield OVERRUN;
          } else if (item !== undefined) {
            waiting.shift();
            yield item;
          } else
            await new Promise<void>((resolve) => {
              wake = resolve;
            });
        }
      } finally {
        signal.removeEventListener('abort', stop);
      }
    },
  };
}
