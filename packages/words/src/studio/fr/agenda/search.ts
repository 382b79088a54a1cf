import type { StudioWords } from '../../en.ts';

export const search: StudioWords['search'] = {
  title: 'Recherche',
  open: 'Chercher des événements',
  label: 'Titre, lieu, notes ou personnes',
  hint: 'Pour préciser : calendrier:Léa · avec:Ana · lieu:"Studio 2" · après:mars · avant:1.6.2027',
  ahead: 'À venir',
  over: 'Passés',
  none: 'Rien trouvé. Chaque mot doit figurer dans l’événement, où que ce soit.',
  found: ({ count }) => (count < 2 ? `${count} événement` : `${count} événements`),
  more: 'De très nombreux événements contiennent ces mots : voici ceux proches d’aujourd’hui. Un mot de plus en trouve moins.',
  next: 'Résultat suivant',
  previous: 'Résultat précédent',
  repeats: 'se répète',
};
