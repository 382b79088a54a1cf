import { expect, test } from 'vitest';
import type { InquiryState, StudioInquiry } from '../../api/answers.ts';
import { turnOf } from './turn-of.ts';

type Session = StudioInquiry['sessions'][number];

function session(free: readonly boolean[], bookingState: string | null = null): Session {
  const offered = free.map((one, index) => ({
    id: String(index),
    start: new Date(0),
    end: new Date(1),
    free: one,
  }));
  const booking = bookingState && {
    state: bookingState,
    start: new Date(0),
    end: new Date(1),
    manageUrl: '',
  };
  return { number: 1, minutes: 60, offered, booking } as Session;
}
const turn = (state: InquiryState, ...sessions: Session[]) => turnOf({ state, sessions });

test('an idea that nobody has answered is the studio’s turn', () => {
  expect(turn('OPEN')).toBe('yours');
});

test('with times to choose from it is the client’s turn', () => {
  expect(turn('OFFERED', session([false, true]))).toBe('theirs');
  expect(turn('OFFERED', session([true], 'CONFIRMED'), session([true]))).toBe('theirs');
});

test('when every offered time is gone, it is the studio’s turn again', () => {
  expect(turn('OFFERED', session([false, false]))).toBe('yours');
  expect(turn('OFFERED', session([false], 'CANCELLED'))).toBe('yours');
});

test('with its appointments made, and further sessions not planned yet, it is under way', () => {
  expect(turn('OFFERED', session([true], 'CONFIRMED'), session([]))).toBe('underway');
});

test.each(['DECLINED', 'WITHDRAWN', 'EXPIRED', 'CLOSED'] as const)('%s is over', (state) => {
  expect(turn(state, session([true]))).toBe('over');
});
