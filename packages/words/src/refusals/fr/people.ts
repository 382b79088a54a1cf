import { says } from '../../sentence.ts';
import type { Words } from '../../words.ts';
import type * as en from '../en/people.ts';

export const people: Words<typeof en.people> = {
  'admins-only': () => says('Seul un admin peut le faire.'),
  'accounts-of-people': () =>
    says('Chacun ici connecte ses propres comptes ; ceux des autres reviennent à un admin.'),
  'people-only': () => says('Il faut un compte ici pour cela.'),
  'session-gone': () => says('Cette session n’existe pas (ou plus).', 'Regardez la liste à nouveau.'),
  'device-gone': () =>
    says('Cet appareil n’est pas (ou plus) dans votre liste.', 'Regardez la liste à nouveau.'),
  'no-person': () => says('Cette personne n’existe pas (ou plus).'),
  'last-admin': () =>
    says(
      'Plus personne ne pourrait rien remettre en ordre. Rien n’a été modifié.',
      'Nommez d’abord quelqu’un d’autre admin.',
    ),
  'not-yourself': () =>
    says('Quelqu’un d’autre doit le faire pour vous. Rien n’a été modifié.', 'Demandez à un autre admin.'),
  'still-owns': () =>
    says(
      'Des agendas, des comptes ou un profil d’artiste lui appartiennent encore. Rien n’a été modifié.',
      'Dites qui les reprend, ou suspendez la personne : tout lui reste alors.',
    ),
  'no-heir': () => says('La reprise va à quelqu’un d’autre qui a un accès actif ici. Rien n’a été modifié.'),
  'person-disabled': () =>
    says('Cette personne est suspendue. Rien n’a été modifié.', 'Rétablissez d’abord son accès.'),
  'email-taken': () => says('Quelqu’un avec cette adresse e-mail est déjà là.'),
  'person-name': ({ most }) => says(`Un nom tient sur une ligne, de 1 à ${most} caractères.`),
  'password-length': ({ least, most }) => says(`Un mot de passe a de ${least} à ${most} caractères.`),
  'wrong-password': () => says('Le mot de passe actuel n’est pas le bon. Rien n’a été modifié.'),
  'wrong-code': () =>
    says(
      'Ce code n’est pas le bon.',
      'Il change toutes les 30 secondes et sert une fois : tapez le suivant.',
    ),
  'code-over': () =>
    says('C’était trop long, ou essayé trop souvent.', 'Connectez-vous à nouveau avec votre mot de passe.'),
  'codes-locked': () =>
    says(
      'Trop de codes faux. Aucun n’est accepté pendant une heure au plus.',
      'Réessayez plus tard, ou adressez-vous à un admin.',
    ),
  'factor-on': () => says('Votre second facteur est déjà actif. Rien n’a été modifié.'),
  'factor-off': () => says('Il n’y a pas (ou plus) de second facteur. Rien n’a été modifié.'),
  'factor-not-begun': () =>
    says(
      'Il n’y a rien (ou plus rien) à confirmer. Rien n’a été modifié.',
      'Recommencez avec votre mot de passe.',
    ),
  'no-passkey': () => says('Cette clé d’accès n’existe pas (ou plus).', 'Regardez la liste à nouveau.'),
  'passkey-unknown': () =>
    says(
      'Cette clé d’accès n’ouvre rien ici.',
      'Connectez-vous avec votre mot de passe, ou essayez une autre clé d’accès.',
    ),
  'passkey-not-added': () =>
    says(
      'La clé d’accès n’a pas été ajoutée.',
      'Réessayez ; votre appareil doit demander son code, un doigt ou un visage.',
    ),
  'link-over': () =>
    says(
      'Ce lien n’ouvre rien (ou plus rien).',
      'Il s’ouvre une fois, et pas pour toujours. Demandez-en un nouveau à un admin.',
    ),
  'key-name': () => says('Une clé a besoin d’un nom, sur une ligne de 120 caractères au plus.'),
  'no-key': () => says('Cette clé n’existe pas (ou plus).'),
  'no-failed-mail': () => says('Il n’y a pas de tel message abandonné.', 'Il est peut-être déjà en route.'),
  'no-set-aside': () => says('Rien n’attend sous ce nom.', 'C’est peut-être fait entre-temps.'),
};
