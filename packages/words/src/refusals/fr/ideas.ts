import { says } from '../../sentence.ts';
import type { Words } from '../../words.ts';
import type * as en from '../en/ideas.ts';
import type { IdeaEnd, IdeaField } from '../given.ts';

const IDEA_ENDED: Readonly<Record<IdeaEnd, string>> = {
  DECLINED: 'L’artiste a décliné cette idée.',
  WITHDRAWN: 'Cette idée a été retirée.',
  EXPIRED: 'Cette idée a expiré.',
  CLOSED: 'Cette idée est close.',
};

const FIELDS: Readonly<Record<IdeaField, string>> = {
  placement: 'L’emplacement',
  size: 'La taille',
  style: 'Le style',
  budget: 'Le budget',
  preferredDays: 'Ce que vous dites des jours',
  quote: 'Le devis',
  deposit: 'L’acompte',
};

export const ideas: Words<typeof en.ideas> = {
  'idea-missing': () => says('Veuillez dire en quelques mots ce que vous avez en tête.'),
  'idea-line-long': ({ field, most }) => says(`${FIELDS[field]} : au plus ${most} caractères.`),
  'no-ideas-taken': () => says('Cet artiste ne prend pas d’idées en ce moment.', 'Choisissez-en un autre.'),
  'idea-link-opens-nothing': () =>
    says('Ce lien ne mène à rien.', 'Utilisez le lien entier du dernier e-mail, ou écrivez au studio.'),
  'idea-changed': () => says('Cette idée a changé entre-temps.', 'Regardez-la de nouveau, puis décidez.'),
  'idea-not-allowed': () => says('Vous ne pouvez pas faire cela avec l’idée. Rien n’a été modifié.'),
  'idea-not-answered': () => says('Personne n’a encore répondu à cette idée. Rien n’a été modifié.'),
  'idea-answered': () =>
    says('Cette idée a reçu une réponse entre-temps. Rien n’a été modifié ; proposez d’autres heures.'),
  'idea-booked': () => says('Il y a déjà un rendez-vous pour cela, et il tient. Annulez-le d’abord.'),
  'idea-over': ({ state }) => says(`${IDEA_ENDED[state]} Rien n’a été modifié.`),
  'idea-times-lapsed': () =>
    says('Ces heures ont expiré. Rien n’a été réservé.', 'Écrivez au studio, qui en proposera d’autres.'),
  'idea-artist-away': () =>
    says(
      'Cet artiste ne prend pas de réservation en ce moment. Rien n’a été réservé.',
      'Écrivez au studio, qui en proposera d’autres.',
    ),
};
