import { nearestLanguage } from '@atelier/words/language';
import { MAIL_WORDS } from '@atelier/words/mail/mail-words';

interface Guessed {
  readonly name: string;
  readonly tries: number;
  readonly url: string;
}

/** Tells a person that somebody tries passwords for their account. */
export function guessText(
  tag: string,
  { name, tries, url }: Guessed,
): { readonly subject: string; readonly body: string } {
  const { hello, guessed } = MAIL_WORDS[nearestLanguage(tag)].account;
  const lines = [hello({ name }), '', guessed.lead({ tries }), '', guessed.you, guessed.notYou, '', url, ''];
  return { subject: guessed.subject, body: lines.join('\n') };
}
