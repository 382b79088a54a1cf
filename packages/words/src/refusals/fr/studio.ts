import { says } from '../../sentence.ts';
import type { Words } from '../../words.ts';
import type * as en from '../en/studio.ts';

export const studio: Words<typeof en.studio> = {
  'no-artist': () => says('Cet artiste n’existe pas (ou plus).'),
  'artist-not-yours': () => says('Seul un admin ou l’artiste peut le modifier.'),
  'slug-taken': ({ slug }) =>
    says(`« ${slug} » est déjà l’adresse d’un autre artiste.`, 'Choisissez-en une autre.'),
  'slug-shape': () =>
    says('Une adresse a des minuscules, des chiffres et des traits d’union, par exemple lea-m.'),
  'artist-stays': () =>
    says(
      'Des réservations ou des idées de clients tiennent à cet artiste, qui reste donc.',
      'Rendez-le plutôt non réservable : plus rien n’est proposé.',
    ),
  'no-colleague': () => says('Cette personne n’est pas au studio.', 'Ajoutez-la d’abord.'),
  'no-service': () => says('Cette prestation n’existe pas (ou plus).'),
  'questions-many': ({ most }) => says(`Une prestation pose au plus ${most} questions.`),
  'question-id': () =>
    says('Chaque question a son propre identifiant, fait de lettres, de chiffres et de traits d’union.'),
  'no-chair': () => says('Ce fauteuil n’existe pas (ou plus).'),
  'chairs-many': ({ most }) => says(`Un studio a au plus ${most} fauteuils.`),
  'chair-stays': () =>
    says('Des réservations occupent ce fauteuil, qui reste donc.', 'Mettez-le plutôt hors service.'),
  'closure-order': ({ from, to }) =>
    says(`Une fermeture ne peut pas finir (${to}) avant de commencer (${from}).`),
  'closure-wrong': ({ most }) =>
    says(
      `Une fermeture a deux dates, et un motif d’au plus ${most} caractères.`,
      'Écrivez une date ainsi : 2026-12-24.',
    ),
  'no-closure': () => says('Cette fermeture n’existe pas (ou plus).'),
  'blocking-many': ({ most }) => says(`Au plus ${most} agendas bloquent un artiste.`),
  'no-named-calendar': ({ id }) => says(`L’agenda ${id} n’existe pas (ou plus).`),
  'calendar-not-theirs': ({ name }) => says(`« ${name} » est à quelqu’un d’autre ; un admin le choisit.`),
  'calendar-cannot-receive': ({ name }) =>
    says(
      `« ${name} » est en lecture seule et ne peut pas recevoir de réservations.`,
      'Choisissez un autre agenda.',
    ),
  'no-such-picture': () => says('Cette image n’existe pas (ou plus).'),
  'studio-name-missing': () => says('Il manque le nom du studio.'),
  'studio-zone-missing': () => says('Il manque le fuseau horaire du studio.'),
  'studio-phone': () =>
    says('Ce n’est pas un numéro de téléphone.', 'Il s’écrit par exemple +41 22 555 01 02.'),
  'studio-language': () => says('La langue est en ou fr.'),
  'studio-email': () => says('Ce n’est pas une adresse e-mail.', 'Elle s’écrit comme studio@example.org.'),
  'studio-url': () =>
    says('Ce n’est pas l’adresse d’un site.', 'Elle s’écrit comme https://book.example.org.'),
  'no-zone': ({ zone }) =>
    says(`« ${zone} » n’est pas un fuseau horaire.`, 'Un fuseau s’écrit comme Europe/Zurich.'),
};
