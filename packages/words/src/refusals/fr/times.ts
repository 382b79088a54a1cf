import { says } from '../../sentence.ts';
import type { Words } from '../../words.ts';
import type * as en from '../en/times.ts';
import type { TimeReason } from '../given.ts';

const TIME: Readonly<Record<TimeReason, string>> = {
  CLOSED: 'Le studio n’est pas ouvert à ce moment-là.',
  OFFGRID: 'Aucun rendez-vous ne commence à cette minute.',
  BUSY: 'Cette heure est prise.',
  BUFFER: 'Cette heure est trop près d’un autre rendez-vous.',
  NOTICE: 'Cette heure est trop proche pour être réservée.',
  HORIZON: 'Cette date est trop lointaine pour être réservée.',
  LIMIT: 'Cette journée est complète.',
  HELD: 'Quelqu’un d’autre est en train de réserver cette heure.',
};

export const times: Words<typeof en.times> = {
  'time-unavailable': ({ reason }) => says(TIME[reason]),
  'time-unavailable-stands': ({ reason }) => says(TIME[reason], 'Votre réservation reste comme elle était.'),
  'time-claimed': () => says('Cette heure est prise par une autre réservation. Rien n’a été modifié.'),
  'calendar-busy': () =>
    says(
      'Autre chose figure dans l’agenda de l’artiste à cette heure. Rien n’a été modifié.',
      'Choisissez une autre heure, ou faites d’abord de la place dans l’agenda.',
    ),
  'calendar-changed': () =>
    says(
      'L’artiste vient de changer ce rendez-vous dans son agenda. Rien n’a été modifié ici.',
      'Regardez-le de nouveau dans un instant, puis décidez.',
    ),
  'calendar-silent': () =>
    says(
      'L’agenda de l’artiste ne répond toujours pas : personne ne sait si cette heure y est libre. Rien n’a été modifié.',
      'Regardez vous-même dans l’agenda, puis acceptez quand même, ou réessayez dans quelques minutes.',
    ),
  'calendar-silent-move': () =>
    says(
      'L’agenda de l’artiste ne répond pas en ce moment : la nouvelle heure n’a pas pu être vérifiée. Votre rendez-vous reste tel quel.',
      'Veuillez réessayer dans quelques minutes.',
    ),
  'calendar-silent-accept': () =>
    says(
      'L’agenda de l’artiste ne répond pas en ce moment : cette heure n’a pas pu être revérifiée. Elle vous reste gardée.',
      'Veuillez réessayer dans quelques minutes.',
    ),
  'not-a-time': () => says('Ceci n’est pas une heure.'),
  'second-choice-impossible': ({ days }) =>
    says(
      'L’autre heure qui vous conviendrait ne peut pas être réservée.',
      `Choisissez-en une dans les ${days} prochains jours, ou laissez-la de côté.`,
    ),
  'second-choice-overlaps': () =>
    says(
      'Votre second choix chevauche le premier. Rien n’a été envoyé.',
      'Choisissez-en un qui en soit séparé, ou laissez-le de côté.',
    ),
  'hold-gone': () =>
    says('Cette heure n’est plus gardée.', 'Ce que vous avez écrit est toujours là ; choisissez une heure.'),
  'hold-longest': () =>
    says(
      'Cette heure ne peut pas être gardée plus longtemps.',
      'Envoyez votre demande, ou choisissez-la de nouveau plus tard.',
    ),
  'holds-many': () =>
    says(
      'Plusieurs heures sont déjà gardées pour votre adresse.',
      'Libérez-en une, ou envoyez le formulaire sans garder l’heure : elle est vérifiée à ce moment-là.',
    ),
  'watchers-many': () =>
    says('Trop de monde regarde les heures libres en ce moment.', 'Réessayez dans une minute.'),
  'pages-many': () =>
    says(
      'Trop de pages en direct sont ouvertes d’ici.',
      'Fermez-en quelques-unes, puis rechargez cette page.',
    ),
};
