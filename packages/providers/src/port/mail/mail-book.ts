/**
 * What is remembered of folders whose provider names messages by letters and tells changes by a cursor, so that they can
 * be counted as an IMAP server counts them: by numbers that never mean another message.
 */
export interface MailBook {
  /** Of every folder that is known. */
  states(): Promise<ReadonlyMap<string, BookState>>;
  entries(folderId: string): Promise<readonly BookEntry[]>;
  /** @returns false where somebody else has written meanwhile: nothing was done. */
  write(folderId: string, page: BookPage): Promise<boolean>;
}

export interface BookState {
  readonly nextUid: number;
  /** Grows with every change. */
  readonly modseq: number;
  /** Where the next question goes on; null: everything has to be asked. */
  readonly cursor: string | null;
  readonly messages: number;
  readonly unseen: number;
}

export interface BookEntry {
  readonly uid: number;
  /** As the provider names it. */
  readonly remoteId: string;
  readonly flags: readonly string[];
  /** Of its last change. */
  readonly modseq: number;
}

export interface BookPage {
  /** As it was read; 0: nothing was known. */
  readonly modseq: number;
  readonly next: Pick<BookState, 'nextUid' | 'modseq' | 'cursor'>;
  readonly entries: readonly BookEntry[];
  readonly gone: readonly number[];
}
