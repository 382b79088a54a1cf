export interface GuessWords {
  readonly name: string;
  readonly tries: number;
  readonly url: string;
}

/** Tells a person that somebody tries passwords for their account. */
export function guessWords(
  language: string,
  { name, tries, url }: GuessWords,
): { readonly subject: string; readonly body: string } {
  const french = language.startsWith('fr');
  const lines = french
    ? [
        `Bonjour ${name},`,
        '',
        `Quelqu’un a essayé ${tries} fois d’ouvrir votre compte avec un mot de passe faux. Personne n’est entré ; entre deux essais, il faut maintenant attendre de plus en plus.`,
        '',
        'Si c’était vous : attendez le temps indiqué et essayez encore, ou demandez un nouveau mot de passe à un admin.',
        'Si ce n’était pas vous : il n’y a rien à faire, tant que votre mot de passe n’est connu que de vous. S’il sert aussi ailleurs, changez-le.',
      ]
    : [
        `Hello ${name},`,
        '',
        `Somebody has tried ${tries} times to sign in to your account with a wrong password. Nobody got in; between two tries there is now a wait, and it grows.`,
        '',
        'If it was you: wait as long as you are told, then try again, or ask an admin for a new password.',
        'If it was not you: nothing needs to be done, as long as only you know your password. If you use it elsewhere too, change it.',
      ];
  const subject = french
    ? 'Des mots de passe faux ont été essayés pour votre compte'
    : 'Wrong passwords were tried for your account';
  return { subject, body: [...lines, '', url, ''].join('\n') };
}
