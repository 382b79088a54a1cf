/** How far the change feed was when a question was answered; a stream that begins there misses nothing. */
export interface Seen {
  readonly tick: number;
  /** After which statuses: equal or not equal. */
  readonly statuses: string;
}

/** Stands on every answer by HTTP. */
export const SEEN_HEADER = 'atelier-seen';

export const writeSeen = ({ tick, statuses }: Seen): string => `${tick} ${statuses}`;

/** Null where an answer does not say. */
export function readSeen(header: string | null): Seen | null {
  const [, tick, statuses] = /^(\d{1,15}) (\S+)$/.exec(header ?? '') ?? [];
  return tick && statuses ? { tick: Number(tick), statuses } : null;
}
