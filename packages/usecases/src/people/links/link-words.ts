import type { PersonLinkKind } from '@atelier/database/people/person-link-store';
import { asLine } from '../../plain-text.ts';

interface LinkWords {
  readonly name: string;
  readonly studio: string;
}

interface Text {
  readonly subject: string;
  /** `{link}` is where the link stands. */
  readonly lines: readonly string[];
}

const EN: Readonly<Record<PersonLinkKind, (words: LinkWords) => Text>> = {
  INVITE: ({ name, studio }) => ({
    subject: `${studio}: your account is ready`,
    lines: [
      `Hello ${name},`,
      '',
      `${studio} has made an account for you in Atelier, the studio’s calendar. Choose a password here, and you are in:`,
      '{link}',
      'The link opens once, within seven days. If it has run out, ask for a new one.',
    ],
  }),
  RESET: ({ name, studio }) => ({
    subject: `${studio}: choose a new password`,
    lines: [
      `Hello ${name},`,
      '',
      'Your password opens no more, and you were signed out everywhere. Choose a new one here:',
      '{link}',
      'The link opens once, within a day. If it has run out, ask an admin for a new one.',
    ],
  }),
};

const FR: typeof EN = {
  INVITE: ({ name, studio }) => ({
    subject: `${studio} : votre compte est prêt`,
    lines: [
      `Bonjour ${name},`,
      '',
      `${studio} vous a ouvert un compte dans Atelier, l’agenda du studio. Choisissez un mot de passe ici, et vous y êtes :`,
      '{link}',
      'Le lien s’ouvre une fois, dans les sept jours. S’il a expiré, demandez-en un nouveau.',
    ],
  }),
  RESET: ({ name, studio }) => ({
    subject: `${studio} : choisissez un nouveau mot de passe`,
    lines: [
      `Bonjour ${name},`,
      '',
      'Votre mot de passe n’ouvre plus rien, et vous avez été déconnecté partout. Choisissez-en un nouveau ici :',
      '{link}',
      'Le lien s’ouvre une fois, dans la journée. S’il a expiré, demandez-en un nouveau à un admin.',
    ],
  }),
};

export function linkWords(
  kind: PersonLinkKind,
  language: string,
  { name, studio }: LinkWords,
): { readonly subject: string; readonly body: string } {
  const texts = language.startsWith('fr') ? FR : EN;
  const { subject, lines } = texts[kind]({ name: asLine(name), studio: asLine(studio) });
  return { subject, body: [...lines, ''].join('\n') };
}
