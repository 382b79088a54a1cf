import { plainText, tokenize } from '../text/tokens.ts';
import type { Category, Values } from './values.ts';

/**
 * A phrase as it is written in the grammar: words, `{category}` or `{category:name}` for what has a meaning, `(a|b c)` for
 * a choice, `[a|b]` for what may be missing (names in there end in `?`), `_` where no space may stand.
 */
export type Part =
  | { readonly kind: 'word'; readonly plain: string }
  | { readonly kind: 'value'; readonly category: Category; readonly name: string }
  | { readonly kind: 'choice'; readonly of: readonly (readonly Part[])[] }
  | { readonly kind: 'glue' };

type Captures<Pattern extends string> = Pattern extends `${string}{${infer Name}}${infer Rest}`
  ? Named<Name> & Captures<Rest>
  : unknown;

type Named<Name extends string> = Name extends `${infer Inner}?`
  ? Partial<Required<Named<Inner>>>
  : Name extends `${infer Of extends Category}:${infer As}`
    ? { readonly [Key in As]: Values[Of] }
    : Name extends Category
      ? { readonly [Key in Name]: Values[Name] }
      : never;

export interface Rule {
  readonly category: Category;
  readonly parts: readonly Part[];
  /** Null where the words fit and make no sense together. */
  readonly make: (captured: Readonly<Record<string, unknown>>) => unknown;
}

/** A rule of one category; the pattern's names are what `make` is given. */
export function rule<Of extends Category, Pattern extends string>(
  category: Of,
  pattern: Pattern,
  make: (captured: Captures<Pattern>) => Values[Of] | null,
): Rule {
  const read = new PatternReader(pattern);
  return { category, parts: read.all(), make: make as Rule['make'] };
}

const PIECE = /\s*(?:(\{[^}]+\})|([[\](|)_])|([^\s[\](|){}_]+))/gy;

/** Recursive descent over the little language above. Runs once, when the grammar is loaded. */
class PatternReader {
  readonly #pieces: readonly string[];
  #at = 0;

  constructor(pattern: string) {
    this.#pieces = [...pattern.matchAll(PIECE)].map((match) => match[1] ?? match[2] ?? match[3] ?? '');
  }

  all(): readonly Part[] {
    return this.#sequence();
  }

  #sequence(): readonly Part[] {
    const parts: Part[] = [];
    while (this.#at < this.#pieces.length && !['|', ')', ']'].includes(this.#pieces[this.#at] ?? '')) {
      parts.push(...this.#piece(this.#pieces[this.#at++] ?? ''));
    }
    return parts;
  }

  #piece(piece: string): readonly Part[] {
    if (piece === '(') return [{ kind: 'choice', of: this.#choices() }];
    if (piece === '[') return [{ kind: 'choice', of: [...this.#choices(), []] }];
    if (piece === '_') return [{ kind: 'glue' }];
    if (piece.startsWith('{')) return [valuePart(piece.slice(1, -1))];
    // Nothing follows the apostrophe in a pattern: d' before a category.
    if (/^\p{L}+'$/u.test(piece)) return [{ kind: 'word', plain: piece }];
    return tokenize(piece).map(({ text }) => ({ kind: 'word', plain: plainText(text) }));
  }

  #choices(): readonly (readonly Part[])[] {
    const choices = [this.#sequence()];
    while (this.#pieces[this.#at++] === '|') choices.push(this.#sequence());
    return choices;
  }
}

function valuePart(text: string): Part {
  const [category = '', name] = text.replace('?', '').split(':');
  return { kind: 'value', category: category as Category, name: name ?? category };
}
