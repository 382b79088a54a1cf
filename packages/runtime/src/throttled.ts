/** Collects words and tells them together, at most once per `everyMs`. */
export function throttled(everyMs: number, tell: (words: readonly string[]) => void) {
  const waiting = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  const flush = () => {
    timer = undefined;
    const words = [...waiting];
    waiting.clear();
    if (words.length > 0) tell(words);
  };
  return {
    add(word: string): void {
      waiting.add(word);
      timer ??= setTimeout(flush, everyMs).unref();
    },
    stop(): void {
      clearTimeout(timer);
      waiting.clear();
    },
  };
}
