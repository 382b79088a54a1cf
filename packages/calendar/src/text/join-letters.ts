/**
 * Stands in a text for a byte that belongs to no letter. A noncharacter: no program writes it on purpose, XML and
 * PostgreSQL take it, and it is never taken for the U+FFFD that somebody else has left in a text.
 */
export const WRONG_BYTE = '\uFDD0';

const WRONG = [0xef, 0xb7, 0x90];
/** Line breaks that continue a line, as they are written in iCalendar and, with their CR as a reference, in XML. */
const FOLDS = ['\r', '', '&#13;', '&#xd;', '&#x0d;'].flatMap((cr) => [`${cr}\n `, `${cr}\n\t`]);
const FOLD_STARTS = new Set([...'\r\n&'].map((sign) => sign.charCodeAt(0)));
/** Octets of folds within one letter, which has three places for them at most. */
const MOST_FOLDED = 32;

/** Makes bytes of UTF-8 decodable, piece by piece. */
export interface LetterJoiner {
  push(chunk: Uint8Array): Uint8Array;
  /** What is left at the end: a letter that never came to its own end. */
  end(): Uint8Array;
}

/**
 * RFC 5545 3.1 lets a line be folded between the octets of one letter: such folds are undone here, before decoding,
 * for afterwards nobody can. Bytes that make no letter even so come out as `WRONG_BYTE`, to be known again.
 * @param isWhole whether bytes are UTF-8 from end to end; quick, for nearly all are.
 */
export function letterJoiner(isWhole: (bytes: Uint8Array) => boolean = isUtf8): LetterJoiner {
  let letter: number[] = [];
  let needed = 0;
  let fold: number[] = [];
  let dropped: number[] = [];

  const settle = (out: Sink): void => {
    const rest = [...dropped, ...fold];
    for (const _ of letter) out.add(WRONG);
    [letter, fold, dropped] = [[], [], []];
    for (const byte of rest) take(byte, out);
  };

  const take = (byte: number, out: Sink): void => {
    if (letter.length === 0) {
      needed = lengthOf(byte);
      if (needed === 1) out.addOne(byte);
      else if (needed === 0) out.add(WRONG);
      else letter = [byte];
      return;
    }
    if (fold.length === 0 && continues(letter, byte)) {
      letter.push(byte);
      if (letter.length < needed) return;
      out.add(letter);
      [letter, dropped] = [[], []];
      return;
    }
    fold.push(byte);
    // Most of what is no letter is no fold either, and there may be megabytes of it.
    const isFold = fold.length > 1 || FOLD_STARTS.has(byte);
    if (!isFold || dropped.length + fold.length > MOST_FOLDED) {
      settle(out);
      return;
    }
    const text = String.fromCharCode(...fold).toLowerCase();
    if (FOLDS.includes(text)) [dropped, fold] = [[...dropped, ...fold], []];
    else if (!FOLDS.some((one) => one.startsWith(text))) settle(out);
  };

  return {
    push(chunk) {
      if (letter.length === 0 && isWhole(chunk)) return chunk;
      const out = createSink(chunk.length + letter.length + dropped.length + fold.length);
      for (const byte of chunk) take(byte, out);
      return out.all();
    },
    end() {
      const out = createSink(letter.length + dropped.length + fold.length);
      while (letter.length > 0) settle(out);
      return out.all();
    },
  };
}

interface Sink {
  addOne(byte: number): void;
  add(bytes: readonly number[]): void;
  all(): Uint8Array;
}

/** @param taken octets that go in; none of them comes out as more than `WRONG` is long. */
function createSink(taken: number): Sink {
  const bytes = new Uint8Array(taken * WRONG.length);
  let length = 0;
  return {
    addOne(byte) {
      bytes[length] = byte;
      length += 1;
    },
    add(more) {
      bytes.set(more, length);
      length += more.length;
    },
    all: () => bytes.subarray(0, length),
  };
}

/** How many octets the letter has that begins so; 0 where none does. */
function lengthOf(first: number): number {
  if (first < 0x80) return 1;
  if (first >= 0xc2 && first <= 0xdf) return 2;
  if (first >= 0xe0 && first <= 0xef) return 3;
  return first >= 0xf0 && first <= 0xf4 ? 4 : 0;
}

/** The second octet tells letters from overlong forms and halves of surrogate pairs (Unicode, table 3-7). */
function continues(letter: readonly number[], byte: number): boolean {
  if (byte < 0x80 || byte > 0xbf) return false;
  if (letter.length > 1) return true;
  switch (letter[0]) {
    case 0xe0:
      return byte >= 0xa0;
    case 0xed:
      return byte <= 0x9f;
    case 0xf0:
      return byte >= 0x90;
    case 0xf4:
      return byte <= 0x8f;
    default:
      return true;
  }
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
