import type { StudioBooking } from '../api/answers.ts';

export type StudioAction = 'confirm' | 'decline' | 'move' | 'cancel' | 'complete' | 'no-show';

/** What the studio can do with a booking now, the likeliest first. What has begun can have taken place, or not. */
export function actionsOf(
  { state, start }: Pick<StudioBooking, 'state' | 'start'>,
  now: Date,
): readonly StudioAction[] {
  if (state === 'REQUESTED') return ['confirm', 'decline', 'move'];
  if (state !== 'CONFIRMED') return [];
  return start <= now ? ['complete', 'no-show', 'move', 'cancel'] : ['move', 'cancel'];
}
