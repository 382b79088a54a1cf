import type { Words } from '../../words.ts';
import type * as en from '../en/failures.ts';

export const refusal: Words<typeof en.refusal> = {
  invalid: 'Cela ne peut pas être juste.',
  forbidden: 'Vous n’avez pas le droit de faire cela.',
  'not-found': 'Ce n’est plus là.',
  conflict: 'Cela se heurte à ce qui existe déjà.',
  unverified: 'Un agenda ne répond pas : cela n’a pas pu être vérifié.',
  mismatch: 'Cela ne correspond pas à ce qui a été envoyé avant.',
  'too-many': 'Trop à la fois. Attendez un instant et réessayez.',
  provider: 'Le fournisseur a refusé ou n’a pas répondu.',
  offline: 'Atelier ne répond pas.',
  offlineHint: 'Vérifiez votre connexion ; rien n’a été modifié.',
  unforeseen: 'Quelque chose s’est mal passé ; rien n’a été modifié.',
};
