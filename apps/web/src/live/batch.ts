export interface Batch<Item> {
  add(item: Item): void;
  close(): void;
}

/** Collects items and hands them over `delayMs` after the first: a burst is one delivery, a stream goes on flowing. */
export function createBatch<Item>(delayMs: number, deliver: (items: readonly Item[]) => void): Batch<Item> {
  let items: Item[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = () => {
    const collected = items;
    items = [];
    timer = undefined;
    deliver(collected);
  };
  return {
    add(item) {
      items.push(item);
      timer ??= setTimeout(flush, delayMs);
    },
    close() {
      clearTimeout(timer);
      items = [];
    },
  };
}
