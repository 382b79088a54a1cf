import { globSync } from 'node:fs';

/** A machine somewhere else: the moment its clock starts from, and the zone it is set to. */
export interface Machine {
  /** ISO 8601 with a zone: `2026-12-31T23:50[Europe/Zurich]`. */
  readonly at: string;
  /** IANA. */
  readonly zone: string;
}

/** Where Debian puts it. The plain variant of it hangs in programs with threads. */
export const findFaketime = (): string | null =>
  globSync('/usr/lib/*/faketime/libfaketimeMT.so.1').at(0) ?? null;

/**
 * The environment of such a machine, for a process that starts now: it and whatever it starts read a clock that was
 * moved and runs on. Timers do not move, and nor do the times of files, which another program may compare.
 * @param library path of libfaketime
 */
export function machineEnvironment({ at, zone }: Machine, library: string): Record<string, string> {
  const start = Temporal.ZonedDateTime.from(at).epochMilliseconds;
  const seconds = Math.round((start - Date.now()) / 1_000);
  return {
    TZ: zone,
    LD_PRELOAD: library,
    FAKETIME: seconds < 0 ? String(seconds) : `+${seconds}`,
    DONT_FAKE_MONOTONIC: '1',
    NO_FAKE_STAT: '1',
  };
}
