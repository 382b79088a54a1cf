import type { Words } from '../../words.ts';
import type * as en from '../en/shell.ts';

export const shell: Words<typeof en.shell> = {
  dashboard: 'Accueil',
  agenda: 'Agenda',
  waits: 'En attente',
  bookings: 'Réservations',
  inquiries: 'Idées',
  studio: 'Studio',
  connections: 'Connexions',
  health: 'Synchro',
  people: 'Équipe',
  mails: 'Courrier',
  more: 'Plus',
  waiting: ({ count }) => `(${count} en attente)`,
  mainNavigation: 'Principale',
  skip: 'Aller au contenu',
  account: 'Compte :',
  language: 'Langue',
  theme: 'Thème',
  themes: {
    system: 'Système',
    light: 'Clair',
    dark: 'Sombre',
  },
  signOut: 'Se déconnecter',
  roles: {
    ADMIN: 'Admin',
    STAFF: 'Accueil',
    ARTIST: 'Artiste',
  },
  notFound: 'Cette page n’existe pas.',
  toDashboard: 'Aller à l’accueil',
  adminOnly: 'Seul un admin peut ouvrir cette page.',
  adminOnlyHint: 'Adressez-vous à un admin de votre studio pour changer quelque chose ici.',
  broken: 'Cette page n’a pas pu être affichée.',
  brokenHint: 'Rien n’a été modifié. Réessayez ; si cela persiste, rechargez la page.',
  retry: 'Réessayer',
};

export const live: Words<typeof en.live> = {
  connecting: 'Connexion',
  live: 'En direct',
  reconnecting: 'Reconnexion',
  offline: 'Hors ligne',
  hints: {
    connecting: 'Ouverture de la connexion en direct.',
    live: 'Les changements apparaissent ici d’eux-mêmes.',
    reconnecting:
      'La connexion en direct est perdue. Vous voyez le dernier état connu ; il se rattrape tout seul.',
    offline: 'Pas de connexion. Vous voyez le dernier état connu ; il se rattrape à votre retour.',
  },
};

export const common: Words<typeof en.common> = {
  cancel: 'Annuler',
  close: 'Fermer',
  save: 'Enregistrer',
  back: 'Retour',
  loading: 'Chargement',
  today: 'Aujourd’hui',
  tomorrow: 'Demain',
  allDay: 'Toute la journée',
  now: 'En cours',
  busy: 'Occupé',
  untitled: 'Sans titre',
  never: 'jamais',
  justNow: 'à l’instant',
  moreColours: ({ name }) => `Couleur de ${name}`,
  required: 'À remplir.',
  tooLong: 'C’est trop long.',
};

export const signIn: Words<typeof en.signIn> = {
  title: 'Connexion',
  lead: 'Tous les agendas du studio, réunis et toujours à jour.',
  email: 'E-mail',
  password: 'Mot de passe',
  show: 'Afficher le mot de passe',
  hide: 'Masquer le mot de passe',
  submit: 'Se connecter',
  wrong: 'L’e-mail ou le mot de passe n’est pas correct.',
  wrongHint:
    'Vérifiez les deux. En cas d’oubli, un admin de votre studio peut vous donner un nouveau mot de passe.',
  limited: ({ wait }) => `Trop de tentatives. Réessayez dans ${wait}.`,
  unreachable: 'Atelier ne répond pas.',
  unreachableHint: 'Vérifiez votre connexion et réessayez.',
  failed: 'La connexion n’a pas abouti.',
  failedHint: 'Rien n’a été modifié. Réessayez dans un instant.',
  expired: 'Vous avez été déconnecté. Connectez-vous pour reprendre où vous étiez.',
  badEmail: 'Ce n’est pas une adresse e-mail.',
  needHelp: 'Pas encore de compte ? Un admin de votre studio peut vous ajouter.',
};
