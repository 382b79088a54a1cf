import type { Words } from '../../../words.ts';
import type * as en from '../../en/mailbox/client.ts';

export const mailClient: Words<typeof en.mailClient> = {
  title: 'Client',
  trust: {
    vouched: 'L’expéditeur est authentique : le domaine se porte garant de ce message.',
    disowned: 'Le domaine de cette adresse dit que le message ne vient pas de chez lui.',
  },
  elsewhere: ({ address }) => `Une réponse irait à un autre domaine : ${address}`,
  first: 'Le premier message de cette adresse.',
  otherAddresses: ({ name, addresses }) =>
    `Quelqu’un du nom de « ${name} » a réservé sous une autre adresse : ${addresses}`,
  none: 'Ni réservation ni idée sous cette adresse.',
  bookings: ({ count }) => (count < 2 ? `${count} réservation` : `${count} réservations`),
  ideas: ({ count }) => (count < 2 ? `${count} idée` : `${count} idées`),
  allBookings: 'Toutes',
  again: 'Réserver à nouveau',
  book: 'Réserver',
  mails: ({ count }) => (count < 2 ? `${count} message` : `${count} messages`),
  times: 'Proposer des heures',
  timesTitle: 'Répondre avec des heures libres',
  timesLead:
    'Choisissez les heures à proposer. Elles figurent dans votre réponse comme liens ; rien n’est gardé avant une réservation.',
  timesInsert: ({ count }) => (count < 2 ? `Répondre avec ${count} heure` : `Répondre avec ${count} heures`),
  timesTaken: ({ name }) => `Retirer ${name}`,
  timesText: ({ service, artist }) =>
    `Ces heures sont libres pour « ${service} » avec ${artist}. Choisissez-en une par son lien :`,
};
