import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FLAGGED, hasFlag, keptFlags, SEEN, withEdits } from './flag-edit.ts';

describe('flags', () => {
  it('M1: are a set without case, without what belongs to a session', () => {
    expect(keptFlags(['\\seen', '\\Recent', '$Forwarded', '\\Seen'])).toEqual(['$Forwarded', '\\Seen']);
    expect(hasFlag(['\\SEEN'], SEEN)).toBe(true);
  });

  it('M2: what was done here shows until the server has it, whatever it says meanwhile', () => {
    const edits = [{ add: [SEEN], remove: [FLAGGED] }];
    expect(withEdits([FLAGGED, 'client'], edits)).toEqual(['\\Seen', 'client']);
    expect(withEdits(['client'], [...edits, { add: [FLAGGED], remove: [SEEN] }])).toEqual([
      '\\Flagged',
      'client',
    ]);
  });

  it('M2: done twice is done once', () => {
    const flag = fc.constantFrom(SEEN, FLAGGED, '$Forwarded', 'x', 'X');
    const edit = fc.record({ add: fc.array(flag), remove: fc.array(flag) });
    fc.assert(
      fc.property(fc.array(flag), fc.array(edit), (flags, edits) => {
        const once = withEdits(flags, edits);
        expect(withEdits(once, edits)).toEqual(once);
      }),
    );
  });
});
