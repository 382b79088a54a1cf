import type { Slot, WhyTaken } from '../api/answers.ts';

/** A time that somebody wants, by whom and for what. */
export interface Wanted {
  /** A slug, or `any`. */
  readonly artist: string;
  readonly serviceId: string;
  readonly start: Date;
}

/** What is known of the chosen time. */
export type HoldState =
  | { readonly kind: 'none' }
  | { readonly kind: 'checking'; readonly start: Date }
  | {
      readonly kind: 'held';
      readonly start: Date;
      readonly end: Date;
      /** Slug of who is free then. */
      readonly artist: string;
      readonly expiresAt: Date;
    }
  /** Free a moment ago, but kept for nobody: `lapsed` where it was kept before. */
  | { readonly kind: 'free'; readonly start: Date; readonly lapsed: boolean }
  | {
      readonly kind: 'taken';
      readonly start: Date;
      readonly reason: WhyTaken | null;
      readonly nearest: readonly Slot[];
    }
  | { readonly kind: 'unknown'; readonly start: Date; readonly error: unknown };

/** Whether somebody can go on with this time. */
export const mayGoOn = ({ kind }: HoldState): boolean => kind === 'held' || kind === 'free';

export const sameWanted = (one: Wanted | null, other: Wanted | null): boolean =>
  one?.artist === other?.artist &&
  one?.serviceId === other?.serviceId &&
  one?.start.getTime() === other?.start.getTime();
