import type { Words } from '../../words.ts';
import type * as en from '../en/account.ts';

export const account: Words<typeof en.account> = {
  hello: ({ name }) => `Bonjour ${name},`,
  invite: {
    subject: ({ studio }) => `${studio} : votre compte est prêt`,
    lead: ({ studio }) =>
      `${studio} vous a ouvert un compte dans Atelier, l’agenda du studio. Choisissez un mot de passe ici, et vous y êtes :`,
    opens: 'Le lien s’ouvre une fois, dans les sept jours. S’il a expiré, demandez-en un nouveau.',
  },
  reset: {
    subject: ({ studio }) => `${studio} : choisissez un nouveau mot de passe`,
    lead: () =>
      'Votre mot de passe n’ouvre plus rien, et vous avez été déconnecté partout. Choisissez-en un nouveau ici :',
    opens: 'Le lien s’ouvre une fois, dans la journée. S’il a expiré, demandez-en un nouveau à un admin.',
  },
  guessed: {
    subject: 'Des mots de passe faux ont été essayés pour votre compte',
    lead: ({ tries }) =>
      `Quelqu’un a essayé ${tries} fois d’ouvrir votre compte avec un mot de passe faux. Personne n’est entré ; entre deux essais, il faut maintenant attendre de plus en plus.`,
    you: 'Si c’était vous : attendez le temps indiqué et essayez encore, ou demandez un nouveau mot de passe à un admin.',
    notYou:
      'Si ce n’était pas vous : il n’y a rien à faire, tant que votre mot de passe n’est connu que de vous. S’il sert aussi ailleurs, changez-le.',
  },
  factorOff: {
    subject: 'Votre second facteur a été retiré',
    by: ({ name }) =>
      `${name} a retiré votre second facteur et vos clés d’accès, et vous avez été déconnecté partout. Votre mot de passe suffit maintenant pour vous connecter.`,
    byYou:
      'Vous avez désactivé votre second facteur. Votre mot de passe suffit maintenant pour vous connecter.',
    next: 'Si vous vous y attendiez : réactivez-le sur la page Votre compte. Sinon : changez tout de suite votre mot de passe et prévenez un admin.',
  },
};
