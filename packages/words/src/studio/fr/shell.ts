import { de } from '../../elision.ts';
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
  myCalendars: 'Mes agendas',
  health: 'Synchro',
  people: 'Équipe',
  mailbox: 'Courrier',
  mails: 'Avis',
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
  moreColours: ({ name }) => `Couleur ${de(name)}`,
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
  or: 'ou',
  passkey: 'Se connecter avec une clé d’accès',
  secondStep: 'Encore une étape',
  code: 'Code de votre application',
  codeHint: 'Les six chiffres que votre application d’authentification affiche pour Atelier.',
  recoveryCode: 'Code de secours',
  recoveryHint: 'L’un de ceux que vous avez gardés en activant le second facteur. Chacun sert une fois.',
  trust: 'Ne plus demander de code sur cet appareil pendant 30 jours',
  useRecovery: 'Utiliser un code de secours',
  useApp: 'Utiliser le code de l’application',
  backToPassword: 'Retour',
  needHelp: 'Pas encore de compte ? Un admin de votre studio peut vous ajouter.',
};

export const account: Words<typeof en.account> = {
  title: 'Votre compte',
  lead: 'Votre nom, ce qui vous est annoncé, et comment vous vous connectez.',
  person: 'Vous',
  named: 'Votre nom est enregistré.',
  password: 'Mot de passe',
  sessions: 'Où vous êtes connecté',
  sessionsLead: 'Mettez fin à ce que vous ne connaissez pas, puis changez de mot de passe.',
  signedIn: 'Connecté',
  seen: 'vu',
  endSession: ({ name }) => `Se déconnecter sur ${name}`,
  endOthers: 'Se déconnecter partout ailleurs',
  passwordLead: 'Le changer vous déconnecte de tous les autres écrans.',
  current: 'Mot de passe actuel',
  next: 'Nouveau mot de passe',
  nextHint: 'Au moins 10 caractères.',
  save: 'Changer le mot de passe',
  changed: 'Votre mot de passe est changé. Tous les autres écrans sont déconnectés.',
};

export const unsaved: Words<typeof en.unsaved> = {
  notice: 'Pas encore enregistré',
  discard: 'Rétablir',
  title: 'Partir sans enregistrer ?',
  lead: 'Ce que vous avez changé ici n’est pas encore enregistré et serait perdu.',
  leave: 'Partir sans enregistrer',
  stay: 'Rester ici',
};

export const copy: Words<typeof en.copy> = {
  of: ({ label }) => `Copier : ${label}`,
  done: 'Copié',
};
