import { isUtf8 } from 'node:buffer';
import { type LetterJoiner, letterJoiner } from '@atelier/calendar/text/join-letters';

/**
 * Bytes of an XML answer as text, slice by slice, none longer than `SLICE` bytes. The encoding is that of
 * the Content-Type, else of the XML declaration, else UTF-8; folds inside a letter are undone, and wrong bytes
 * become `WRONG_BYTE` rather than an error, because one broken event name must not cost the calendar.
 */
export async function* decodeText(
  source: AsyncIterable<Uint8Array>,
  contentType: string | undefined,
): AsyncGenerator<string> {
  let decoder: TextDecoder | null = null;
  let joiner: LetterJoiner = AS_IT_IS;
  for await (const chunk of headFirst(source)) {
    if (decoder === null) {
      decoder = decoderFor(contentType, chunk);
      joiner = decoder.encoding === 'utf-8' ? letterJoiner(isUtf8) : AS_IT_IS;
    }
    for (let at = 0; at < chunk.byteLength; at += SLICE) {
      yield decoder.decode(joiner.push(chunk.subarray(at, at + SLICE)), { stream: true });
    }
  }
  if (decoder !== null) yield decoder.decode(joiner.end(), { stream: true }) + decoder.decode();
}

/** Other encodings have no folds inside a letter that anybody has seen. */
const AS_IT_IS: LetterJoiner = { push: (chunk) => chunk, end: () => new Uint8Array(0) };

/** Small enough to parse in a few milliseconds, so that the event loop gets its turn in between. */
const SLICE = 8 * 1024;
/** An XML declaration fits in this; it has to be seen whole before the first byte is decoded. */
const HEAD = 256;

/** Joins the first chunks until they hold the XML declaration. */
async function* headFirst(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let head = new Uint8Array(0);
  let open = true;
  for await (const chunk of source) {
    if (!open) {
      yield chunk;
      continue;
    }
    head = Buffer.concat([head, chunk]);
    if (head.byteLength >= HEAD) {
      open = false;
      yield head;
    }
  }
  if (open) yield head;
}

function decoderFor(contentType: string | undefined, head: Uint8Array): TextDecoder {
  const label = byteOrderMark(head) ?? charsetOf(contentType) ?? declaredEncoding(head) ?? 'utf-8';
  try {
    return new TextDecoder(label);
  } catch {
    return new TextDecoder('utf-8');
  }
}

function byteOrderMark(head: Uint8Array): string | null {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  return null;
}

function charsetOf(contentType: string | undefined): string | null {
  return /;\s*charset="?([^";\s]+)/i.exec(contentType ?? '')?.[1] ?? null;
}

function declaredEncoding(head: Uint8Array): string | null {
  const start = Buffer.from(head.subarray(0, HEAD)).toString('latin1');
  return /^\s*<\?xml[^>]*?encoding\s*=\s*["']([^"']+)["']/.exec(start)?.[1] ?? null;
}
