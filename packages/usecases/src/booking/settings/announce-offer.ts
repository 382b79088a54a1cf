import type { Transaction } from '@atelier/database/transaction';

/**
 * What is offered has changed: whoever chooses a time right now sees it, and so do the studio's own pages.
 * @param artistId null: at the whole studio.
 */
export function announceOffer(transaction: Transaction, artistId: string | null): void {
  transaction.announce({ topic: 'slots', artistId });
  transaction.announce({ topic: 'bookings', artistId });
}
