/** A word, a number or a mark of the sentence, and where it stands in it. */
export interface Token {
  readonly text: string;
  /** Lower case without accents, straight apostrophe, one kind of dash: what the grammar compares. */
  readonly plain: string;
  /** Offsets in the sentence, in UTF-16 units; the end is exclusive. */
  readonly from: number;
  readonly to: number;
  /** Whether nothing stands between it and the token before. */
  readonly glued: boolean;
  /** Value of a number; null for everything else. */
  readonly number: number | null;
  /** Whether it begins with a capital letter. */
  readonly capital: boolean;
}

/** An apostrophe stays with the word before it (l'atelier, o'clock), except in a possessive (Tuesday's). */
const TOKEN = /\d+|[\p{L}\p{M}]+(?:['’](?!s(?!\p{L}))(?=\p{L}))?|[^\s]/gu;
const DASHES = /[‐-―−→]/gu;
const MOST_DIGITS = 8;

export function tokenize(sentence: string): readonly Token[] {
  let before = -1;
  return [...sentence.matchAll(TOKEN)].map((match) => {
    const text = match[0];
    const token = {
      text,
      plain: plainText(text),
      from: match.index,
      to: match.index + text.length,
      glued: match.index === before,
      number: /^\d+$/.test(text) && text.length <= MOST_DIGITS ? Number(text) : null,
      capital: /^\p{Lu}/u.test(text),
    };
    before = token.to;
    return token;
  });
}

/** Compared without case and accents, as people type in a hurry. */
export function plainText(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('’', "'")
    .replaceAll('œ', 'oe')
    .replaceAll(DASHES, '-');
}

export const isWord = ({ text }: Token): boolean => /^\p{L}/u.test(text);
