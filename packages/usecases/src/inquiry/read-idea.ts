import type { IdeaField } from '@atelier/words/refusals/given';
import { readNote } from '../booking/request/client-details.ts';
import { done, type Outcome, refusedFor } from '../outcome.ts';

/** What a client types about the work. */
export interface TypedIdea {
  readonly idea: string;
  readonly placement?: string | null | undefined;
  readonly size?: string | null | undefined;
  readonly style?: string | null | undefined;
  readonly budget?: string | null | undefined;
  readonly preferredDays?: string | null | undefined;
}

export type Idea = { readonly [Field in keyof TypedIdea]-?: string };

/** Characters. */
const LONGEST_LINE = 200;
const LINES = ['placement', 'size', 'style', 'budget', 'preferredDays'] as const;

/** Free text, cleaned as a note is; the smaller fields are one line each. */
export function readIdea(typed: TypedIdea): Outcome<Idea> {
  const idea = readNote(typed.idea);
  if (!idea.ok) return idea;
  if (idea.value === null) return refusedFor('invalid', 'idea-missing');
  const lines: Record<(typeof LINES)[number], string> = {
    placement: '',
    size: '',
    style: '',
    budget: '',
    preferredDays: '',
  };
  for (const field of LINES) {
    const line = readLine(typed[field], field);
    if (!line.ok) return line;
    lines[field] = line.value;
  }
  return done({ ...lines, idea: idea.value });
}

/** One line of free text. @param field what it is called when it is refused. */
export function readLine(typed: string | null | undefined, field: IdeaField): Outcome<string> {
  const text = readNote(typed);
  if (!text.ok) return text;
  const line = (text.value ?? '').replaceAll('\n', ' ');
  if (line.length > LONGEST_LINE)
    return refusedFor('invalid', 'idea-line-long', { field, most: LONGEST_LINE });
  return done(line);
}
