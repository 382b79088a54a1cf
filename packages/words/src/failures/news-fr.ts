import type { Words } from '../words.ts';
import type * as en from './news-en.ts';

export const newsFailures: Words<typeof en.newsFailures> = {
  forbidden: {
    message: 'Le site ne montre ce flux qu’aux membres, ou aux navigateurs.',
    hint: 'Cherchez-en un public.',
  },
  'not-found': {
    message: 'Il n’y a pas de flux à cette adresse (ou plus).',
    hint: 'Cherchez sur le site où il est maintenant, et ajoutez cette adresse.',
  },
  'wrong-service': {
    message: 'Il n’y a pas de flux à cette adresse.',
    hint: 'Ajoutez l’adresse de la page : ses flux sont cherchés.',
  },
  'too-large': {
    message: 'Ce flux est trop grand pour être lu.',
    hint: 'Beaucoup de sites en ont un plus court, d’un seul sujet.',
  },
};
