import type { Words } from '../../words.ts';
import type * as en from '../en/offline.ts';

export const offline: Words<typeof en.offline> = {
  away: 'Hors ligne.',
  asOf: ({ age }) => `Vous voyez le studio tel qu’il était ${age}.`,
  newVersion: 'Une nouvelle version d’Atelier est là',
  newVersionHint: 'Rechargez quand cela vous convient ; ce que vous êtes en train d’écrire serait perdu.',
  reload: 'Recharger',
};
