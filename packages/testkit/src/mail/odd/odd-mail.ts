/** What a person sees of a message; what is left out does not matter there. */
export interface Reading {
  readonly subject?: string;
  /** `Name <address>`. */
  readonly from?: readonly string[];
  readonly to?: readonly string[];
  readonly text?: string;
  /** Names of files. */
  readonly files?: readonly string[];
  readonly messageId?: string | null;
  readonly references?: readonly string[];
  /** ISO 8601; null: it says none that can be read. */
  readonly date?: string | null;
  readonly calendar?: boolean;
  readonly bulk?: boolean;
}

/** An honest message that is unlike what books describe. */
export interface OddMail {
  readonly name: string;
  readonly source: Uint8Array;
  readonly right: Reading;
  /** Why the second parser reads it otherwise, and this reading is the right one all the same. */
  readonly disputed?: string;
}

export function lines(...all: readonly string[]): Uint8Array {
  return Buffer.from(all.join('\r\n'), 'utf8');
}

/** Bytes that are no UTF-8, each letter one of them. */
export function rawLines(...all: readonly string[]): Uint8Array {
  return Buffer.from(all.join('\r\n'), 'latin1');
}
