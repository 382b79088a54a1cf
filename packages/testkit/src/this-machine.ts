/** What libfaketime reads, the zone, and where files go for the time of a run. */
const NAMES = [
  'TZ',
  'LD_PRELOAD',
  'FAKETIME',
  'DONT_FAKE_MONOTONIC',
  'NO_FAKE_STAT',
  'TMPDIR',
  'NODE_COMPILE_CACHE',
];

/**
 * What every process must know of this machine, for one that a test starts with an environment of its own: without it
 * it would live on another day than the test when `pnpm any-day` moves the clock, and compile everything anew.
 */
export const thisMachine: Readonly<Record<string, string>> = Object.fromEntries(
  NAMES.flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value]];
  }),
);
