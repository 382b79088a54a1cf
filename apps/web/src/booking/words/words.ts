import { createContext, use } from 'react';
import type { Language } from '../../i18n/language.ts';
import type { Formats } from '../time/formats.ts';
import type { Dictionary } from './en.ts';

/** What one thing and several of it are called. */
interface Counted {
  readonly one: string;
  readonly other: string;
}

/** The words of this reader's language, and how it writes times. */
export interface Reader {
  readonly language: Language;
  readonly words: Dictionary;
  readonly formats: Formats;
  readonly speak: (language: Language) => void;
}

export const ReaderContext = createContext<Reader | null>(null);

export function useReader(): Reader {
  const reader = use(ReaderContext);
  if (!reader) throw new Error('no reader above this component');
  return reader;
}

/** `{{name}}` becomes what was given under that name. */
export function fill(text: string, given: Readonly<Record<string, string | number>>): string {
  return text.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => String(given[name] ?? ''));
}

export function counted(words: Counted, count: number, language: Language): string {
  const form = new Intl.PluralRules(language).select(count) === 'one' ? words.one : words.other;
  return fill(form, { count });
}
