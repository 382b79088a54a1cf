import { ProviderFailure } from '@atelier/providers/port/failure';
import type { MailFinder, MailPlace } from '@atelier/providers/port/mail/mail-finder';
import type { MailGateway } from '@atelier/providers/port/mail/mail-provider';
import { lookingUp } from '../push/looking-up.ts';

/** @param directory where many providers are listed; null: none is asked. */
export function openMailFinder(mail: MailGateway, allow: string, directory: URL | null): MailFinder {
  return {
    async find(address) {
      const { mailFinder } = await import('@atelier/providers/find/mail/mail-finder');
      const answers = (imap: MailPlace) => answersAt(mail, imap);
      return lookingUp(allow, (parts) => mailFinder({ ...parts, directory, answers }).find(address));
    },
  };
}

/** One whose certificate is for another name is not taken for the right one. */
async function answersAt(mail: MailGateway, imap: MailPlace): Promise<boolean> {
  try {
    return (await mail.certificate({ ...imap, pinned: null }, 'imap')) === null;
  } catch (error) {
    if (error instanceof ProviderFailure) return false;
    throw error;
  }
}
