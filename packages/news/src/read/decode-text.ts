const BOMS: readonly (readonly [label: string, bytes: readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];
/** Charsets whose bytes look like plain ASCII, so that valid UTF-8 proves nothing. */
const SEVEN_BIT = /^(?:iso-2022|utf-?7|hz-)/i;
const PROLOG_BYTES = 400;

/**
 * The text of a document of which server and document may each claim what they like (RFC 7303, 3): what the bytes
 * themselves say comes first. Text that is valid UTF-8 and is not is met nowhere; the other lies are many.
 * @param contentType of the answer, with its charset; null where there was none.
 */
export function decodeText(bytes: Uint8Array, contentType: string | null): string {
  const marked = BOMS.find(([, mark]) => mark.every((byte, at) => bytes[at] === byte));
  if (marked) return decoded(bytes, marked[0], false) ?? '';
  const claims = [charsetOf(contentType), prologOf(bytes)].filter((label) => label !== null);
  const sevenBit = claims.find((label) => SEVEN_BIT.test(label));
  const labels = [...(sevenBit ? [sevenBit] : []), ...wideOf(bytes), 'utf-8', ...claims];
  for (const label of labels) {
    const text = decoded(bytes, label, true);
    if (text !== null) return text;
  }
  return decoded(bytes, 'windows-1252', false) ?? '';
}

function charsetOf(contentType: string | null): string | null {
  return /;\s*charset\s*=\s*"?([^";\s]+)/i.exec(contentType ?? '')?.[1] ?? null;
}

function prologOf(bytes: Uint8Array): string | null {
  const head = decoded(bytes.subarray(0, PROLOG_BYTES), 'windows-1252', false) ?? '';
  return /^\s*<\?xml[^>]*\sencoding\s*=\s*["']([^"']+)/i.exec(head)?.[1] ?? null;
}

/** A markup of two bytes a letter without a mark begins with `<` and a zero, in one order or the other. */
function wideOf([first, second]: Uint8Array): readonly string[] {
  if (first === 0x3c && second === 0) return ['utf-16le'];
  return first === 0 && second === 0x3c ? ['utf-16be'] : [];
}

function decoded(bytes: Uint8Array, label: string, fatal: boolean): string | null {
  try {
    return new TextDecoder(label, { fatal }).decode(bytes);
  } catch {
    return null;
  }
}
