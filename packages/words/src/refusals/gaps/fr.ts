import type { ProviderGap } from '../given.ts';

/** What of an event cannot be said to a provider, and what can be done instead. */
export const GAPS: Readonly<Record<ProviderGap, readonly [what: string, instead: string]>> = {
  unreadable: ['Ce n’est pas un événement complet.', 'Créez l’événement à nouveau.'],
  'no-master': ['Il contient des dates d’une série qui n’est pas là.', 'Faites-en des événements simples.'],
  'own-zone': [
    'Il est dans un fuseau horaire à lui.',
    'Choisissez un fuseau qui a un nom, comme Europe/Zurich.',
  ],
  'this-and-future': [
    'Une de ses dates change toutes les suivantes.',
    'Modifiez plutôt « celle-ci et les suivantes », ce qui fait une deuxième série.',
  ],
  floating: ['Ses heures n’ont pas de fuseau horaire.', 'Donnez-lui un fuseau horaire.'],
  instance: ['Il change une date que la série n’a pas.', 'Faites de cette date un événement simple.'],
  'several-rules': ['Il suit plusieurs règles à la fois.', 'Faites une série pour chacune.'],
  'added-dates': ['Il a des dates en plus de sa règle.', 'Faites des dates ajoutées des événements simples.'],
  'excluding-rule': ['Une règle en retire des dates.', 'Retirez ces dates une à une.'],
  frequency: ['Il se répète au cours de la journée.', 'Faites une série quotidienne pour chaque heure.'],
  parts: [
    'Il suit les semaines ou les jours de l’année, ou des heures.',
    'Choisissez des jours de la semaine ou du mois.',
  ],
  'several-days': [
    'Il se répète plusieurs jours du mois, ou plusieurs mois.',
    'Faites une série pour chaque jour, ou pour chaque mois.',
  ],
  'end-of-month': [
    'Il se répète un jour que tous les mois n’ont pas.',
    'Choisissez le dernier jour du mois, ou un jour avant le 29.',
  ],
  position: [
    'Il se répète à un rang qui n’y a pas de nom.',
    'Choisissez du premier au quatrième, ou le dernier.',
  ],
  'two-ends': ['Sa règle a deux fins.', 'Choisissez une dernière date ou un nombre de fois.'],
  start: ['Sa première date n’est pas une date de sa règle.', 'Commencez la série à une date de sa règle.'],
  'no-length': ['Il n’a pas de durée.', 'Donnez-lui une fin.'],
  'too-long': ['Il est trop long.', 'Raccourcissez ses notes ou retirez des pièces jointes.'],
  restored: [
    'Il remet une date qui avait été retirée de la série.',
    'Créez un événement simple à cette date : elle ne peut pas revenir dans la série chez le fournisseur.',
  ],
  guests: [
    'Ses invités recevraient aussitôt un message.',
    'Modifiez-le dans l’agenda du fournisseur, où l’on voit à qui il écrit.',
  ],
  'meeting-note': [
    'Sa note contient l’accès à la réunion en ligne.',
    'Modifiez la note dans l’agenda du fournisseur, qui garde cet accès.',
  ],
};

type Beyond = `beyond-${ProviderGap}`;

/** The same of a write that the provider was to have, by the kinds of its failures. */
export const beyond = Object.fromEntries(
  Object.entries(GAPS).map(([gap, [what, hint]]) => [
    `beyond-${gap}`,
    { message: `Le fournisseur ne peut pas garder cet événement tel quel. ${what}`, hint },
  ]),
) as Record<Beyond, { readonly message: string; readonly hint: string }>;
