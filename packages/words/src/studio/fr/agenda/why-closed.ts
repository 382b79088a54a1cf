import { de } from '../../../elision.ts';
import type { StudioWords } from '../../en.ts';

export const whyClosed: StudioWords['whyClosed'] = {
  title: 'Pourquoi cette heure est-elle fermée ?',
  make: 'Nouvel événement ici',
  offered: 'Proposée aux clients.',
  outside: ({ hours }) => `En dehors des heures d’ouverture de ce jour : ${hours}.`,
  runsOver: ({ hours }) => `Cela dépasserait les heures d’ouverture : ${hours}.`,
  offGrid: ({ before, after }) =>
    `Les clients se voient proposer ${before} et ${after}, et rien entre les deux.`,
  named: ({ title }) => `« ${title} »`,
  kinds: {
    event: 'Un événement',
    requested: 'Une demande',
    confirmed: 'Un rendez-vous',
    held: 'Quelqu’un',
  },
  busy: ({ what, from, to }) => `${what}, de ${from} à ${to}, occupe cette heure.`,
  buffer: ({ what, from, to, length }) =>
    `${what}, de ${from} à ${to}, est trop proche : ${length} restent libres entre les deux.`,
  held: ({ from, to }) =>
    `Quelqu’un remplit le formulaire pour ${from} à ${to}. L’heure est gardée quelques minutes et peut revenir.`,
  chair: 'Aucun poste n’est libre à ce moment.',
  notice: ({ when }) => `Trop tôt : les clients peuvent réserver à partir ${de(when)}.`,
  past: 'Cette heure est passée.',
  horizon: ({ date }) => `Trop loin : les clients peuvent réserver jusqu’au ${date}.`,
  limit: ({ count }) =>
    count === 1 ? 'Ce jour a déjà son unique réservation.' : `Ce jour a déjà ses ${count} réservations.`,
};
