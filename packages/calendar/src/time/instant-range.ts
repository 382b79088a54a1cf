/** Between these lies every instant that is taken in: nothing that a studio plans, and nothing a database cannot keep. */
export const EARLIEST_INSTANT = new Date('1900-01-01T00:00:00Z');
export const LATEST_INSTANT = new Date('2200-01-01T00:00:00Z');

export function inRange(instant: Date): boolean {
  return instant >= EARLIEST_INSTANT && instant <= LATEST_INSTANT;
}
