import type { Words } from '../../words.ts';
import type * as en from '../en/offline.ts';

export const offline: Words<typeof en.offline> = {
  away: 'Hors ligne.',
  asOf: ({ age }) => `Vous voyez le studio tel qu’il était ${age}.`,
  unsent: ({ count }) =>
    count === 1
      ? `${count} modification attend et partira toute seule.`
      : `${count} modifications attendent et partiront toutes seules.`,
  unsentRefused: ({ count }) =>
    count === 1 ? `${count} modification a été refusée.` : `${count} modifications ont été refusées.`,
  showUnsent: 'Voir',
  changes: 'Modifications faites hors ligne',
  changesLead: 'Elles partent dans cet ordre dès que le serveur répond. Ce qui est refusé reste ici.',
  waits: 'En attente',
  refused: 'Refusée',
  discard: 'Abandonner',
  leaveUnsent: 'Se déconnecter et perdre ce qui n’est pas parti ?',
  leaveUnsentLead: ({ count }) =>
    count === 1
      ? `${count} modification faite hors ligne n’est que sur cet appareil.`
      : `${count} modifications faites hors ligne ne sont que sur cet appareil.`,
  newVersion: 'Une nouvelle version d’Atelier est là',
  newVersionHint: 'Rechargez quand cela vous convient ; ce que vous êtes en train d’écrire serait perdu.',
  reload: 'Recharger',
};
