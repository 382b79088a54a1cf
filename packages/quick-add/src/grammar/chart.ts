import type { Token } from '../text/tokens.ts';
import { beginnings } from './first.ts';
import type { Part, Rule } from './pattern.ts';
import type { Category, Values } from './values.ts';

/** A phrase found at some place: where it ends (the token behind it), and what it means. */
export interface Phrase<Of extends Category = Category> {
  readonly to: number;
  readonly value: Values[Of];
}

/** A category that is read from the tokens directly: digits. */
export type Reader = (tokens: readonly Token[], at: number) => readonly { to: number; value: unknown }[];

export interface Grammar {
  /** The rules of a category that can begin with a token. */
  readonly beginning: (category: Category, token: Token) => readonly Rule[];
  readonly readers: ReadonlyMap<Category, Reader>;
}

export function grammarOf(rules: readonly Rule[], readers: ReadonlyMap<Category, Reader>): Grammar {
  const known = Map.groupBy(rules, ({ category }) => category);
  return { beginning: beginnings(known, new Set(readers.keys())), readers };
}

type Captured = Readonly<Record<string, unknown>>;
type Go = (at: number, captured: Captured) => void;
interface Finding {
  to: number;
  value: unknown;
}

const weightOf = (value: unknown): number =>
  typeof value === 'object' && value !== null && 'weight' in value ? Number(value.weight) : 0;

/**
 * Every phrase of every category at every place, each looked for once: what a sentence costs grows with its length, however
 * it is made up. Of two readings of the same words the surer one wins, else the
 * rule that stands first in the grammar.
 */
export class Chart {
  readonly #known = new Map<Category, (readonly Finding[])[]>();
  readonly #tokens: readonly Token[];
  readonly #grammar: Grammar;

  constructor(tokens: readonly Token[], grammar: Grammar) {
    this.#tokens = tokens;
    this.#grammar = grammar;
  }

  find<Of extends Category>(category: Of, at: number): readonly Phrase<Of>[] {
    const row = this.#known.get(category) ?? [];
    this.#known.set(category, row);
    const known = row[at];
    if (known) return known as readonly Phrase<Of>[];
    // A category that begins with itself would find nothing here, rather than never end.
    row[at] = [];
    const found = this.#search(category, at);
    row[at] = found;
    return found as readonly Phrase<Of>[];
  }

  #search(category: Category, at: number): readonly Finding[] {
    const token = this.#tokens[at];
    if (token === undefined) return [];
    const read = this.#grammar.readers.get(category);
    if (read) return read(this.#tokens, at);
    const found = new Map<number, Finding>();
    for (const { parts, make } of this.#grammar.beginning(category, token)) {
      this.#walk(parts, 0, at, {}, (to, captured) => {
        if (to === at) return;
        const value = make(captured);
        const before = found.get(to);
        if (value !== null && (!before || weightOf(value) > weightOf(before.value)))
          found.set(to, { to, value });
      });
    }
    return [...found.values()];
  }

  #walk(parts: readonly Part[], from: number, place: number, captured: Captured, go: Go): void {
    let [index, at] = [from, place];
    for (let part = parts[index]; part !== undefined; part = parts[index]) {
      if (part.kind === 'choice' || part.kind === 'value') {
        this.#branch(part, at, captured, (to, more) => this.#walk(parts, index + 1, to, more, go));
        return;
      }
      const token = this.#tokens[at];
      if (token === undefined || (part.kind === 'glue' ? !token.glued : token.plain !== part.plain)) return;
      if (part.kind === 'word') at += 1;
      index += 1;
    }
    go(at, captured);
  }

  #branch(part: Exclude<Part, { kind: 'word' | 'glue' }>, at: number, captured: Captured, go: Go): void {
    if (part.kind === 'choice') {
      for (const choice of part.of) this.#walk(choice, 0, at, captured, go);
      return;
    }
    for (const { to, value } of this.find(part.category, at)) go(to, { ...captured, [part.name]: value });
  }
}
