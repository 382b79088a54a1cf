import { de } from '../../elision.ts';
import type { Words } from '../../words.ts';
import type * as en from '../en/manage.ts';

export const manage: Words<typeof en.manage> = {
  title: 'Votre réservation',
  lost: 'Ce lien ne mène à aucune réservation.',
  lostHint: 'Il a peut-être été coupé en route. Rouvrez le lien de l’e-mail.',
  states: {
    REQUESTED: 'Demande, pas encore confirmée',
    CONFIRMED: 'Confirmée',
    DECLINED: 'Refusée',
    EXPIRED: 'Restée sans réponse',
    PROPOSED: 'Une autre heure est proposée',
    WITHDRAWN: 'Retirée',
    CANCELLED: 'Annulée',
    COMPLETED: 'A eu lieu',
    NO_SHOW: 'Manquée',
  },
  next: {
    REQUESTED: ({ artist }) =>
      `${artist} regarde votre demande, et la réponse apparaîtra ici. Votre heure est gardée jusque-là.`,
    PROPOSED: ({ artist }) =>
      `${artist} propose cette heure. Elle est à vous dès que vous dites qu’elle vous convient.`,
    CONFIRMED: () => 'À bientôt. En cas d’empêchement, dites-le-nous au plus tôt.',
    DECLINED: () => 'L’heure est de nouveau libre. Vous pouvez volontiers en choisir une autre.',
    EXPIRED: {
      ARTIST: () =>
        'Personne n’a pu répondre à temps et l’heure est de nouveau libre. Vous pouvez refaire une demande.',
      CLIENT: () =>
        'L’heure proposée est restée sans réponse et est de nouveau libre. Vous pouvez refaire une demande.',
    },
    WITHDRAWN: () => 'Vous l’avez retirée et l’heure est de nouveau libre.',
    CANCELLED: () => 'L’heure est de nouveau libre. Vous pouvez volontiers en choisir une autre.',
    COMPLETED: () => 'Merci de votre visite.',
    NO_SHOW: () => 'Vous nous avez manqué. Prenez contact avec le studio.',
  },
  answerBy: ({ time }) =>
    `Vous aurez une réponse d’ici le ${time} ; sinon la demande expire et l’heure est libérée.`,
  proposedUntil: ({ time }) => `Elle vous est gardée jusqu’au ${time}.`,
  accept: 'Elle me convient',
  accepted: 'C’est entendu : votre rendez-vous est confirmé.',
  otherTime: 'Autre chose ?',
  unverified: 'Le studio vérifie cette heure à la main, car un calendrier ne répondait pas.',
  messageFrom: ({ artist }) => `Message ${de(artist)}`,
  what: 'Prestation',
  who: 'Artiste',
  secondChoice: 'Second choix',
  contact: 'Contact',
  note: 'Idée',
  sessions: 'Toutes les séances',
  change: 'Un changement ?',
  move: 'Choisir une autre heure',
  moveHeading: 'Choisir une nouvelle heure',
  moveHint: 'Votre heure actuelle reste la vôtre jusqu’à ce que la nouvelle soit certaine.',
  moveTo: ({ time }) => `Déplacer au ${time}`,
  moveChoose: 'Choisissez une heure, puis confirmez-la ici.',
  moved: ({ time }) => `Déplacée au ${time}.`,
  keepTime: 'Garder mon heure',
  present: 'votre heure',
  withdraw: 'Retirer la demande',
  cancel: 'Annuler le rendez-vous',
  withdrawAsk: 'Retirer cette demande ?',
  withdrawHint: 'L’heure est libérée tout de suite. C’est définitif, mais vous pourrez refaire une demande.',
  cancelAsk: 'Annuler ce rendez-vous ?',
  cancelHint: 'L’heure est libérée tout de suite. C’est définitif, mais vous pourrez réserver à nouveau.',
  keep: 'Garder',
  cutOff: ({ time }) => `Vous pouvez déplacer ou annuler vous-même jusqu’au ${time}.`,
  cutOffOver: 'Il est trop tard pour déplacer ou annuler ici.',
  another: 'Réserver une autre heure',
  artist: {
    title: ({ client }) => `Demande ${de(client)}`,
    by: ({ time }) => `Sans réponse, elle expire le ${time}.`,
    message: ({ client }) => `Message à ${client}`,
    messageHint: 'Il accompagne votre réponse.',
    approve: 'Accepter',
    decline: 'Refuser',
    declineAsk: 'Refuser cette demande ?',
    declineHint: ({ client }) => `L’heure est libérée et ${client} est averti par e-mail.`,
    decided: {
      CONFIRMED: {
        here: () => 'Vous avez accepté.',
        named: ({ who }) => `${who} a accepté.`,
        else: () => 'La demande a été acceptée.',
      },
      DECLINED: {
        here: () => 'Vous avez refusé.',
        named: ({ who }) => `${who} a refusé.`,
        else: () => 'La demande a été refusée.',
      },
    },
    told: {
      sent: ({ client }) => `${client} a été prévenu par e-mail.`,
      waiting: ({ client }) => `L’e-mail à ${client} attend d’être envoyé.`,
      unsent: ({ client }) =>
        `L’e-mail à ${client} n’a pas pu être envoyé. Prévenez cette personne vous-même.`,
    },
    over: {
      EXPIRED: () => 'Personne n’a répondu à temps. La demande a expiré.',
      WITHDRAWN: ({ client }) => `${client} a retiré la demande.`,
      CANCELLED: () => 'Ce rendez-vous a été annulé.',
      COMPLETED: () => 'Ce rendez-vous a eu lieu.',
      NO_SHOW: () => 'Ce rendez-vous est noté comme manqué.',
    },
    proposed: ({ client }) => `Cette heure a été proposée à ${client} ; la réponse n’est pas encore là.`,
    unverified: {
      REQUESTED:
        'Un calendrier ne répondait pas à l’arrivée de cette demande. Il est consulté de nouveau quand vous acceptez ; s’il ne répond toujours pas, c’est vous qui décidez.',
      CONFIRMED: 'Confirmé alors qu’un calendrier ne répondait pas. L’heure est revue dès qu’il répond.',
    },
    silentAsk: 'Le calendrier ne répond toujours pas. Accepter quand même ?',
    silentHint:
      'Personne ne peut voir si l’heure y est libre : regardez d’abord dans le calendrier. Dès qu’il répond l’heure est revue, et vous êtes averti si autre chose s’y trouve.',
    silentConfirm: 'Accepter quand même',
    theirZone: ({ time, client }) => `${time} pour ${client}`,
  },
};
