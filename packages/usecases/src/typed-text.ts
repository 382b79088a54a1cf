import type { TypedName } from '@atelier/words/refusals/given';
import { done, type Outcome, refusedFor } from './outcome.ts';
import { breaksLine, plainLine, plainText } from './plain-text.ts';

export interface TextRule {
  /** What it is, in the sentence that refuses it. */
  readonly field: TypedName;
  readonly most: number;
  readonly needed?: true;
}

/** One line without control characters, trimmed. */
export function readLine(text: string, { field, most, needed }: TextRule): Outcome<string> {
  const line = plainLine(text);
  if (breaksLine(line)) return refusedFor('invalid', 'text-line', { field });
  if (needed && line === '') return refusedFor('invalid', 'text-missing', { field });
  return line.length > most ? refusedFor('invalid', 'text-long', { field, most }) : done(line);
}

/** Free text: line breaks stay, what no keyboard types goes. */
export function readText(text: string, { field, most }: TextRule): Outcome<string> {
  const clean = plainText(text);
  return clean.length > most ? refusedFor('invalid', 'text-long', { field, most }) : done(clean);
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
