import type { Words } from '../../booking/mail/words.ts';
import type { MailLanguage } from '../../mail-language.ts';
import { EN } from './words-en.ts';
import { FR } from './words-fr.ts';

export type InquiryWords = Words<typeof EN>;

export const INQUIRY_WORDS: Readonly<Record<MailLanguage, InquiryWords>> = { en: EN, fr: FR };
