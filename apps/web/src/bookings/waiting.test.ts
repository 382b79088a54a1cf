import { expect, test } from 'vitest';
import type { StudioBooking, StudioInquiry } from '../api/answers.ts';
import { waitingLine } from './waiting.ts';

const at = (hour: number) => ({ createdAt: new Date(Date.UTC(2026, 10, 21, hour)) });

test('whoever has waited longest comes first, requests and ideas alike', () => {
  const line = waitingLine([at(11), at(9)] as StudioBooking[], [at(10)] as StudioInquiry[]);
  expect(line.map(({ kind, since }) => [kind, since.getUTCHours()])).toEqual([
    ['request', 9],
    ['idea', 10],
    ['request', 11],
  ]);
});
