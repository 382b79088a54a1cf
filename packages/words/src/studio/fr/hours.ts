import { de } from '../../elision.ts';
import type { Words } from '../../words.ts';
import type * as en from '../en/hours.ts';

export const hours: Words<typeof en.hours> = {
  week: 'Semaine ordinaire',
  weekLead: ({ zone }) => `Heures ${de(zone)}. Une fin avant le début tombe le lendemain.`,
  closed: 'Fermé',
  open: 'Ouvrir',
  openOn: ({ day }) => `Ouvrir : ${day}`,
  addRangeTo: ({ day }) => `Ajouter des heures : ${day}`,
  fromOf: ({ day, number }) => `${day}, de (${number})`,
  toOf: ({ day, number }) => `${day}, à (${number})`,
  removeRange: ({ number, day }) => `Retirer les heures ${number} : ${day}`,
  nextDay: ({ time }) => `jusqu’à ${time} le lendemain`,
  overlap: 'Ces heures en chevauchent d’autres ce jour-là ; ensemble elles comptent pour une.',
  unreadable: 'Écrivez les heures comme 09:00 ou 17:30.',
  meetsEvening: 'La soirée d’avant déborde sur ces heures ; ensemble elles comptent pour une.',
  total: ({ length }) => `${length} par semaine`,
  copyFrom: ({ day }) => `Copier les heures : ${day}`,
  copyWorkdays: 'De lundi à vendredi',
  copyAll: 'Toute la semaine',
  copyTo: ({ day }) => `Vers ${day}`,
  overrides: 'Dates particulières',
  overridesLead: 'Elles remplacent la semaine ordinaire ce jour-là. Sans heures, la date est fermée.',
  noOverrides: 'Aucune date ne diffère.',
  addDate: 'Ajouter une date',
  thatDate: 'cette date',
  dateOf: ({ number }) => `Date ${number}`,
  removeDate: ({ day }) => `Retirer ${day}`,
  closures: 'Absences',
  closuresLead: 'Vacances, conventions : rien ne peut être réservé ces jours-là, quoi qu’il en soit.',
  noClosures: 'Aucune absence.',
  addClosure: 'Ajouter une absence',
  awayFrom: ({ number }) => `Absence ${number}, premier jour`,
  awayTo: ({ number }) => `Absence ${number}, dernier jour`,
  awayReason: ({ number }) => `Absence ${number}, raison`,
  reason: 'Raison, pour le studio seulement',
  removeClosure: ({ number }) => `Retirer l’absence ${number}`,
  wrongOrder: 'Le dernier jour précède le premier.',
  blocked: 'Quelque chose n’est pas encore lisible ; c’est signalé plus haut.',
  saved: 'Les horaires sont enregistrés. Les pages de réservation les montrent aussitôt.',
};

export const duration: Words<typeof en.duration> = {
  unreadable: ({ least, most }) => `Écrivez une durée de ${least} à ${most}, par exemple 2 h ou 90 min.`,
};

export const rules: Words<typeof en.rules> = {
  confirm: 'Demandes',
  autoConfirm: 'Confirmer aussitôt les réservations',
  autoConfirmOn:
    'Ce que les clients réservent est aussitôt ferme. En cas de doute, par exemple si un agenda ne répond pas, cela reste une demande.',
  autoConfirmOff: 'Ce que les clients réservent reste une demande jusqu’à ce que quelqu’un accepte.',
  when: 'Ce qui peut être réservé',
  whenLead: 'Écrivez les durées comme vous les dites : 2 h, 90 min, 3 jours.',
  notice: 'Délai minimal',
  noticeHint: 'Combien de temps à l’avance au moins.',
  horizon: 'Jusqu’où à l’avance',
  horizonHint: 'Un nombre seul compte des jours.',
  interval: 'Un début toutes les',
  intervalHint: 'Compté depuis le début des heures d’ouverture.',
  daily: 'Au plus par jour',
  dailyHint: 'Rendez-vous, demandes comprises.',
  dailyWrong: 'Un nombre de 1 à 100, ou rien.',
  noLimit: 'sans limite',
  change: 'Changer d’avis',
  changeLead: 'Jusqu’à quand les clients peuvent déplacer ou annuler eux-mêmes un rendez-vous confirmé.',
  cutOff: 'Jusqu’à combien de temps avant',
  cutOffHint: 'Plus tard, ils lisent comment joindre le studio, selon « Le studio en bref ».',
  blocked: 'Quelque chose n’est pas encore lisible ; c’est signalé plus haut.',
};

export const explain: Words<typeof en.explain> = {
  title: 'Pourquoi une heure manque-t-elle ?',
  lead: 'Chaque début d’une journée, et pourquoi il est proposé ou non. C’est ce que voient les clients en ce moment.',
  noServices: 'Ajoutez d’abord une prestation.',
  closed: {
    studio: 'Tout le studio est fermé ce jour-là.',
    away: 'L’artiste est absent ce jour-là.',
    date: 'Cette date n’a pas d’horaires.',
    weekday: 'L’artiste n’est pas ouvert ce jour de la semaine.',
    rest: 'Les horaires de ce jour ne laissent aucun début.',
  },
  offered: ({ count }) => (count < 2 ? 'Proposé aux clients' : `Proposés aux clients (${count} débuts)`),
};
