import { de } from '../../../elision.ts';
import type { Words } from '../../../words.ts';
import type * as en from '../../en/agenda/grid.ts';

export const grid: Words<typeof en.grid> = {
  cells: 'Jours et heures',
  times: ({ day, start, end }) => `${day}, de ${start} à ${end}`,
  overDays: ({ day, start, last, end }) => `${day}, ${start}, jusqu’au ${last}, ${end}`,
  wholeDay: ({ day }) => `${day}, toute la journée`,
  days: ({ first, last }) => `du ${first} au ${last}, toute la journée`,
  dayStop: ({ day, count }) =>
    count === 0
      ? `${day}, aucun événement`
      : count === 1
        ? `${day}, ${count} événement`
        : `${day}, ${count} événements`,
  freeStop: ({ day, time }) => `${day}, ${time}, libre`,
  busyStop: ({ day, time, titles }) => `${day}, ${time} : ${titles}`,
  restored: ({ when }) => `Rétabli : ${when}`,
  copied: ({ title }) => `${title} est copié. Collez-le où vous en voulez un autre.`,
  newEvent: 'Nouvel événement',
};

export const artistDay: Words<typeof en.artistDay> = {
  none: 'Pas encore d’artiste à voir ici',
  noneHint: 'Qui peut être réservé a sa colonne. Un admin ajoute les artistes sous Studio.',
  explain: ({ name }) => `Pourquoi une heure ${de(name)} est-elle fermée ?`,
  request: 'Demande',
  openRequest: 'Tout voir',
  answerFirst: 'C’est une demande : répondez-y d’abord.',
  held: 'En cours',
  holdOf: ({ name, from, to, until }) =>
    `${name} : quelqu’un réserve de ${from} à ${to} ; l’heure est gardée jusqu’à ${until}.`,
  beyondDay: 'Il dépasse ce jour : déplacez-le dans la semaine.',
};
