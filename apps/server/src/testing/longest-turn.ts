/**
 * Measures the longest turn of the event loop, in milliseconds of this thread's own work: what other programs of a busy
 * machine take away is not counted.
 */
export function longestTurn(): { end(): number } {
  let longest = 0;
  let before = worked();
  let next: NodeJS.Immediate;
  const look = () => {
    const now = worked();
    longest = Math.max(longest, now - before);
    before = now;
    next = setImmediate(look);
  };
  next = setImmediate(look);
  return {
    end() {
      clearImmediate(next);
      return Math.max(longest, worked() - before);
    },
  };
}

function worked(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
}
