/** Heads of parts stand near the beginning, where there is text to be read; what is behind are files. */
const LOOKED_AT = 256 * 1024;

export interface MendedSource {
  readonly source: Uint8Array;
  /** The text is broken into lines by its program (RFC 3676); null: as it was typed. */
  readonly flowed: { readonly delSp: boolean } | null;
}

/**
 * What programs say wrongly of their own bytes, put right before the message is parsed: heads that are no UTF-8, text
 * without a charset or under one that it is not in. Flowed text is left as it came, for `unflowed`.
 */
export function mendedSource(source: Uint8Array): MendedSource {
  const start = latin1(source.subarray(0, LOOKED_AT));
  const flowed = FLOWED.test(start) ? { delSp: /;\s*delsp\s*=\s*"?yes/i.test(start) } : null;
  let mended = withCharset(start.replaceAll(new RegExp(FLOWED, 'gi'), '$1x-format='));
  mended = withReadableHead(mended);
  if (mended === start) return { source, flowed };
  return { source: joined(bytesOf(mended), source.subarray(LOOKED_AT)), flowed };
}

const FLOWED = /(;\s*)format\s*=(?=\s*"?flowed)/i;
const US_ASCII = /(charset\s*=\s*)["']?us-ascii\b["']?/gi;
const SINGLE_QUOTED = /(charset\s*=\s*)'([\w.-]+)'/gi;

function withCharset(start: string): string {
  const unquoted = start.replaceAll(SINGLE_QUOTED, '$1$2');
  if (!/[\x80-\xff]|=[89a-f][0-9a-f]/i.test(unquoted)) return unquoted;
  const readable = isUtf8(decodedQuotes(unquoted));
  if (readable) return unquoted.replaceAll(US_ASCII, '$1utf-8');
  return /charset\s*=/i.test(unquoted) ? unquoted : westernText(unquoted);
}

/** Text that says nothing of its bytes, and is no UTF-8: what programs of Western Europe once wrote. */
function westernText(start: string): string {
  const head = headOf(start);
  const type = /^content-type:[ \t]*([\w/.+-]*)/im.exec(head);
  if (!type) return `Content-Type: text/plain; charset=windows-1252\r\n${start}`;
  if (!/^text\//i.test(type[1] ?? '')) return start;
  const end = type.index + type[0].length;
  return `${start.slice(0, end)}; charset=windows-1252${start.slice(end)}`;
}

function withReadableHead(start: string): string {
  const head = headOf(start);
  if (!/[\x80-\xff]/.test(head) || isUtf8(head)) return start;
  const utf8 = new TextEncoder().encode(new TextDecoder('windows-1252').decode(bytesOf(head)));
  return latin1(utf8) + start.slice(head.length);
}

function headOf(start: string): string {
  const end = start.search(/\r?\n\r?\n/);
  return end === -1 ? start : start.slice(0, end);
}

/** As far as it tells which bytes there are: quoted-printable beside what stands for itself. */
function decodedQuotes(text: string): string {
  return text
    .replaceAll(/=\r?\n/g, '')
    .replaceAll(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** A character that is cut by the end of what is looked at counts as whole. */
function isUtf8(text: string): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytesOf(text), { stream: text.length >= LOOKED_AT });
    return true;
  } catch {
    return false;
  }
}

/** One letter a byte, so that what is not looked at stays what it was. */
function latin1(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8_192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8_192));
  return text;
}

function bytesOf(text: string): Uint8Array {
  // As large as what is looked at: `Uint8Array.from` takes twenty milliseconds for it.
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at);
  return bytes;
}

function joined(one: Uint8Array, other: Uint8Array): Uint8Array {
  const both = new Uint8Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
}
