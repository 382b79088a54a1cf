import type { MailLanguage } from '../../booking/mail/mail-language.ts';
import type { Words } from '../../booking/mail/words.ts';
import { EN } from './words-en.ts';
import { FR } from './words-fr.ts';

export type InquiryWords = Words<typeof EN>;

export const INQUIRY_WORDS: Readonly<Record<MailLanguage, InquiryWords>> = { en: EN, fr: FR };
