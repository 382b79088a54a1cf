import { de } from '../../../elision.ts';
import { says } from '../../../sentence.ts';
import type { Words } from '../../../words.ts';
import type * as en from '../../en/mail/invitations.ts';

export const invitations: Words<typeof en.invitations> = {
  'no-invitation': () => says('Ce message ne contient pas d’événement lisible.'),
  'invitation-several': () =>
    says(
      'Ce message contient plusieurs événements à la fois. Rien n’a été modifié.',
      'Téléchargez le fichier et importez-le dans un agenda.',
    ),
  'invitation-outdated': () =>
    says(
      'Une version plus récente de cet événement est connue. Rien n’a été modifié.',
      'Cherchez le message plus récent.',
    ),
  'invitation-not-invited': () =>
    says(
      'Vous n’êtes pas parmi les invités de cet événement : il n’y a personne à qui répondre. Rien n’a été modifié.',
    ),
  'invitation-foreign': () =>
    says(
      'Un événement d’un autre organisateur, de même identité, est dans l’agenda. Rien n’a été modifié.',
      'Demandez à l’expéditeur : le message est peut-être falsifié.',
    ),
  'invitation-settled': () =>
    says('Il n’y a rien (ou plus rien) à faire de ce message. Rien n’a été modifié.'),
  'invitation-forged': ({ sender, organizer }) =>
    says(
      `Ce message vient ${de(sender)}, mais modifierait un événement ${de(organizer)}. Rien n’a été modifié.`,
      'Demandez à l’organisateur. Si c’est juste, la page du message permet de continuer.',
    ),
  'invitation-no-calendar': () =>
    says(
      'Aucun de vos agendas ne peut recevoir cet événement. Rien n’a été modifié.',
      'Choisissez un agenda dans lequel vous pouvez écrire.',
    ),
  'organizer-no-address': () =>
    says(
      'L’organisateur n’a pas d’adresse à laquelle une réponse pourrait aller. Rien n’a été modifié.',
      'Écrivez à l’expéditeur du message.',
    ),
  'mail-without-day': () =>
    says(
      'Aucun jour n’a été trouvé dans ce message. Rien n’a été créé.',
      'Créez l’événement avec « events add », ou sur la page du message.',
    ),
};
