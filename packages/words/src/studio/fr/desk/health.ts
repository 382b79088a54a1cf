import type { Words } from '../../../words.ts';
import type * as en from '../../en/desk/health.ts';

export const health: Words<typeof en.health> = {
  title: 'Synchronisation',
  lead: 'Où en est chaque agenda, et quoi faire quand quelque chose ne va pas.',
  syncAll: 'Tout synchroniser',
  deadLetters: ({ count }) =>
    count < 2
      ? `${count} chose n’a pas pu se faire d’elle-même`
      : `${count} choses n’ont pas pu se faire d’elles-mêmes`,
  deadLettersHint:
    'Essayé plusieurs fois, puis abandonné jusqu’à ce que vous réessayiez ; tout le reste continue.',
  deadLettersRetried: 'Un nouvel essai a lieu dans un instant.',
  deadLettersRetryOf: ({ job }) => `Réessayer : ${job}`,
  jobs: {
    'expire-request': 'Laisser expirer une demande',
    'expire-inquiry': 'Laisser expirer une idée',
    'follow-booking': 'Suivre une réservation dans l’agenda',
    'reverify-booking': 'Revérifier une réservation',
    'remind-client': 'Rappeler un rendez-vous',
    'alert-admins': 'Signaler l’état d’un compte',
    'roll-horizon': 'Préparer les prochains mois d’un agenda',
    'reread-calendar': 'Relire les événements d’un agenda',
    'release-holds': 'Rendre les heures retenues',
    tidy: 'Faire le ménage',
    'deliver-mail': 'Envoyer un message',
  },
  all: ({ count }) => (count < 2 ? 'L’agenda est à jour.' : `Les ${count} agendas sont à jour.`),
  some: ({ count }) =>
    count < 2 ? `${count} agenda demande votre attention.` : `${count} agendas demandent votre attention.`,
  emptyTitle: 'Rien à tenir à jour pour l’instant',
  emptyHint: 'Connectez un compte, et l’état de ses agendas s’affichera ici.',
  lastComplete: 'Dernière synchro complète',
  interval: 'Vérifié',
  next: 'Prochaine vérification',
  dueNow: 'maintenant',
  dueSoon: 'dans la minute',
  objects: 'Événements',
  held: 'Retenus',
  quarantined: 'Illisibles',
  flagged: 'Lus après réparation',
  repaired: ({ count }) =>
    count < 2
      ? `${count} événement a été lu après réparation`
      : `${count} événements ont été lus après réparation`,
  heldHint: 'Événements qui seraient supprimés ici ; gardés jusqu’à ce que quelqu’un accepte',
  quarantinedHint: 'Entrées illisibles ; le reste continue',
  flaggedHint: 'Événements qui n’ont pas pu être lus exactement comme prévu',
  syncNow: 'Synchroniser',
  full: 'Vérification complète',
  fullHint: 'Compare chaque événement avec celui du fournisseur',
  fullAsked: 'Vérification complète demandée',
  approve: ({ count }) => (count < 2 ? `Accepter ${count} suppression` : `Accepter ${count} suppressions`),
  approveTitle: ({ count, name }) =>
    count < 2 ? `Supprimer ${count} événement de ${name} ?` : `Supprimer ${count} événements de ${name} ?`,
  approveLead:
    'Le fournisseur n’annonce plus ces événements : tous ceux qu’il y avait, beaucoup d’un coup, ou les rendez-vous de plusieurs clients. Regardez d’abord l’agenda chez lui. S’ils ont vraiment disparu, acceptez, et ils seront aussi supprimés ici ; les clients dont le rendez-vous en fait partie apprendront alors qu’il est annulé. Sinon, laissez : tout se remet en ordre dès que le fournisseur les annonce à nouveau.',
  approveSubmit: 'Les supprimer ici',
  approveKeep: 'Les garder',
  approved: ({ count }) =>
    count < 2 ? `${count} suppression acceptée.` : `${count} suppressions acceptées.`,
  history: 'Historique',
  historyOf: ({ name }) => `Historique de ${name}`,
  noRuns: 'Aucune synchronisation n’a encore eu lieu.',
  runs: 'Synchronisations récentes',
  started: 'Quand',
  trigger: 'Pourquoi',
  triggers: {
    schedule: 'Horaire',
    person: 'Sur demande',
    visitor: 'Pour une réservation',
  },
  outcome: 'Résultat',
  outcomes: {
    ok: 'Complète',
    failed: 'Échouée',
    held: 'Retenue',
  },
  added: 'Nouveaux',
  updated: 'Modifiés',
  removed: 'Supprimés',
  duration: 'Durée',
  requests: 'Requêtes',
  unreadable: 'N’a pas pu être lu',
  unknown: 'Inconnu',
};
