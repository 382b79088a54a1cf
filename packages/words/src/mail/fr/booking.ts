import { de } from '../../elision.ts';
import type { Words } from '../../words.ts';
import type { Contact } from '../contact.ts';
import type * as en from '../en/booking.ts';

/** Ce qui suit « merci » ; null quand on ne sait comment joindre le studio. */
function reach(contact: Contact): string | null {
  if (contact.kind === 'none') return null;
  return contact.kind === 'mail' ? 'de répondre à ce message' : `d’appeler le studio (${contact.phone})`;
}

export const booking: Words<typeof en.booking> = {
  hello: (name) => (name === '' ? 'Bonjour,' : `Bonjour ${name},`),
  withArtist: (service, artist) => `${service} avec ${artist}`,
  andMore: (what, more) => (more === 1 ? `${what}, et un autre` : `${what}, et ${more} autres`),
  facts: {
    before: 'Avant : ',
    there: 'À votre heure : ',
    price: 'Prix : ',
    deposit: 'Acompte : ',
    alternative: 'Conviendrait aussi : ',
    phone: 'Téléphone : ',
    email: 'E-mail : ',
  },
  toClient: {
    received: {
      subject: (what) => `Demande reçue : ${what}`,
      lead: (artist) =>
        `Merci. Votre demande est bien arrivée chez ${artist}. L’horaire vous est gardé, mais il n’est pas encore confirmé.`,
    },
    confirmed: {
      subject: (what) => `Confirmé : ${what}`,
      lead: (artist) => `Votre rendez-vous est confirmé. ${artist} se réjouit de vous accueillir.`,
    },
    movedByArtist: {
      subject: (what) => `Nouvel horaire : ${what}`,
      lead: (artist) => `${artist} a déplacé votre rendez-vous. Voici le nouvel horaire :`,
    },
    movedByClient: {
      subject: (what) => `Nouvel horaire : ${what}`,
      lead: () => 'Vous avez déplacé votre rendez-vous. Voici le nouvel horaire, confirmé :',
    },
    requestMovedByArtist: {
      subject: (what) => `Un autre horaire pour votre demande : ${what}`,
      lead: (artist) =>
        `${artist} propose un autre horaire pour votre demande. Il vous est gardé, et confirmé dès que vous dites qu’il vous convient.`,
    },
    requestMovedByClient: {
      subject: (what) => `Demande déplacée : ${what}`,
      lead: (artist) =>
        `Vous avez déplacé votre demande. ${artist} connaît le nouvel horaire ; il n’est pas encore confirmé.`,
    },
    declined: {
      subject: (what) => `Demande refusée : ${what}`,
      lead: (artist) => `Nous regrettons : ${artist} ne peut pas accepter votre demande pour cet horaire.`,
    },
    cancelledByArtist: {
      subject: (what) => `Annulé : ${what}`,
      lead: (artist) => `Nous regrettons : ${artist} doit annuler votre rendez-vous.`,
    },
    cancelledByClient: {
      subject: (what) => `Annulé : ${what}`,
      lead: (artist) =>
        `Vous avez annulé votre rendez-vous. C’est noté chez ${artist}, et l’horaire est de nouveau libre.`,
    },
    withdrawn: {
      subject: (what) => `Demande retirée : ${what}`,
      lead: (artist) =>
        `Vous avez retiré votre demande. C’est noté chez ${artist}, et il ne se passera rien de plus.`,
    },
    expired: {
      subject: (what) => `Sans réponse à temps : ${what}`,
      lead: (artist) =>
        `Nous regrettons : ${artist} n’a pas pu répondre à temps. Votre demande a expiré, et rien n’est réservé.`,
    },
    proposalExpired: {
      subject: (what) => `Sans réponse : ${what}`,
      lead: (artist) =>
        `${artist} avait proposé cet horaire, et il n’y a pas eu de réponse. Il a expiré, et rien n’est réservé.`,
    },
    reminder: {
      subject: (what) => `À bientôt : ${what}`,
      lead: (artist) => `Un petit rappel de votre rendez-vous. ${artist} se réjouit de vous accueillir.`,
    },
  },
  together: {
    received: (artist) =>
      `Merci. Votre demande est bien arrivée chez ${artist}. Ces horaires vous sont gardés, mais ils ne sont pas encore confirmés.`,
    confirmed: (artist) => `Vos rendez-vous sont confirmés. ${artist} se réjouit de vous accueillir.`,
    requested: (client) => `${client} demande ces rendez-vous.`,
    booked: (client) =>
      `De nouveaux rendez-vous avec ${client}. Ils sont confirmés et figurent dans votre agenda.`,
  },
  next: {
    answerBy: (artist, when) =>
      `${artist} vous répondra au plus tard le ${when}, et vous recevrez un message dans tous les cas. Sans réponse, l’horaire redevient libre.`,
    proposalUntil: (when) =>
      `Merci de répondre au plus tard le ${when}. Sans réponse, l’horaire redevient libre.`,
    changeUntil: (when, contact) => {
      const later = reach(contact);
      const after = later === null ? 'Après cela, il est maintenu.' : `Après cela, merci ${later}.`;
      return `Vous pouvez le déplacer ou l’annuler vous-même jusqu’au ${when}. ${after}`;
    },
    comeUp: (contact) => {
      const how = reach(contact);
      return how === null ? null : `En cas d’empêchement, merci ${how}.`;
    },
    unread: 'Les réponses à ce message ne sont pas lues.',
    notSuitable: 'S’il ne vous convient pas, choisissez un autre horaire ou annulez :',
    file: 'Le fichier joint l’inscrit dans votre agenda, ou l’y met à jour.',
    again: 'Vous pouvez volontiers choisir un autre horaire :',
    depositBack: (contact) => {
      const how = reach(contact);
      return how === null ? null : `Si vous avez versé un acompte, merci ${how} à ce sujet.`;
    },
    notYou: 'Ce n’était pas vous ? Le lien ci-dessus permet de retirer la demande.',
  },
  links: {
    manage: 'Le voir, le déplacer ou l’annuler :',
    proposal: 'Dire qu’il vous convient, choisir un autre horaire, ou retirer la demande :',
    look: 'Le voir :',
    manageMany: 'Les voir tous, déplacer ou annuler chacun :',
    answer: 'Confirmer ou refuser :',
    answerMany: 'Les voir, confirmer ou refuser chacun :',
    see: 'Le voir dans Atelier :',
  },
  message: (artist) => `${artist} vous écrit :`,
  toArtist: {
    requested: {
      subject: (client, what) => `Demande : ${client}, ${what}`,
      lead: (client) => `${client} demande un rendez-vous.`,
    },
    booked: {
      subject: (client, what) => `Réservé : ${client}, ${what}`,
      lead: (client) => `Un nouveau rendez-vous avec ${client}. Il est confirmé et figure dans votre agenda.`,
    },
    moved: {
      subject: (client, what) => `Déplacé : ${client}, ${what}`,
      lead: (client) =>
        `${client} a choisi un autre horaire pour le rendez-vous. Votre agenda est déjà à jour.`,
    },
    requestMoved: {
      subject: (client, what) => `Demande déplacée : ${client}, ${what}`,
      lead: (client) => `${client} a choisi un autre horaire pour sa demande.`,
    },
    accepted: {
      subject: (client, what) => `D’accord : ${client}, ${what}`,
      lead: (client) =>
        `${client} accepte l’horaire proposé. Le rendez-vous est confirmé, et votre agenda est déjà à jour.`,
    },
    proposalExpired: {
      subject: (client, what) => `Sans réponse : ${client}, ${what}`,
      lead: (client) =>
        `${client} n’a pas répondu à l’horaire proposé. La demande a expiré, et l’horaire est de nouveau libre.`,
    },
    cancelled: {
      subject: (client, what) => `Annulé : ${client}, ${what}`,
      lead: (client) => `${client} a annulé le rendez-vous. L’horaire est de nouveau libre.`,
    },
    withdrawn: {
      subject: (client, what) => `Demande retirée : ${client}, ${what}`,
      lead: (client) => `${client} a retiré sa demande. L’horaire est de nouveau libre.`,
    },
    overlap: {
      subject: (client, what) => `À vérifier : ${client}, ${what}`,
      lead: (client) =>
        `La réservation ${de(client)} a été prise pendant que votre agenda ne répondait pas. Il répond maintenant, et l’horaire n’y est pas libre.`,
    },
    trouble: {
      subject: (client, what) => `À vérifier : ${client}, ${what}`,
      lead: (client) =>
        `Ce qui a été changé dans l’agenda pour ${client} ne peut pas être suivi tout seul. Rien n’est perdu, et la réservation reste telle quelle jusqu’à votre décision.`,
    },
  },
  artistNext: {
    answerBy: (when) =>
      `Sans réponse, elle expire le ${when}. Vous pouvez aussi répondre dans votre agenda : enlevez « REQUEST: » du titre pour confirmer, déplacez l’événement, ou supprimez-le pour refuser.`,
    unverified:
      'À vérifier d’abord : votre agenda n’était pas joignable à ce moment-là, l’horaire y est peut-être déjà pris.',
    alternative: 'Pour lui donner son autre horaire, déplacez-y la demande.',
    note: 'Son message :',
  },
  calendar: {
    request: (service, artist) => `Demande (non confirmée) : ${service} avec ${artist}`,
    unconfirmed: 'C’est une demande ; elle n’est pas encore confirmée.',
    unread: 'Les réponses données dans un agenda ne sont pas lues ici.',
  },
};
