import { tabKeep } from '../storage.ts';

/** What was just sent: enough to show it, also after a reload. */
export interface SentBooking {
  readonly token: string;
  /** Where the answer goes. */
  readonly email: string;
  /** What arrived was an earlier try. */
  readonly earlier: boolean;
}

const KEY = 'atelier.sent';

export const keepSent = (sent: SentBooking): void => tabKeep.write(KEY, sent);

export function readSent(): SentBooking | null {
  const found = tabKeep.read(KEY);
  if (typeof found !== 'object' || found === null) return null;
  const { token, email, earlier } = found as Partial<Record<keyof SentBooking, unknown>>;
  if (typeof token !== 'string' || typeof email !== 'string') return null;
  return { token, email, earlier: earlier === true };
}
