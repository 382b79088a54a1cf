import type { MailFinding } from '../../api/answers.ts';

export type FoundMailbox = Extract<MailFinding, { readonly found: true }>;

/** What is known before anybody is asked to sign in. */
export interface MailboxPlace {
  readonly address: string;
  /** Null: its servers are typed. */
  readonly found: FoundMailbox | null;
}
