import { describe, expect, test } from 'vitest';
import { calendar, event } from '../testing/calendar-text.ts';
import { WRONG_BYTE } from '../text/join-letters.ts';
import { unfitBase } from './unfit-base.ts';

const [THEIRS, OURS] = [{ ownedByOther: true }, { ownedByOther: false }];
const TIME = ['DTSTAMP:20260301T000000Z', 'DTSTART:20260302T100000Z'];
const whole = (...lines: string[]) => event(...TIME, ...lines);

/** As servers hand out what its owner keeps to themselves. */
const MASKED: readonly [what: string, text: string][] = [
  ['says that it is confidential', calendar(whole('CLASS:CONFIDENTIAL'))],
  ['says so with other letters and a parameter', calendar(whole('class;X-A="a:b":Confidential'))],
  ['lacks what every event has', calendar(event('DTSTART:20260302T100000Z'))],
  ['hides one instance of a series', calendar(whole(), whole('CLASS:CONFIDENTIAL'))],
];

describe('S6 what must not be written back', () => {
  test.each(MASKED)('of somebody else’s calendar: a copy that %s', (_, text) => {
    expect(unfitBase(text, THEIRS)).toBe('masked');
    expect(unfitBase(text, OURS)).toBeNull();
  });

  test.each([THEIRS, OURS])('of any calendar: a text with bytes that are no letters', (owned) => {
    expect(unfitBase(calendar(whole(`SUMMARY:Caf${WRONG_BYTE}`)), owned)).toBe('wrong-bytes');
  });

  test.each(['PUBLIC', 'PRIVATE'])('and CLASS:%s, which comes whole, may be', (classification) => {
    expect(unfitBase(calendar(whole(`CLASS:${classification}`)), THEIRS)).toBeNull();
  });
});
