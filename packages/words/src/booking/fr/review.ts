import type { Words } from '../../words.ts';
import type * as en from '../en/review.ts';

export const review: Words<typeof en.review> = {
  heading: 'Tout est juste ?',
  when: 'Quand',
  what: 'Quoi',
  you: 'Vous',
  idea: 'Votre idée',
  images: ({ count }) => (count < 2 ? `${count} image` : `${count} images`),
  nothing: 'Rien d’écrit',
  secondChoice: 'Second choix',
  send: {
    unknown: 'Vérification …',
    confirms: 'Réserver',
    requests: 'Envoyer la demande',
    silent: 'Envoyer la demande',
  },
  sending: 'Envoi …',
  notes: {
    unknown: 'Le calendrier du studio est consulté encore une fois.',
    confirms: 'Votre rendez-vous est confirmé tout de suite.',
    requests: {
      mailed: ({ artist }) =>
        `C’est une demande. ${artist} répond par e-mail ; l’heure vous est gardée jusque-là.`,
      unmailed: ({ artist }) => `C’est une demande. ${artist} y répond ; l’heure vous est gardée jusque-là.`,
    },
    silent: {
      mailed: ({ artist }) =>
        `Un calendrier du studio ne répond pas en ce moment : c’est une demande. ${artist} répond par e-mail ; l’heure vous est gardée jusque-là.`,
      unmailed: ({ artist }) =>
        `Un calendrier du studio ne répond pas en ce moment : c’est une demande. ${artist} y répond ; l’heure vous est gardée jusque-là.`,
    },
  },
  someone: 'L’artiste',
  cancelNote: {
    mailed: 'Le lien reçu par e-mail permet de déplacer ou d’annuler plus tard.',
    unmailed: 'Le lien de la page suivante permet de déplacer ou d’annuler plus tard.',
  },
  settledNote: 'Une fois confirmé, il sera trop proche pour être déplacé ou annulé en ligne.',
  unknown: 'Nous ne savons pas si votre demande est arrivée.',
  unknownHint:
    'La connexion s’est interrompue. Envoyez-la encore une fois : elle ne peut pas devenir deux réservations.',
  sendAgain: 'Envoyer encore',
};

export const done: Words<typeof en.done> = {
  requestHeading: 'Votre demande est envoyée',
  requestLead: {
    mailed: ({ artist, email }) =>
      `Elle n’est pas encore confirmée. ${artist} la regarde et répond à ${email}. Votre heure est gardée jusque-là.`,
    unmailed: ({ artist }) =>
      `Elle n’est pas encore confirmée. ${artist} la regarde, et la réponse se lit sur la page de votre réservation. Votre heure est gardée jusque-là.`,
  },
  requestBy: ({ time }) =>
    `Vous aurez une réponse au plus tard le ${time}. Sans réponse, l’heure sera libérée.`,
  confirmedHeading: 'Votre rendez-vous est confirmé',
  confirmedLead: {
    mailed: ({ email }) => `Vous recevez tout cela par e-mail, à ${email}.`,
    unmailed: () => 'Aucun e-mail n’est envoyé : gardez le lien vers votre réservation.',
  },
  unverified:
    'Un calendrier du studio ne répondait pas à l’instant : le studio vérifie donc votre heure à la main.',
  earlier:
    'Votre premier envoi était bien arrivé, c’est donc lui qui compte. Vos changements depuis n’y figurent pas.',
  next: 'La suite',
  nextMail: {
    mailed: 'Vous recevez un e-mail avec tout cela et un lien vers votre réservation.',
    unmailed: 'Gardez le lien vers votre réservation : aucun e-mail n’est envoyé.',
  },
  nextAnswer: ({ artist }) => `${artist} confirme, ou propose autre chose.`,
  nextSettled: 'Il est trop tard pour déplacer ou annuler en ligne.',
  nextChange: 'Avec ce lien, vous pouvez la déplacer ou l’annuler vous-même.',
  manage: 'Voir ma réservation',
  another: 'Réserver une autre heure',
};
