import type { Cursor } from '../../port/changes.ts';

/** Where a run over a calendar stands, as stored between runs. */
export type CalDavCursor =
  /** A full list was begun and not finished: list again, fetch only what is still lacking. */
  | { readonly phase: 'listing' }
  /** In step up to this sync token, or this ctag, or (both null) up to a list of etags. */
  | {
      readonly phase: 'done';
      readonly token: string | null;
      readonly ctag: string | null;
      /** Lists and reports of this server name one version differently: that alone proves nothing. */
      readonly apart: boolean;
      /** See `Lagging`. */
      readonly lagging: Lagging;
    };

/**
 * Objects that a server has told of and does not show yet, as iCloud may for seconds or for ever, with the number of
 * runs that have asked in vain.
 */
export type Lagging = ReadonlyMap<string, number>;

/** Anything unreadable counts as `listing`, which is always safe. */
export function parseCursor(cursor: Cursor | null): CalDavCursor {
  if (cursor?.['phase'] !== 'done') return { phase: 'listing' };
  return {
    phase: 'done',
    token: textOrNull(cursor['token']),
    ctag: textOrNull(cursor['ctag']),
    apart: cursor['apart'] === true,
    lagging: laggingIn(cursor['lagging']),
  };
}

function laggingIn(value: Cursor[string] | undefined): Lagging {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return new Map();
  return new Map(
    Object.entries(value).flatMap(([href, runs]) => (typeof runs === 'number' ? [[href, runs]] : [])),
  );
}

function textOrNull(value: Cursor[string] | undefined): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

export const LISTING: Cursor = { phase: 'listing' };

export interface DoneState {
  readonly token?: string;
  readonly ctag?: string | null;
  readonly apart?: boolean;
  readonly lagging?: Lagging;
}

/** What is as usual is left out, so that a cursor says the same as long as nothing changes. */
export function doneCursor({ token, ctag, apart, lagging }: DoneState): Cursor {
  return {
    phase: 'done',
    token: token ?? null,
    ctag: ctag ?? null,
    ...(apart && { apart }),
    ...(lagging !== undefined && lagging.size > 0 && { lagging: Object.fromEntries(lagging) }),
  };
}
