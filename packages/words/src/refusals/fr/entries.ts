import { says } from '../../sentence.ts';
import { spanIn } from '../../spoken.ts';
import type { Words } from '../../words.ts';
import type * as en from '../en/entries.ts';

export const entries: Words<typeof en.entries> = {
  'entry-deleted-there': () =>
    says(
      'L’événement a été supprimé dans l’agenda, et la réservation déplacée ou confirmée ici entre-temps. La réservation tient ; annulez-la, ou faites réécrire l’événement.',
    ),
  'entry-moved-twice': () =>
    says(
      'La réservation a été déplacée ici, et l’événement à une autre heure dans l’agenda. La réservation garde l’heure d’ici ; choisissez laquelle vaut.',
    ),
  'entry-all-day': () =>
    says(
      'L’événement a été mis sur toute la journée dans l’agenda, ce qui n’est pas l’heure d’un rendez-vous. La réservation garde son heure ; fixez-en une dans l’agenda ou ici.',
    ),
  'entry-recurring': () =>
    says(
      'L’événement a été rendu récurrent dans l’agenda ; une réservation est un seul rendez-vous. Elle garde son heure ; retirez la répétition et faites d’autres réservations pour le reste.',
    ),
  'entry-no-length': () =>
    says(
      'L’événement n’a plus de durée dans l’agenda. La réservation garde son heure ; fixez une fin après le début.',
    ),
  'entry-request-again': () =>
    says(
      '« REQUEST: » a été remis devant une réservation confirmée, et le client le sait. Elle reste confirmée ; annulez-la si elle ne doit pas avoir lieu.',
    ),
  'entry-unclear-title': () =>
    says(
      'Le titre a été changé dans l’agenda et ne montre pas si la demande est confirmée. C’est encore une demande ; confirmez-la ou refusez-la.',
    ),
  'entry-over': () =>
    says(
      'L’événement a été changé dans l’agenda après la fin de la réservation. Elle reste telle quelle ; faites-en une nouvelle, ou supprimez l’événement.',
    ),
  'entry-unknown': () =>
    says('Ce qui a été changé dans l’agenda ne peut pas être suivi. La réservation reste telle qu’ici.'),
  'event-masked': () =>
    says(
      'Cet événement est confidentiel pour le propriétaire de l’agenda. Seule une partie en est montrée ici, et le reste serait perdu. Rien n’a été modifié.',
      'Demandez à son propriétaire de le modifier.',
    ),
  'event-damaged': () =>
    says(
      'Certaines lettres de cet événement sont abîmées, et l’enregistrer l’abîmerait pour tout le monde. Rien n’a été modifié.',
      'Modifiez-le avec l’application qui l’a créé, ou supprimez-le.',
    ),
  'series-unclear': () =>
    says(
      'Une série de votre agenda se répète selon une règle illisible et occupe peut-être cette heure. Regardez dans votre agenda avant de confirmer.',
    ),
  overlap: (span) =>
    says(
      `L’agenda répond de nouveau, et autre chose s’y trouve : ${spanIn('fr', span)}. La réservation a été prise pendant qu’il ne répondait pas. Rien n’a été modifié ; déplacez-la, ou faites de la place.`,
    ),
};
