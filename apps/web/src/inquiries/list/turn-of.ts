import type { StudioInquiry } from '../../api/answers.ts';

export const TURNS = ['yours', 'theirs', 'underway', 'over'] as const;
export type Turn = (typeof TURNS)[number];

type Turning = Pick<StudioInquiry, 'state' | 'sessions'>;
type Session = StudioInquiry['sessions'][number];

/** Whether a session has its appointment. One that was cancelled leaves it without. */
export function isSettled({ booking }: Pick<Session, 'booking'>): boolean {
  return booking !== null && ['REQUESTED', 'CONFIRMED', 'COMPLETED'].includes(booking.state);
}

/**
 * Who has to do something next. Times that have all been taken by others, or that nobody can choose any more, are as
 * good as none: the studio offers new ones.
 */
export function turnOf({ state, sessions }: Turning): Turn {
  if (state === 'OPEN') return 'yours';
  if (state !== 'OFFERED') return 'over';
  const open = sessions.filter((session) => !isSettled(session) && session.offered.length > 0);
  if (open.some(({ offered }) => offered.some(({ free }) => free))) return 'theirs';
  return open.length > 0 ? 'yours' : 'underway';
}
