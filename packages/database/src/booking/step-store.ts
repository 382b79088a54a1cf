import type { Queryable } from '../database.ts';
import type { BookingStep } from '../generated/client.ts';
import { asKnown } from '../stored-json.ts';
import type { Transaction } from '../transaction.ts';
import { addStep } from './step-store.sql.ts';

/** Who did what, when and from where. `actorId`: who was signed in; null for a client, the calendar or the clock. */
export type StepRow = Readonly<Omit<BookingStep, 'party' | 'via'>> & {
  readonly party: 'client' | 'artist' | 'system';
  readonly via: 'page' | 'mail' | 'calendar' | 'cli' | 'api' | 'clock';
};

/** Every step is written down, with who took it and from where (B4). */
export async function insertStep({ query }: Transaction, step: StepRow): Promise<void> {
  await query(addStep, step);
}

export async function listSteps({ prisma }: Queryable, bookingId: string): Promise<readonly StepRow[]> {
  const rows = await prisma.bookingStep.findMany({
    where: { bookingId },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  });
  return rows.map((row) => ({ ...row, party: asKnown(row.party), via: asKnown(row.via) }));
}

/** How often its client has moved a booking: since `since`, and in all. */
export async function countMoves(
  { prisma }: Queryable,
  bookingId: string,
  since: Date,
): Promise<{ readonly lately: number; readonly inAll: number }> {
  const moves = await prisma.bookingStep.findMany({
    where: { bookingId, action: 'reschedule', party: 'client' },
    select: { at: true },
  });
  return { lately: moves.filter(({ at }) => at > since).length, inAll: moves.length };
}
