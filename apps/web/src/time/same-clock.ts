import { wallClock } from './zone.ts';

/** Whether clocks in two IANA zones read alike at an instant. */
export function sameClock(one: string, other: string, at: Date): boolean {
  return one === other || wallClock(at, one).offsetNanoseconds === wallClock(at, other).offsetNanoseconds;
}
