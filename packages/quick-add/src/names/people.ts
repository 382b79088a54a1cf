import type { Reading } from '../decide/reading.ts';
import { isWord, plainText } from '../text/tokens.ts';

export interface NamedPeople {
  readonly names: readonly string[];
  /** From the first word of `avec Léa et Marc` to the token behind its last. */
  readonly runs: readonly { readonly at: number; readonly to: number }[];
  /** Tokens that are names, and therefore no weekday and no month: Sam, April. */
  readonly taken: ReadonlySet<number>;
}

const LONGEST_NAME = 3;

/** Who takes part: known people wherever they are named, and names in capitals after with. */
export function findPeople(reading: Reading): NamedPeople {
  const names: string[] = [];
  const runs: { at: number; to: number }[] = [];
  const taken = new Set<number>();
  const known = (reading.question.people ?? []).map((name) => ({
    name,
    words: plainText(name).split(/[\s'-]+/),
  }));
  for (let at = 0; at < reading.tokens.length; at += 1) {
    const run = namesAfter(reading, known, at) ?? knownAt(reading, known, at);
    if (!run) continue;
    names.push(...run.names);
    runs.push({ at: run.at, to: run.to });
    for (let index = run.at; index < run.to; index += 1) taken.add(index);
    at = run.to - 1;
  }
  for (const at of guarded(reading)) taken.add(at);
  return { names: [...new Set(names)], runs, taken };
}

interface Known {
  readonly name: string;
  readonly words: readonly string[];
}

interface Run {
  readonly names: readonly string[];
  readonly at: number;
  readonly to: number;
}

/** With Ana, Zoe Martin and Ben. */
function namesAfter(reading: Reading, known: readonly Known[], at: number): Run | null {
  const { tokens, habits } = reading;
  const isShort = tokens[at]?.plain === 'w' && tokens[at + 1]?.plain === '/';
  if (!isShort && !habits.with.has(tokens[at]?.plain ?? '')) return null;
  const names: string[] = [];
  let to = at;
  let next = at + (isShort ? 2 : 1);
  for (;;) {
    const one = knownAt(reading, known, next) ?? capitalsAt(reading, next);
    if (!one) break;
    names.push(...one.names);
    to = one.to;
    if (!habits.and.has(tokens[to]?.plain ?? '')) break;
    next = to + 1;
  }
  return names.length === 0 ? null : { names, at, to };
}

/** Somebody who is known, by the whole name, or by a first name that nobody else has. */
function knownAt({ tokens, chart }: Reading, known: readonly Known[], at: number): Run | null {
  const fits = known
    .map((person) => ({ person, to: matched(tokens, person.words, at) }))
    .filter(({ to }) => to > at)
    .toSorted((a, b) => b.to - a.to);
  const [best, second] = fits;
  if (!best) return null;
  const isWhole = best.to - at >= best.person.words.length;
  const isOnly = second === undefined || second.to < best.to;
  if (!isWhole && !(isOnly && tokens[at]?.capital === true && chart.find('weekday', at).length === 0)) {
    // Two people of that name: whom is not known, that it is a name is.
    return null;
  }
  return { names: [best.person.name], at, to: best.to };
}

/** How far the words of a name go from a token on: its first word at least. */
function matched(tokens: Reading['tokens'], words: readonly string[], at: number): number {
  let index = 0;
  let token = at;
  while (index < words.length) {
    if (tokens[token]?.plain === '-') token += 1;
    if (tokens[token]?.plain.replace("'", '') !== words[index]) break;
    token += 1;
    index += 1;
  }
  return index === 0 ? at : token;
}

function capitalsAt(reading: Reading, at: number): Run | null {
  let to = at;
  while (to - at < LONGEST_NAME && isNamePart(reading, to, at)) {
    to += 1;
    if (reading.tokens[to]?.text === '-' && reading.tokens[to + 1]?.capital && reading.tokens[to]?.glued)
      to += 1;
  }
  if (to === at) return null;
  const text = reading.sentence.slice(reading.tokens[at]?.from, reading.tokens[to - 1]?.to);
  return { names: [text], at, to };
}

/** The first word after with may look like a short weekday or a month; a later one that does is a date. */
function isNamePart({ tokens, chart, habits }: Reading, at: number, first: number): boolean {
  const token = tokens[at];
  if (!token?.capital || !isWord(token) || habits.with.has(token.plain)) return false;
  const days = chart.find('weekday', at).length > 0;
  const isDate = days || chart.find('month', at).length > 0 || chart.find('day', at).length > 0;
  if (!isDate && chart.find('part', at).length === 0) return true;
  const next = tokens[at + 1];
  return at === first && token.text.length <= 5 && next?.number === undefined
    ? !next?.number
    : at === first && token.text.length <= 5 && next?.number === null;
}

/** After for, see, call, a capital word that is only perhaps a weekday or a month is somebody: call May. */
function guarded({ tokens, chart, habits }: Reading): readonly number[] {
  return tokens.flatMap((token, at) => {
    const isBehind = habits.for.has(tokens[at - 1]?.plain ?? '') && token.capital;
    if (!isBehind || tokens[at + 1]?.number !== null) return [];
    const isName = chart.find('shortday', at).length > 0 || chart.find('month', at).length > 0;
    return isName ? [at] : [];
  });
}
