import type { PersonLinkKind } from '@atelier/database/people/person-link-store';
import { nearestLanguage } from '@atelier/words/language';
import { MAIL_WORDS } from '@atelier/words/mail/mail-words';
import { asLine } from '../../plain-text.ts';

/** `{link}` is where the link stands. */
export function linkText(
  kind: PersonLinkKind,
  tag: string,
  who: { readonly name: string; readonly studio: string },
): { readonly subject: string; readonly body: string } {
  const { hello, invite, reset } = MAIL_WORDS[nearestLanguage(tag)].account;
  const [name, studio] = [asLine(who.name), asLine(who.studio)];
  const { subject, lead, opens } = kind === 'INVITE' ? invite : reset;
  const lines = [hello({ name }), '', lead({ studio }), '{link}', opens, ''];
  return { subject: subject({ studio }), body: lines.join('\n') };
}
