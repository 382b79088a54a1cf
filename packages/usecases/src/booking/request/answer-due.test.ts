import { describe, expect, it } from 'vitest';
import { answerDue } from './answer-due.ts';

const at = (text: string) => new Date(`2026-03-${text}:00Z`);

describe('until when an answer is worth something', () => {
  it.each([
    ['a week at most', '02T10:00', '20T10:00', 1_440, '09T10:00'],
    ['never at the start: as long before as it may be booked', '10T10:00', '12T10:00', 1_440, '11T10:00'],
    ['an hour before where it may be booked at any time', '10T10:00', '10T18:00', 0, '10T17:00'],
    [
      'half of what is left where it was booked at the last moment',
      '10T10:00',
      '11T10:00',
      1_440,
      '10T22:00',
    ],
    ['also of one hour', '10T10:00', '10T11:00', 0, '10T10:30'],
    ['at once where it has begun', '10T10:00', '10T09:00', 0, '10T09:00'],
  ])('B13: %s', (_what, asked, start, notice, due) => {
    expect(answerDue(at(asked), at(start), notice)).toEqual(at(due));
  });
});
