import { timingSafeEqual } from 'node:crypto';

/** In constant time for texts of one length: how much of a guess is right cannot be measured. */
export function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.byteLength === b.byteLength && timingSafeEqual(a, b);
}
