import type { Language } from '../language.ts';
import type { Words } from '../words.ts';
import { push as en } from './en.ts';
import { push as fr } from './fr.ts';

export type PushWords = Words<typeof en>;

/** Everything that devices show of themselves, by its language. */
export const PUSH_WORDS: Readonly<Record<Language, PushWords>> = { en, fr };
