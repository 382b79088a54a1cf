/** What libfaketime reads, and the zone: a machine that stands somewhere else in time hands these on to its processes. */
const NAMES = ['TZ', 'LD_PRELOAD', 'FAKETIME', 'DONT_FAKE_MONOTONIC', 'NO_FAKE_STAT'];

/**
 * The clock and zone of this machine, for a process that a test starts with an environment of its own: without them
 * it would live on another day than the test when `pnpm any-day` moves it.
 */
export const machineClock: Readonly<Record<string, string>> = Object.fromEntries(
  NAMES.flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value]];
  }),
);
