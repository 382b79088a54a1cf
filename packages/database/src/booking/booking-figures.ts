import type { Queryable } from '../database.ts';
import type { RowOf } from '../statement.ts';
import { answeredBetween, bookedBetween } from './booking-figures.sql.ts';

interface FiguresAsked {
  readonly from: Date;
  /** Exclusive. */
  readonly to: Date;
  /** Of artists who sign in as this person; null for everybody's. */
  readonly visibleTo: string | null;
}

export interface BookingFigures {
  readonly booked: RowOf<typeof bookedBetween>;
  readonly answered: RowOf<typeof answeredBetween>;
}

/** What a stretch of time comes to, in figures. */
export async function bookingFigures({ query }: Queryable, asked: FiguresAsked): Promise<BookingFigures> {
  const [[booked], [answered]] = await Promise.all([
    query(bookedBetween, { ...asked }),
    query(answeredBetween, { ...asked }),
  ]);
  return {
    booked: booked ?? { appointments: 0, minutes: 0, noShows: 0 },
    answered: answered ?? { requests: 0, medianMinutes: null },
  };
}
