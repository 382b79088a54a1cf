import { useEffect, useRef } from 'react';
import { useMailboxes } from '../use-mailboxes.ts';
import type { BegunDraft } from './use-compose.ts';

interface Telling {
  readonly begun: BegunDraft;
  readonly keep: (always: boolean) => Promise<void>;
}

/**
 * In a mailbox that several people read, an answer is kept as soon as it is begun: whoever opens the same message sees who
 * is answering it (M8).
 */
export function useTellingOthers({ begun, keep }: Telling): void {
  const { mailboxes } = useMailboxes();
  const mailbox = mailboxes.find(({ id }) => id === begun.draft.accountId);
  const shared = mailbox !== undefined && (mailbox.readers.length > 0 || !mailbox.own);
  const answers = begun.kind === 'reply' || begun.kind === 'reply-all';
  const told = useRef(false);
  useEffect(() => {
    if (!shared || !answers || begun.kept || told.current) return;
    told.current = true;
    // What goes wrong is said when something is written.
    void keep(true).catch(() => undefined);
  });
}
