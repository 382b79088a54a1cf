import { says } from '../../sentence.ts';
import { momentIn } from '../../spoken.ts';
import type { Words } from '../../words.ts';
import type * as en from '../en/offers.ts';
import type { TimeReason } from '../given.ts';

const WHY: Readonly<Record<TimeReason, string>> = {
  CLOSED: 'pas d’heure pareille ce jour-là',
  OFFGRID: 'pas à une minute entière',
  BUSY: 'prise',
  BUFFER: 'trop près d’un autre rendez-vous',
  NOTICE: 'passée',
  HORIZON: 'trop lointaine',
  LIMIT: 'journée complète',
  HELD: 'quelqu’un est en train de la réserver',
};

export const offers: Words<typeof en.offers> = {
  'sessions-overlap': () => says('Ces séances se chevaucheraient.'),
  'whole-minute': () => says('Un rendez-vous commence à une minute entière.'),
  'time-past': () => says('Cette heure est passée.', 'On peut noter au plus un jour en arrière.'),
  'date-far': () => says('Cette date est trop lointaine.'),
  'sessions-clocks-skip': ({ dates }) =>
    says(
      `Les horloges sautent cette heure le ${dates.join(', ')}. Rien n’a été réservé.`,
      'Choisissez une autre heure ou un autre rythme.',
    ),
  'sessions-count': ({ most }) => says(`Une série compte de 1 à ${most} séances.`),
  'sessions-apart': ({ most }) => says(`Les séances sont espacées de 1 à ${most} jours.`),
  'which-artist': () => says('Choisissez l’artiste de ce rendez-vous.'),
  'artist-without-calendar': () => says('Cet artiste n’a pas d’agenda pour les réservations.'),
  'date-shape': () => says('Les dates s’écrivent 2026-12-31.'),
  'dates-backwards': () => says('La dernière date précède la première.'),
  'days-many': ({ most }) => says(`Au plus ${most} jours à la fois.`),
  'no-idea': () => says('Cette idée n’existe pas (ou plus).'),
  'session-length': ({ least }) => says(`Une séance dure de ${least} minutes à un jour.`),
  'times-many': ({ most }) => says(`Au plus ${most} heures par séance.`),
  'offered-time-past': () => says('Une des heures est passée.', 'Retirez-la, puis envoyez de nouveau.'),
  'offered-time-far': () => says('Les heures sont dans les deux ans à venir.'),
  'work-sessions': ({ most }) => says(`Le travail compte de 1 à ${most} séances.`),
  'receives-nothing': ({ name }) =>
    says(
      `${name} n’a pas d’agenda qui reçoit les réservations. Rien n’a été envoyé.`,
      'Choisissez-en d’abord un dans les réglages du studio.',
    ),
  'no-times-offered': () => says('Proposez au moins une heure.'),
  'session-booked': ({ number }) =>
    says(
      `La séance ${number} a déjà son rendez-vous. Rien n’a été modifié.`,
      'Déplacez ce rendez-vous, ou proposez des heures pour la séance suivante.',
    ),
  'next-session': ({ number }) => says(`La prochaine séance porte le numéro ${number}.`),
  'idea-for-anyone': () =>
    says(
      'Cette idée s’adresse à tous les artistes. Rien n’a été modifié.',
      'Laissez-la à quelqu’un d’autre, ou demandez à l’accueil de la refuser.',
    ),
  'idea-taker': () => says('Veuillez dire quel artiste prend cette idée.'),
  'idea-not-for-them': () =>
    says('Vous ne pouvez pas prendre cette idée pour cet artiste. Rien n’a été modifié.'),
  'idea-taken': ({ name }) => says(`${name} a déjà pris cette idée. Rien n’a été modifié.`),
  'request-key': ({ most }) => says(`Une clé d’idempotence a de 1 à ${most} caractères visibles.`),
  'request-key-used': () =>
    says('Cette clé a servi à une autre demande.', 'Prenez une nouvelle clé pour une nouvelle demande.'),
  'sessions-not-free': ({ taken, more, zone }) => {
    const named = taken.map(({ at, reason }) => `${momentIn('fr', at, zone)} (${WHY[reason]})`);
    const rest = more === 0 ? '' : ` et ${more} autres`;
    return says(
      `Pas libre : ${named.join(' ; ')}${rest}. Rien n’a été réservé.`,
      'Choisissez une autre heure ou un autre rythme, ou faites d’abord de la place.',
    );
  },
};
