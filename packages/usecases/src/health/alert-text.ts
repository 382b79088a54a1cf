import { nearestLanguage } from '@atelier/words/language';
import { MAIL_WORDS } from '@atelier/words/mail/mail-words';
import { oneLine } from '../mail/one-line.ts';

/** What is known of an account that has been broken for long, or works again. */
export interface Alerted {
  readonly name: string;
  readonly host: string;
  readonly owner: string;
  readonly since: Date;
  readonly message: string;
  readonly hint: string;
  /** IANA zone that times are told in. */
  readonly zone: string;
  /** Address of Atelier itself, for a link. */
  readonly url: string;
}

export type Occasion = 'broken' | 'healed';

/** Subject and plain text of an alert, in the language of its reader. */
export function alertText(
  occasion: Occasion,
  tag: string | null,
  alerted: Alerted,
): { readonly subject: string; readonly body: string } {
  const language = nearestLanguage(tag);
  const { broken, healed } = MAIL_WORDS[language].alert;
  const { message, hint, zone, url } = alerted;
  const since = alerted.since.toLocaleString(language, {
    ...({ dateStyle: 'long', timeStyle: 'short' } as const),
    timeZone: zone,
  });
  const account = { ...alerted, name: oneLine(alerted.name, 200), since };
  const { subject, lead } = occasion === 'broken' ? broken : healed;
  const more = occasion === 'broken' ? ['', message, hint, '', broken.kept, broken.again] : [];
  const link = ['', new URL('/health', url).href];
  return { subject: subject(account), body: [lead(account), ...more, ...link, ''].join('\n') };
}
