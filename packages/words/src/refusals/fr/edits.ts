import { says } from '../../sentence.ts';
import type { Words } from '../../words.ts';
import type * as en from '../en/edits.ts';
import { GAPS } from '../gaps/fr.ts';

const KEPT = 'Il a été laissé tel quel ; modifiez-le dans le programme qui l’a créé.';

export const edits: Words<typeof en.edits> = {
  'edit-not-one-entry': () => says('Ce n’est pas une entrée d’agenda unique.', KEPT),
  'edit-incomplete': () => says('Le texte de cet événement est incomplet.', KEPT),
  'edit-without-event': () => says('Cette entrée d’agenda ne contient aucun événement.', KEPT),
  'edit-without-start': () => says('Cet événement ne dit pas quand il commence.', KEPT),
  'edit-parts-alike': () =>
    says('Les parties de cet événement ne se distinguent pas l’une de l’autre.', KEPT),
  'edit-several-events': () =>
    says('Plusieurs événements différents se trouvent ici dans une seule entrée d’agenda.', KEPT),
  'edit-shared-identity': () => says('Deux événements partagent ici la même identité.', KEPT),
  'edit-date-unreadable': () => says('Une date de cette série est illisible.', KEPT),
  'edit-rule-unreadable': () => says('La règle de cette série est illisible.', KEPT),
  'edit-rule-complex': () => says('La règle de cette série est trop complexe.', KEPT),
  'edit-rule-unsplittable': () => says('La règle de cette série ne peut pas être coupée en deux.', KEPT),
  'edit-too-many-exceptions': () => says('Cette série a trop d’exceptions.', KEPT),
  'edit-part-moved': () =>
    says(
      'Une partie de cette série a été déplacée d’une façon qui ne peut pas être modifiée avec le reste.',
      KEPT,
    ),
  'edit-later-moved': () =>
    says(
      'Toutes les occurrences suivantes ont été déplacées avec celle-ci, qui ne peut donc pas être modifiée seule.',
      KEPT,
    ),
  'edit-split-moved': () =>
    says(
      'Une partie de cette série a déjà été déplacée par un autre programme, elle ne peut donc pas être coupée.',
      KEPT,
    ),
  'edit-not-of-rule': () =>
    says('Cette occurrence ne vient pas de la règle, la série ne peut donc pas être coupée ici.', KEPT),
  'edit-series-elsewhere': () => says('La série à laquelle cette occurrence appartient n’est pas ici.', KEPT),
  'edit-occurrence-not-found': () => says('Cette occurrence est introuvable dans le texte.', KEPT),
  'edit-no-occurrence': () =>
    says(
      'Cette occurrence ne fait plus partie de la série.',
      'Regardez de nouveau l’agenda avant de la modifier.',
    ),
  'edit-unknown-zone': ({ zone }) => says(`Le fuseau horaire « ${zone} » n’existe pas.`),
  'edit-not-a-time': ({ text }) => says(`« ${text} » n’est ni une date ni une heure.`),
  'edit-kinds-mixed': () =>
    says('Le début et la fin doivent être tous deux des jours, ou tous deux des heures.'),
  'edit-end-first': () => says('Un événement ne peut pas finir avant de commencer.'),
  'edit-end-missing': () => says('Dites aussi quand cet événement finit.'),
  'edit-clocks-skip': () =>
    says(
      'Les horloges avancent à ce moment-là, cette heure n’existe donc pas.',
      'Choisissez-en une avant ou après.',
    ),
  'edit-rule-none': () => says('Ce n’est pas une règle de répétition.'),
  'edit-rule-every-second': () => says('Un événement ne peut pas se répéter chaque seconde.'),
  'edit-rule-within-day': () =>
    says('Un événement d’une journée entière ne peut pas se répéter dans la journée.'),
  'edit-rule-two-ends': () => says('Une règle finit après un nombre de fois ou à une date, pas les deux.'),
  'edit-rule-too-often': () => says('Cette règle répète l’événement trop souvent.'),
  'edit-rule-misfit': () => says('La règle de cette série ne convient pas à sa nouvelle heure.'),
  'edit-rule-of-one': () => says('Une seule occurrence ne peut pas avoir sa propre règle.'),
  'edit-nothing-left': () => says('Il ne resterait rien de cette série.', 'Supprimez-la plutôt.'),
  'edit-identity-missing': () => says('Il faut une identité à un événement.'),
  'edit-text-long': ({ most }) => says(`Ce texte est trop long : ${most} caractères au plus.`),
  'edit-control-characters': () =>
    says('Ce texte contient des caractères de contrôle qu’un agenda ne peut pas garder.'),
  'edit-not-web-address': () =>
    says('Ce n’est pas une adresse web. Elle commence par https:// et n’a pas d’espace.'),
  'event-beyond-provider': ({ provider, gap }) => {
    const [what, instead] = GAPS[gap];
    return says(
      `${provider} ne peut pas garder cet événement, donc rien n’a été enregistré. ${what}`,
      instead,
    );
  },
};
