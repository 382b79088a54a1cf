import type { MailLanguage } from '../../mail-language.ts';
import type { Words } from './words.ts';
import { EN } from './words-en.ts';
import { FR } from './words-fr.ts';

export type MailWords = Words<typeof EN>;

/** Everything that a mail says, by its language. */
export const MAIL_WORDS: Readonly<Record<MailLanguage, MailWords>> = { en: EN, fr: FR };
