import type { BookingRow } from '@atelier/database/booking/booking-store';
import type { Transaction } from '@atelier/database/transaction';
import type { Origin } from '../../abuse/origin.ts';
import type { Context } from '../../context.ts';
import type { ClientDetails, TypedClient } from './client-details.ts';

export interface BookSlot {
  /** A slug, or `any`. */
  readonly artist: string;
  readonly serviceId: string;
  readonly start: Date;
  readonly client: TypedClient;
  readonly note?: string | null | undefined;
  /** By id of the question. */
  readonly answers?: Readonly<Record<string, string>> | undefined;
  readonly zone?: string | null | undefined;
  readonly language?: string | undefined;
  /** Would suit as well; claims nothing. */
  readonly alternativeStart?: Date | null | undefined;
  /** Of the hold that kept the time meanwhile. */
  readonly holdToken?: string | null | undefined;
  /** Tokens of uploads. */
  readonly images?: readonly string[] | undefined;
}

/** Where somebody came from: written down with every step. */
export type Via = 'page' | 'api' | 'cli';

export interface BookContext extends Context {
  /** Where a stranger's wish comes from; null or left out for the studio's own doing, which has no limits. */
  readonly origin?: Origin | null;
}

/** Makes one booking of one submit, however often it arrives (B5). */
export interface Once {
  readonly key: string;
  /** What is kept for the next time; made in the transaction that books. */
  readonly keep: (transaction: Transaction, booking: BookingRow, artistSlug: string) => Promise<void>;
}

/** A submit that has been read. */
export interface BookingRequest {
  readonly input: BookSlot;
  readonly client: ClientDetails;
  readonly note: string | null;
  readonly answers: Readonly<Record<string, string>>;
  readonly token: string;
  readonly via: Via;
  readonly once: Once | null;
}
