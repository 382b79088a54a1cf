import { says } from '../../sentence.ts';
import { waitIn } from '../../spoken.ts';
import type { Words } from '../../words.ts';
import type * as en from '../en/asking.ts';

const SAFE = 'Ce que vous avez écrit est conservé.';

export const asking: Words<typeof en.asking> = {
  'too-often': ({ seconds }) =>
    says(
      'Trop de demandes sont venues d’ici en peu de temps.',
      `${SAFE} Réessayez dans ${waitIn('fr', seconds)}.`,
    ),
  'too-many-open': () =>
    says(
      'Trop de demandes attendent une réponse, ou ont été faites en peu de temps. Rien n’a été envoyé.',
      `${SAFE} Attendez une réponse, réessayez plus tard, ou écrivez au studio.`,
    ),
  'filled-by-program': () =>
    says(
      'Le formulaire semblait rempli par un programme. Rien n’a été envoyé.',
      `${SAFE} Veuillez l’envoyer encore une fois.`,
    ),
  'proof-missing': () =>
    says(
      'La preuve de travail manque. Rien n’a été envoyé.',
      'Résolvez GET /api/v1/challenge et envoyez la solution comme « proof ».',
    ),
  'proof-lapsed': () =>
    says(
      'La vérification de votre navigateur a expiré. Rien n’a été envoyé.',
      `${SAFE} Veuillez envoyer encore une fois.`,
    ),
  'proof-spent': () =>
    says(
      'La vérification de votre navigateur a déjà servi. Rien n’a été envoyé.',
      `${SAFE} Veuillez envoyer encore une fois.`,
    ),
};
