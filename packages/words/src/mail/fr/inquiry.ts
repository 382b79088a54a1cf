import { de } from '../../elision.ts';
import type { Words } from '../../words.ts';
import type * as en from '../en/inquiry.ts';

export const inquiry: Words<typeof en.inquiry> = {
  anyArtist: 'le studio',
  sessionName: (number, of) => (of === 1 ? 'Séance de tatouage' : `Séance de tatouage ${number} sur ${of}`),
  toClient: {
    received: {
      subject: () => 'Votre idée est bien arrivée',
      lead: (artist) => `Merci. Votre idée a été transmise (${artist}). Rien n’est encore réservé.`,
    },
    offered: {
      subject: (artist) => `${artist} : réponse à votre idée`,
      lead: (artist) => `Votre idée a été étudiée. Voici ce que propose ${artist} :`,
    },
    offeredAgain: {
      subject: (artist) => `${artist} : nouvelles dates`,
      lead: (artist) => `Voici d’autres dates que propose ${artist} :`,
    },
    declined: {
      subject: () => 'À propos de votre idée',
      lead: (artist) => `Nous regrettons de ne pas pouvoir réaliser votre idée (${artist}).`,
    },
    expired: {
      subject: () => 'Votre idée est restée sans réponse',
      lead: (artist) =>
        `Nous regrettons : votre idée n’a pas reçu de réponse à temps (${artist}) et elle a expiré.`,
    },
    lapsed: {
      subject: () => 'Les dates proposées ont expiré',
      lead: (artist) =>
        `Aucune des dates proposées n’a été choisie (${artist}) ; elles ont expiré. Les rendez-vous déjà pris sont maintenus.`,
    },
  },
  facts: {
    quote: 'Prix : ',
    deposit: 'Acompte : ',
    session: (number, length) => `Séance ${number} (${length}) :`,
    noTimes: 'Les dates suivront.',
  },
  length: (hours, minutes) =>
    [hours === 0 ? '' : `${hours} h`, minutes === 0 ? '' : `${minutes} min`]
      .filter((part) => part !== '')
      .join(' '),
  message: (artist) => `${artist} vous écrit :`,
  next: {
    answerBy: (when) => `Vous recevrez une réponse par e-mail, au plus tard le ${when}.`,
    chooseBy: (when) =>
      `Ces dates ne vous sont pas réservées : la première personne qui choisit les obtient. Vous pouvez choisir jusqu’au ${when}.`,
    again: 'Vous pouvez volontiers nous écrire de nouveau :',
    notYou: 'Ce n’était pas vous ? Le lien ci-dessus permet de retirer l’idée.',
  },
  links: {
    see: 'La voir ou la retirer :',
    choose: 'Choisir une date :',
    answer: 'Y répondre dans Atelier :',
    look: 'La voir dans Atelier :',
  },
  toStudio: {
    asked: {
      subject: (client) => `Idée : ${client}`,
      lead: (client) => `${client} décrit une idée et attend une réponse.`,
    },
    withdrawn: {
      subject: (client) => `Idée retirée : ${client}`,
      lead: (client) => `${client} a retiré son idée. Il n’y a plus rien à faire.`,
    },
    lapsed: {
      subject: (client) => `Aucune date choisie : ${client}`,
      lead: (client) =>
        `${client} n’a choisi aucune des dates à temps ; elles ont expiré. Vous pouvez en proposer d’autres.`,
    },
    expired: {
      subject: (client) => `Idée sans réponse : ${client}`,
      lead: (client) =>
        `L’idée ${de(client)} a attendu trop longtemps et a expiré ; un message le lui a dit. Vous pouvez encore y répondre.`,
    },
  },
  idea: {
    text: 'L’idée :',
    placement: 'Emplacement : ',
    size: 'Taille : ',
    style: 'Style : ',
    budget: 'Budget : ',
    preferredDays: 'Jours souhaités : ',
    images: (count) => (count === 1 ? 'Une image l’accompagne.' : `${count} images l’accompagnent.`),
    email: 'E-mail : ',
    phone: 'Téléphone : ',
    anybody: 'Elle s’adresse à tout le studio : qui répond en premier la prend.',
  },
};
