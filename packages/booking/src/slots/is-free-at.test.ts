import { describe, expect, it } from 'vitest';
import { isFreeAt } from './is-free-at.ts';

const at = (time: string) => Date.parse(`2026-03-12T${time}:00Z`);
const claim = { kind: 'confirmed', bookingId: null, bufferBefore: 0, bufferAfter: 15 } as const;

describe('a time that the artist has proposed', () => {
  const external = [{ start: at('12:00'), end: at('13:00') }];
  const claims = [{ ...claim, start: at('09:00'), end: at('10:00') }];
  const free = (start: string, end: string) => isFreeAt({ external, claims }, at(start), at(end));

  it('B2 is taken by an event, and free where it only touches one', () => {
    expect(free('11:00', '12:00')).toBe(true);
    expect(free('11:00', '12:01')).toBe(false);
    expect(free('12:15', '12:30')).toBe(false);
    expect(free('13:00', '22:00')).toBe(true);
  });

  it('B1 is taken by a booking and by its buffer', () => {
    expect(free('10:14', '11:00')).toBe(false);
    expect(free('10:15', '11:00')).toBe(true);
  });

  it('is taken by a hold of somebody else', () => {
    const held = [{ ...claim, kind: 'held' as const, start: at('15:00'), end: at('16:00') }];
    expect(isFreeAt({ external: [], claims: held }, at('15:30'), at('16:30'))).toBe(false);
  });
});
