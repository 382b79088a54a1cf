export interface StoredFolder {
  readonly id: string;
  displayName: string;
  readonly parentId: string | null;
  /** By which clients may name it as well: `inbox`, `sentitems`. */
  readonly wellKnown: string | null;
}

export interface StoredMessage {
  readonly id: string;
  folderId: string;
  /** As it lies there. */
  mime: Buffer;
  readonly received: string;
  fields: { isRead: boolean; isDraft: boolean; flagged: boolean; categories: readonly string[] };
  /** Of the draft alone: they are in no header. */
  bcc: readonly string[];
  /** Extended properties by id. */
  readonly extended: Map<string, string>;
  changedAt: number;
}

/** The mail of one person. */
export interface StoredMail {
  readonly folders: Map<string, StoredFolder>;
  readonly messages: Map<string, StoredMessage>;
  /** What has left a folder, and when in the history. */
  readonly left: { readonly id: string; readonly folderId: string; readonly at: number }[];
  history: number;
  /** Tokens older than this are dead. */
  deadBefore: number;
  /** Handed over to whoever they are for, with the blind copies. */
  readonly sent: { readonly mime: string; readonly bcc: readonly string[] }[];
}

const FOLDERS = [
  ['inbox', 'INBOX'],
  ['drafts', 'Drafts'],
  ['sentitems', 'Sent'],
  ['deleteditems', 'Trash'],
  ['junkemail', 'Junk'],
  ['archive', 'Archive'],
] as const;

export function newMail(): StoredMail {
  const folders = FOLDERS.map(([wellKnown, displayName]): [string, StoredFolder] => [
    `AQMk-${wellKnown}`,
    { id: `AQMk-${wellKnown}`, displayName, parentId: null, wellKnown },
  ]);
  return { folders: new Map(folders), messages: new Map(), left: [], history: 0, deadBefore: 0, sent: [] };
}

export function changed(mail: StoredMail, message: StoredMessage): void {
  mail.history += 1;
  message.changedAt = mail.history;
}

export function moved(mail: StoredMail, message: StoredMessage, folderId: string): void {
  leave(mail, message);
  message.folderId = folderId;
  message.changedAt = mail.history;
}

export function leave(mail: StoredMail, { id, folderId }: StoredMessage): void {
  mail.history += 1;
  mail.left.push({ id, folderId, at: mail.history });
}
