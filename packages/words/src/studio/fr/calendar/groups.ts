import { que } from '../../../elision.ts';
import type { Words } from '../../../words.ts';
import type * as en from '../../en/calendar/groups.ts';

export const groups: Words<typeof en.groups> = {
  title: 'Groupes et missions',
  lead: 'Des personnes qui ont des agendas ensemble. Un agenda est partagé avec un groupe ; chaque membre le voit selon sa place.',
  add: 'Nouveau groupe',
  addLead: 'Une mission est un groupe pour un temps : une convention, un séjour d’artiste.',
  kind: 'Sorte',
  kinds: { group: 'Groupe', mission: 'Mission' },
  name: 'Nom',
  create: 'Créer',
  none: 'Il n’y a pas encore de groupe.',
  noneHint: 'Créez-en un pour une équipe, et partagez des agendas avec elle d’un coup.',
  noMembers: 'Personne n’en fait encore partie.',
  addMember: 'Ajouter quelqu’un',
  levels: { busy: 'Voit les heures occupées', read: 'Lit', write: 'Lit et écrit' },
  levelOf: ({ name }) => `Ce ${que(name)} peut faire ici`,
  takeOut: ({ name }) => `Retirer ${name}`,
  remove: ({ name }) => `Supprimer « ${name} »`,
  removeTitle: ({ name }) => `Supprimer « ${name} » ?`,
  removeLead: 'Ses agendas restent à leurs propriétaires ; ils ne sont plus partagés avec lui.',
  removeConfirm: 'Supprimer',
  members: ({ count }) => (count < 2 ? `${count} personne` : `${count} personnes`),
};
