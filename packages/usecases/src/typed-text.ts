import { done, type Outcome, refused } from './outcome.ts';
import { breaksLine, plainLine, plainText } from './plain-text.ts';

export interface TextRule {
  /** Begins the sentence that refuses it. */
  readonly name: string;
  readonly most: number;
  readonly needed?: true;
}

/** One line without control characters, trimmed. */
export function readLine(text: string, { name, most, needed }: TextRule): Outcome<string> {
  const line = plainLine(text);
  if (breaksLine(line)) return refused('invalid', `${name} is one line of plain text.`);
  if (needed && line === '') return refused('invalid', `${name} is missing.`);
  return line.length > most ? refused('invalid', `${name} has at most ${most} characters.`) : done(line);
}

/** Free text: line breaks stay, what no keyboard types goes. */
export function readText(text: string, { name, most }: TextRule): Outcome<string> {
  const clean = plainText(text);
  return clean.length > most ? refused('invalid', `${name} has at most ${most} characters.`) : done(clean);
}

/** The texts of a patch that are given, read; the first refusal otherwise. */
export function readGiven<Patch extends object>(
  patch: Patch,
  rules: { readonly [Field in keyof Patch]?: TextRule },
  read: (text: string, rule: TextRule) => Outcome<string>,
): Outcome<Partial<Patch>> {
  const clean: Partial<Record<keyof Patch, string>> = {};
  for (const [name, rule] of Object.entries(rules) as [keyof Patch, TextRule][]) {
    const text = patch[name];
    if (typeof text !== 'string') continue;
    const line = read(text, rule);
    if (!line.ok) return line;
    clean[name] = line.value;
  }
  return done(clean as Partial<Patch>);
}
