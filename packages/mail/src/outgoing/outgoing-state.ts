/**
 * Where a mail is that somebody wrote here (M3). `unknown`: the line broke after the server had all of it, so that nobody
 * knows whether it went; it is never sent again by itself.
 */
export const OUTGOING_STATES = ['DRAFT', 'QUEUED', 'SENDING', 'SENT', 'REFUSED', 'UNKNOWN', 'FILED'] as const;
export type OutgoingState = (typeof OUTGOING_STATES)[number];

/** How an attempt ended. */
export type SendResult =
  /** Taken for these; the others were refused, each with the server's words. */
  | { readonly kind: 'accepted'; readonly refused: readonly RefusedRecipient[] }
  /** Not taken, for good. */
  | { readonly kind: 'refused'; readonly refused: readonly RefusedRecipient[]; readonly reason: string }
  /** Not taken for certain; it may be tried again. */
  | { readonly kind: 'not-sent'; readonly reason: string }
  /** The server had all of it, and did not answer. */
  | { readonly kind: 'unknown'; readonly reason: string };

export interface RefusedRecipient {
  readonly address: string;
  readonly reason: string;
}

/** So long it can be taken back. */
export const TAKE_BACK_MS = 10_000;

/** Waits between attempts, in seconds; after the last one it is refused, and a person decides. */
const WAITS = [15, 60, 300, 900, 3_600, 3_600, 7_200, 14_400];

export type AfterAttempt =
  | { readonly state: 'SENT' | 'REFUSED' | 'UNKNOWN' }
  | { readonly state: 'QUEUED'; readonly waitSeconds: number };

/** @param attempts with this one. */
export function afterAttempt(result: SendResult, attempts: number): AfterAttempt {
  switch (result.kind) {
    case 'accepted':
      return { state: 'SENT' };
    case 'refused':
      return { state: 'REFUSED' };
    case 'unknown':
      return { state: 'UNKNOWN' };
    case 'not-sent': {
      const waitSeconds = WAITS[attempts - 1];
      return waitSeconds === undefined ? { state: 'REFUSED' } : { state: 'QUEUED', waitSeconds };
    }
  }
}

/** A process died while it sent: whether the server has it, nobody knows. */
export const AFTER_DEATH: OutgoingState = 'UNKNOWN';

export type SentCopy = 'auto' | 'always' | 'never';

/** Servers that file a copy of what goes through them; one of ours would be the second. */
const FILES_ITSELF =
  /(?:^|\.)(?:gmail\.com|googlemail\.com|office365\.com|outlook\.com|hotmail\.com|mail\.me\.com|icloud\.com)$/i;

/** Whether a copy is laid into the folder of what was sent, once it is known that none is there. */
export function filesCopy(setting: SentCopy, smtpHost: string): boolean {
  return setting === 'always' || (setting === 'auto' && !FILES_ITSELF.test(smtpHost));
}
