import { de } from '../../elision.ts';
import { failures } from '../../failures/fr.ts';
import { knownFailure } from '../../failures/known-failure.ts';
import { says } from '../../sentence.ts';
import type { Words } from '../../words.ts';
import type * as en from '../en/calendars.ts';

export const calendars: Words<typeof en.calendars> = {
  'no-calendar': () => says('Cet agenda n’existe pas (ou plus).'),
  'no-calendar-or-connection': () => says('Cet agenda ou ce compte n’existe pas (ou plus).'),
  'calendar-not-yours': () => says('Cet agenda est à quelqu’un d’autre.'),
  'calendar-read-only': ({ name }) =>
    says(
      `« ${name} » ne peut être que lu ; rien n’a été modifié.`,
      'Demandez le droit d’écrire à son propriétaire, ou choisissez un autre agenda.',
    ),
  'calendar-gone': ({ name }) =>
    says(
      `« ${name} » n’est plus chez son fournisseur.`,
      'Choisissez un autre agenda, ou voyez sa connexion.',
    ),
  'calendar-not-followed': () =>
    says('Cet agenda n’est pas synchronisé avec un fournisseur.', 'Choisissez-le d’abord sous Connexions.'),
  'password-refused': () =>
    says(
      'Le serveur n’admet plus ce compte ; plus rien ne lui est demandé.',
      'Saisissez un nouveau mot de passe d’application, ou reconnectez-vous chez le fournisseur.',
    ),
  'calendar-at-provider': () =>
    says('Cet agenda est tenu chez son fournisseur.', 'Cessez plutôt de le synchroniser.'),
  'calendar-holds-bookings': ({ name, artist }) =>
    says(
      `« ${name} » contient les réservations ${de(artist)}. Rien n’a été supprimé.`,
      'Choisissez un autre agenda pour les nouvelles réservations, et attendez la fin de celles qui y sont.',
    ),
  'account-holds-bookings': ({ name, artist }) =>
    says(
      `« ${name} » contient les réservations ${de(artist)}. Rien n’a été retiré.`,
      'Choisissez un autre agenda pour les nouvelles réservations, et attendez la fin de celles qui sont dans ce compte.',
    ),
  'calendar-holds-events': ({ name, count }) =>
    says(
      `« ${name} » contient ${count === 1 ? 'un événement' : `${count} événements`}, sans autre copie. Rien n’a été supprimé.`,
      'Exportez-le d’abord s’il peut resservir ; puis supprimez-le avec ses événements.',
    ),
  'calendar-interval': () => says('L’intervalle va de 1 minute à 24 heures.'),
  'calendar-name': () => says('Un agenda a besoin d’un nom, sur une ligne.'),
  'nobody-with-email': () => says('Personne ici n’a cette adresse e-mail.'),
  'nothing-held': () => says('Plus rien n’est retenu.', 'L’agenda a de nouveau paru complet de lui-même.'),
  'account-empty': () =>
    says(
      'Le compte répond, mais n’a pas d’agenda pour des événements.',
      'Créez-en un là-bas, puis connectez de nouveau.',
    ),
  'account-connected': ({ name }) => says('Ce compte est déjà connecté.', `Il figure sous « ${name} ».`),
  'account-without-password': ({ name }) =>
    says(
      `« ${name} » n’a pas de mot de passe ici : quelqu’un s’est connecté chez son fournisseur.`,
      'Connectez-vous-y de nouveau, par le bouton du compte à la page Connexions.',
    ),
  'no-connection': () => says('Cette connexion n’existe pas (ou plus).'),
  'calendar-stays-private': () =>
    says(
      'Votre agenda privé n’est que pour vous.',
      'Créez un autre agenda pour ce que d’autres doivent voir.',
    ),
  'private-elsewhere': ({ name }) =>
    says(`Votre agenda privé est déjà chez un fournisseur : « ${name} ».`, 'Chacun en a un seul.'),
  'private-not-there': ({ name }) =>
    says(
      `« ${name} » ne peut pas être votre agenda privé.`,
      'Il en faut un à vous, chez un fournisseur, dans lequel vous pouvez écrire.',
    ),
  'private-not-read': ({ name }) =>
    says(
      `« ${name} » n’a pas encore été lu jusqu’au bout : rien n’a été déplacé.`,
      'Tenez-le à jour, attendez qu’il le soit, puis réessayez.',
    ),
  'private-shared': ({ name }) =>
    says(`« ${name} » est partagé avec d’autres ici.`, 'Retirez d’abord les partages, puis réessayez.'),
  'private-calendar-stays': () =>
    says(
      'Chacun garde son agenda privé. Rien n’a été supprimé.',
      'Ses événements peuvent être supprimés un à un.',
    ),
  'private-cannot-receive': () =>
    says(
      'Un agenda privé ne peut pas recevoir de réservations : le studio ne le voit pas.',
      'Choisissez un autre agenda.',
    ),
  'calendar-is-theirs': () => says('Cet agenda est déjà le sien.'),
  'no-such-reader': () => says('Cette personne ou ce groupe n’existe pas (ou plus).'),
  'no-group': () => says('Ce groupe n’existe pas (ou plus).'),
  'group-name': ({ most }) =>
    says(`Un groupe a besoin d’un nom, de ${most} caractères au plus et sur une ligne.`),
  'no-feed': () => says('Cette adresse n’existe pas, ou plus.'),
  'feeds-many': ({ most }) =>
    says(`Cet agenda a déjà ${most} adresses.`, 'Révoquez-en une dont personne ne se sert plus.'),
  'provider-failed': ({ kind, message, hint }) => {
    const known = knownFailure(failures, kind) ?? { message, hint };
    return says(known.message, known.hint);
  },
};
