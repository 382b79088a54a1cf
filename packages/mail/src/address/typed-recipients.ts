import { isAddress, type Mailbox, uniqueMailboxes } from './mailbox.ts';

export interface TypedRecipients {
  readonly mailboxes: readonly Mailbox[];
  /** What is no address, as it was typed. */
  readonly unknown: readonly string[];
}

/**
 * Reads a line of recipients as people type or paste it: addresses with or without names, apart by commas, semicolons or
 * line ends. Nothing is guessed: what is not exactly one address is given back.
 */
export function readRecipients(line: string): TypedRecipients {
  const parts = apart(line.slice(0, MOST_LETTERS)).map((part) => ({ part, mailbox: readMailbox(part) }));
  return {
    mailboxes: uniqueMailboxes(parts.flatMap(({ mailbox }) => (mailbox ? [mailbox] : []))),
    unknown: parts.filter(({ mailbox }) => mailbox === null).map(({ part }) => part),
  };
}

const MOST_LETTERS = 20_000;

/** @returns null where it is not one address. */
export function readMailbox(text: string): Mailbox | null {
  const whole = text.trim();
  const open = whole.endsWith('>') ? whole.lastIndexOf('<') : -1;
  const address = (open === -1 ? whole : whole.slice(open + 1, -1)).trim();
  if (!isAddress(address)) return null;
  return { name: open === -1 ? '' : readName(whole.slice(0, open).trim()), address };
}

function readName(text: string): string {
  const quoted = text.length > 1 && text.startsWith('"') && text.endsWith('"');
  const name = quoted ? text.slice(1, -1).replaceAll(/\\(.)/gu, '$1') : text;
  return name.replaceAll(/\p{C}+/gu, ' ').trim();
}

/** At separators outside quotes and angle brackets; a line end is one everywhere. */
function apart(line: string): readonly string[] {
  const parts: string[] = [];
  let part = '';
  let inside: '"' | '>' | null = null;
  for (let at = 0; at < line.length; at += 1) {
    const letter = line.charAt(at);
    const ends = /[\r\n]/.test(letter) || (inside === null && /[,;]/.test(letter));
    if (ends) {
      parts.push(part);
      part = '';
      inside = null;
      continue;
    }
    part += letter;
    if (inside === '"' && letter === '\\') {
      at += 1;
      part += line.charAt(at);
    } else if (letter === inside) inside = null;
    else if (inside === null && letter === '"') inside = '"';
    else if (inside === null && letter === '<') inside = '>';
  }
  return [...parts, part].map((one) => one.trim()).filter((one) => one !== '');
}
