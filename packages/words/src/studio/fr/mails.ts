import type { Words } from '../../words.ts';
import type * as en from '../en/mails.ts';

export const mails: Words<typeof en.mails> = {
  title: 'Avis',
  lead: 'Ce qu’Atelier écrit aux clients et aux artistes.',
  off: {
    'no-server': 'Aucun serveur de courrier n’est réglé : rien n’est envoyé',
    'no-sender': 'Aucun expéditeur n’est connu : rien n’est envoyé',
  },
  offHint: {
    'no-server':
      'Tout attend ici et part dès que l’exploitant en a réglé un (SMTP_URL). D’ici là, prévenez vous-même les clients.',
    'no-sender':
      'Tout attend ici. Dites sous Studio de quelle adresse partent les messages ; d’ici là, prévenez vous-même les clients.',
  },
  none: 'Pas encore de courrier',
  noneHint: 'Confirmations, rappels et réponses apparaissent ici au fur et à mesure.',
  states: {
    WAITING: 'En attente',
    SENT: 'Envoyés',
    FAILED: 'Non envoyés',
    HELD: 'Attendent votre décision',
    DROPPED: 'Plus nécessaires',
  },
  reasons: {
    old: 'En attente depuis plus d’un jour',
    many: 'Très nombreux messages à cette adresse',
    restored: 'Une sauvegarde a été restaurée : il est peut-être déjà parti',
    over: 'Ce dont il parle est passé',
    later: 'Un message plus récent en dit plus',
    answered: 'La réponse a été donnée entre-temps',
    gone: 'Ce dont il parle n’existe plus',
    person: 'Décidé par une personne',
  },
  paced: ({ when }) => `Part à ${when} : cette adresse en a reçu beaucoup`,
  held: ({ count, since }) =>
    count < 2
      ? `${count} message attend depuis le ${since}`
      : `${count} messages attendent depuis le ${since}`,
  heldHint: 'Ils peuvent surprendre aujourd’hui. Les envoyer quand même, ou y renoncer ?',
  heldSend: 'Envoyer',
  heldDrop: 'Ne pas envoyer',
  heldSent: 'Ils partent dans un instant, s’ils sont encore valables.',
  heldDropped: 'Ils ne partent pas. Vous pouvez toujours les lire ici.',
  withCalendar: 'Avec fichier d’agenda',
  attempts: ({ count }) => (count < 2 ? `${count} essai` : `${count} essais`),
  to: ({ to }) => `À ${to}`,
  failureHint: 'Vérifiez l’adresse avec le client, puis réessayez.',
  retry: 'Réessayer',
  retryOf: ({ subject, to }) => `Réessayer : ${subject}, à ${to}`,
  retried: 'Nouvel envoi dans un instant.',
};
