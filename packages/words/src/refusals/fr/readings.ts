import { says } from '../../sentence.ts';
import type { Words } from '../../words.ts';
import type * as en from '../en/readings.ts';

export const readings: Words<typeof en.readings> = {
  'read-too-large': () => says('Cet événement est trop grand pour être lu.'),
  'read-too-many-parts': () => says('Cet événement a trop de parties pour être lu.'),
  'read-empty': () => says('Cet événement est vide.'),
  'read-no-event': () => says('Cette entrée d’agenda ne contient aucun événement.'),
  'read-no-calendar': () => says('Ce n’est pas une entrée d’agenda.'),
  'read-without-start': () => says('Cet événement ne dit pas quand il commence.'),
  'read-reply': () =>
    says(
      'C’est la réponse d’un invité à une invitation, pas un événement : elle ne change rien dans un agenda.',
    ),
  'read-counter': () =>
    says(
      'C’est la proposition d’une autre heure par un invité, pas un événement : elle ne change rien dans un agenda.',
    ),
  'read-decline-counter': () =>
    says(
      'C’est la réponse d’un organisateur à une proposition, pas un événement : elle ne change rien dans un agenda.',
    ),
  'read-refresh': () =>
    says(
      'C’est la demande d’un invité pour la dernière version d’un événement, pas un événement : elle ne change rien dans un agenda.',
    ),
  'expand-too-complex': () => says('La règle de cette série est trop complexe pour être dépliée.'),
  'expand-rule-unreadable': () => says('La règle de cette série est illisible.'),
  'expand-ends-first': () => says('La règle de cette série finit avant que la série ne commence.'),
  'expand-all-excluded': () => says('Toutes les occurrences de cette série sont exclues.'),
  'import-empty': () => says('Il n’y a rien dans ce fichier.'),
  'import-no-event': () => says('Il n’y a aucun événement dans ce fichier.'),
  'import-letters': () =>
    says('Certains octets de cet événement ne sont pas des lettres ; enregistrez le fichier en UTF-8.'),
  'import-older-beside': () =>
    says(
      'Ce fichier contient une version plus ancienne d’un événement à côté d’une plus récente, qui a été prise.',
    ),
  'import-nothing-there': () =>
    says('Ce fichier annule un événement qui n’est pas dans cet agenda. Il n’y avait rien à libérer.'),
  'import-older': () =>
    says(
      'Ce fichier annule une version de l’événement plus ancienne que celle de cet agenda. Rien n’a été modifié.',
    ),
  'import-unclear': () =>
    says(
      'L’événement que ce fichier annule ne peut pas être démêlé ici. Rien n’a été modifié ; supprimez-le à la main.',
    ),
};
