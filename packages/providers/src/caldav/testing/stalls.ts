/**
 * The longest that this thread has worked between two turns of its event loop. Its processor time counts rather than
 * the clock, which on a busy machine also tells of everybody else.
 */
export function watchStalls(): Disposable & { longestMs(): number } {
  let longest = 0;
  let last = process.threadCpuUsage();
  let lastAt = performance.now();
  const look = (): void => {
    const now = process.threadCpuUsage();
    const at = performance.now();
    const worked = (now.user - last.user + now.system - last.system) / 1000;
    longest = Math.max(longest, Math.min(worked, at - lastAt));
    last = now;
    lastAt = at;
  };
  const ticker = setInterval(look, 5);
  return {
    longestMs() {
      look();
      return longest;
    },
    [Symbol.dispose]: () => clearInterval(ticker),
  };
}
