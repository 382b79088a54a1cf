import type { Cursor } from '../../port/changes.ts';

/**
 * Where a calendar was left off. Deltas tell of an instance without its series, and nobody at Google promises that all
 * instances of a series can be listed: so their ids are remembered, by series, as what follows the id of the series.
 */
export interface GoogleCursor {
  readonly token: string;
  readonly instances: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Null for anything that cannot be gone on from: everything is compared then. */
export function parseCursor(cursor: Cursor | null): GoogleCursor | null {
  const token = cursor?.['token'];
  if (typeof token !== 'string' || token === '') return null;
  const known = cursor?.['instances'];
  const entries = typeof known === 'object' && known !== null ? Object.entries(known) : [];
  const instances = new Map(
    entries.map(([series, ends]) => [series, new Set(typeof ends === 'string' ? ends.split(' ') : [])]),
  );
  return { token, instances };
}

export function cursorOf({ token, instances }: GoogleCursor): Cursor {
  const entries = [...instances].filter(([, ends]) => ends.size > 0);
  return {
    token,
    instances: Object.fromEntries(entries.map(([series, ends]) => [series, [...ends].sort().join(' ')])),
  };
}

/** A full list was begun and not finished. */
export const LISTING: Cursor = { token: '' };

/** What follows the id of its series in that of an instance. */
export function endOf(seriesId: string, instanceId: string): string {
  return instanceId.startsWith(`${seriesId}_`) ? instanceId.slice(seriesId.length + 1) : instanceId;
}

export function instanceIdOf(seriesId: string, end: string): string {
  return /^\d{8}(?:T\d{6}Z)?$/.test(end) ? `${seriesId}_${end}` : end;
}
