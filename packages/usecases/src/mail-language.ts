/** Languages that mails are written in. */
export type MailLanguage = 'en' | 'fr';

/** The one that is nearest to a language tag (RFC 5646); English for all others. */
export function mailLanguage(tag: string | null): MailLanguage {
  return /^fr\b/i.test(tag ?? '') ? 'fr' : 'en';
}
