import type { Token } from '../text/tokens.ts';
import type { Part, Rule } from './pattern.ts';
import type { Category } from './values.ts';

/** What a phrase may begin with: these words, a number, or anything that a reader looks at itself. */
interface First {
  readonly words: ReadonlySet<string>;
  readonly number: boolean;
  readonly anything: boolean;
}

type Rules = ReadonlyMap<Category, readonly Rule[]>;

/** For a token, the rules of a category that can begin with it: most words of a sentence begin nothing. */
export function beginnings(
  rules: Rules,
  readers: ReadonlySet<Category>,
): (category: Category, token: Token) => readonly Rule[] {
  const categories = new Map<Category, First>();
  const firsts = new Map<Rule, First>();
  for (const list of rules.values()) {
    for (const rule of list) firsts.set(rule, firstOf(rule.parts, rules, readers, categories).first);
  }
  const words = new Set([...firsts.values()].flatMap((first) => [...first.words]));
  const found = new Map<Category, Map<string, readonly Rule[]>>();
  return (category, token) => {
    const word = token.number !== null ? NUMBER : words.has(token.plain) ? token.plain : OTHER;
    const known = found.get(category) ?? new Map<string, readonly Rule[]>();
    found.set(category, known);
    const list =
      known.get(word) ?? (rules.get(category) ?? []).filter((rule) => begins(firsts.get(rule), word));
    known.set(word, list);
    return list;
  };
}

/** What stands for every number, and for every word that no pattern has: no words themselves. */
const [NUMBER, OTHER] = ['0', ' '];

/** Digits may stand in a pattern as words too: such a rule is looked at for every number. */
function begins(first: First | undefined, word: string): boolean {
  if (!first || first.anything) return true;
  return word === NUMBER ? first.number || hasDigits(first) : first.words.has(word);
}

const hasDigits = ({ words }: First): boolean => [...words].some((word) => /^\d/.test(word));

function firstOf(
  parts: readonly Part[],
  rules: Rules,
  readers: ReadonlySet<Category>,
  known: Map<Category, First>,
): { readonly first: First; readonly empty: boolean } {
  const all: First[] = [];
  for (const part of parts) {
    if (part.kind === 'glue') continue;
    if (part.kind === 'word') {
      all.push({ words: new Set([part.plain]), number: false, anything: false });
      return { first: joined(all), empty: false };
    }
    if (part.kind === 'value') {
      all.push(firstOfCategory(part.category, rules, readers, known));
      return { first: joined(all), empty: false };
    }
    const choices = part.of.map((choice) => firstOf(choice, rules, readers, known));
    all.push(...choices.map(({ first }) => first));
    if (!choices.some(({ empty }) => empty)) return { first: joined(all), empty: false };
  }
  return { first: joined(all), empty: true };
}

function firstOfCategory(
  category: Category,
  rules: Rules,
  readers: ReadonlySet<Category>,
  known: Map<Category, First>,
): First {
  if (category === 'offset') return { words: new Set(), number: false, anything: true };
  if (readers.has(category)) return { words: new Set(), number: true, anything: false };
  const before = known.get(category);
  if (before) return before;
  known.set(category, { words: new Set(), number: false, anything: false });
  const first = joined(
    (rules.get(category) ?? []).map(({ parts }) => firstOf(parts, rules, readers, known).first),
  );
  known.set(category, first);
  return first;
}

const joined = (all: readonly First[]): First => ({
  words: new Set(all.flatMap(({ words }) => [...words])),
  number: all.some(({ number }) => number),
  anything: all.some(({ anything }) => anything),
});
