import { de } from '../../elision.ts';
import type { Words } from '../../words.ts';
import type * as en from '../en/connections.ts';

export const connections: Words<typeof en.connections> = {
  mailToo: 'Lire aussi son courrier ici',
  title: 'Connexions',
  lead: 'Les comptes dont les agendas sont tenus à jour.',
  own: {
    title: 'Mes agendas',
    lead: 'Vos propres comptes. Ce que vous tenez à jour ici, les admins et l’accueil le voient aussi ; ce qui n’est que pour vous, laissez-le de côté ou mettez-le sous le cadenas.',
    open: 'Les connecter et les gérer',
    lost: 'Un de vos comptes attend une nouvelle connexion de votre part.',
    count: ({ count }) =>
      count === 0
        ? 'Aucun de vos comptes d’agenda n’est encore connecté.'
        : count === 1
          ? 'Un de vos comptes d’agenda est connecté.'
          : `${count} de vos comptes d’agenda sont connectés.`,
  },
  connect: 'Connecter un compte',
  emptyTitle: 'Aucun compte n’est encore connecté',
  emptyHint:
    'Connectez Microsoft, Google, Nextcloud, Infomaniak, iCloud ou tout compte CalDAV. Atelier trouve ses agendas et les tient à jour.',
  states: {
    ok: 'En ordre',
    failing: 'En difficulté',
    credentials: 'Mot de passe refusé',
  },
  signedOut: 'Connexion terminée',
  demo: 'Démo',
  owner: ({ name }) => `Compte ${de(name)}`,
  chosen: ({ count, selected }) =>
    count < 2 ? `${selected} agenda suivi sur ${count}` : `${selected} agendas suivis sur ${count}`,
  refusedTitle: 'Le serveur a refusé le mot de passe de ce compte',
  refusedHint:
    'Plus rien n’est demandé au serveur, pour qu’il ne bloque pas le compte. Les agendas ici sont conservés.',
  renew: 'Saisir un nouveau mot de passe',
  renewTitle: ({ name }) => `Nouveau mot de passe pour ${name}`,
  renewLead:
    'Il est d’abord essayé, et enregistré seulement s’il fonctionne. Les agendas reprennent où ils en étaient.',
  renewed: 'Le mot de passe fonctionne. Rattrapage en cours.',
  retryAt: ({ when }) => `Nouvel essai ${when}.`,
  remove: 'Retirer le compte',
  removeTitle: ({ name }) => `Retirer ${name} ?`,
  removeLead:
    'Ses agendas et les copies de leurs événements ici sont oubliés. Rien ne change chez le fournisseur, et vous pouvez le reconnecter à tout moment.',
  ties: 'Ce qui en dépend',
  tieWaiting: ({ count }) =>
    count === 1
      ? 'Une modification n’est pas encore arrivée chez le fournisseur. Elle serait perdue.'
      : `${count} modifications ne sont pas encore arrivées chez le fournisseur. Elles seraient perdues.`,
  tieReceiving: ({ names }) =>
    `Il reçoit les réservations ${de(names)}. Plus rien ne peut y être réservé tant qu’un autre agenda n’est pas choisi, et ce que les clients ont réservé n’est plus tenu à jour.`,
  tieBlocking: ({ names }) =>
    `Il tient des heures ${de(names)} pour prises. Elles seraient proposées aux clients.`,
  removeKeep: 'Le garder',
  removed: ({ name }) => `${name} a été retiré. Rien n’a changé chez le fournisseur.`,
  more: ({ name }) => `Plus pour ${name}`,
  keep: ({ name }) => `Tenir ${name} à jour`,
  name: 'Nom',
  nameOf: ({ name }) => `Nom ${de(name)}`,
  colour: 'Couleur',
  interval: 'Vérifier',
  intervalOf: ({ name }) => `À quelle fréquence ${name} est vérifié`,
  every: {
    '60': 'chaque minute',
    '300': 'toutes les 5 minutes',
    '900': 'toutes les 15 minutes',
    '3600': 'toutes les heures',
  },
  everyMinutes: ({ count }) => `toutes les ${count} minutes`,
  saved: 'Enregistré',
  readOnly: 'Lecture seule',
  toPrivate: {
    go: 'En faire mon agenda privé',
    goOf: ({ name }) => `En faire mon agenda privé : ${name}`,
    title: ({ name }) => `Garder votre agenda privé dans ${name} ?`,
    lead: 'Ce que contient votre agenda privé y va, et les deux ne font plus qu’un. Dans Atelier, personne d’autre ne le voit, admins compris ; chez le fournisseur, il reste aussi ouvert qu’il l’est.',
    done: ({ name }) => `${name} est désormais votre agenda privé.`,
    badge: 'Privé',
  },
  noCalendars: 'Ce compte ne contient pas d’agenda.',
};

export const connect: Words<typeof en.connect> = {
  title: 'Connecter un compte',
  steps: {
    kind: 'Fournisseur',
    account: 'Compte',
    calendars: 'Agendas',
  },
  stepOf: ({ step, total, name }) => `Étape ${step} sur ${total} : ${name}`,
  find: {
    label: 'Votre adresse e-mail, ou l’adresse de votre agenda',
    hint: 'Par exemple lea@exemple.org, cloud.exemple.org ou un lien .ics. Aucun mot de passe n’est nécessaire pour chercher.',
    go: 'Chercher',
    or: 'Ou choisissez vous-même',
    found: {
      host: ({ kind, host }) => `${host} est chez ${kind}.`,
      mail: ({ kind, host }) => `Les e-mails ${de(host)} sont chez ${kind}.`,
      announced: ({ kind, host }) => `${host} annonce ses agendas chez ${kind}.`,
      answer: ({ kind, host }) => `À ${host} répond ${kind}.`,
      shape: ({ kind }) => `C’est l’adresse d’un agenda : ${kind}.`,
    },
    check: ({ url }) => `Vérifiez que c’est la bonne adresse avant de vous connecter : ${url}`,
    notFound: {
      unreadable: () => 'Ce n’est ni une adresse e-mail ni une adresse web.',
      private: ({ host }) =>
        `${host} est dans un réseau privé, qu’Atelier n’interroge pas. L’exploitant d’Atelier peut l’autoriser.`,
      silent: ({ host }) => `Rien ne répond à ${host}. Vérifiez l’orthographe de l’adresse.`,
      unknown: ({ host }) => `Aucun agenda ne se montre à ${host}.`,
    },
    byHand: 'Choisissez ci-dessous ce que vous avez ; le formulaire dit quoi saisir.',
  },
  offer: {
    title: ({ kind }) => `Vos agendas sont aussi chez ${kind}. Les tenir à jour ici ?`,
    go: 'Les connecter',
  },
  kinds: {
    microsoft: 'Microsoft',
    google: 'Google',
    nextcloud: 'Nextcloud',
    infomaniak: 'Infomaniak',
    icloud: 'iCloud',
    caldav: 'Autre CalDAV',
    ics: 'Adresse d’agenda (.ics)',
  },
  kindHints: {
    microsoft: 'Les agendas de Microsoft 365 ou d’Outlook.com',
    google: 'Les agendas d’un compte Google ou de Google Workspace',
    nextcloud: 'Votre serveur Nextcloud ou un serveur hébergé',
    infomaniak: 'Les agendas de votre compte Infomaniak',
    icloud: 'Les calendriers de votre iPhone, iPad ou Mac',
    caldav: 'Tout serveur qui parle CalDAV',
    ics: 'En lecture seule : jours fériés, réservations venues d’ailleurs, agenda publié',
  },
  url: 'Adresse du serveur',
  urlHints: {
    nextcloud: 'Comme dans la barre d’adresse de votre navigateur, par exemple https://cloud.example.com',
    infomaniak: 'Déjà remplie pour vous.',
    icloud: 'Déjà remplie pour vous. En Chine continentale : https://caldav.icloud.com.cn.',
    caldav: 'L’adresse que votre fournisseur indique pour CalDAV.',
    ics: 'L’adresse d’abonnement ; elle finit souvent par .ics ou commence par webcal://. Qui la connaît peut lire l’agenda : elle est gardée comme un mot de passe. Des identifiants se placent devant : https://nom:motdepasse@…',
  },
  usernames: {
    name: 'Nom d’utilisateur',
    'short-id': 'Identifiant court',
    mail: 'Compte Apple',
    none: 'Nom d’utilisateur',
  },
  usernameHints: {
    nextcloud: 'Le nom avec lequel vous vous connectez.',
    infomaniak:
      'De la forme AB12345. Il se trouve sur config.infomaniak.com sous « Calendriers ». Ce n’est pas votre adresse e-mail.',
    icloud: 'L’adresse e-mail ou le numéro de téléphone de votre compte Apple.',
    caldav: 'Souvent votre adresse e-mail.',
    ics: 'Seulement si l’agenda en demande un.',
  },
  usernameAt:
    'Cela ressemble à une adresse e-mail. Infomaniak attend l’identifiant court, par exemple AB12345.',
  secrets: {
    password: 'Mot de passe',
    'app-password': 'Mot de passe d’application',
    address: 'Adresse de l’agenda',
  },
  passwordHints: {
    nextcloud:
      'Dans Nextcloud : Paramètres → Sécurité → Appareils et sessions → Créer un nouveau mot de passe d’application. Convient aussi avec la double authentification.',
    infomaniak:
      'Avec la double authentification, créez un mot de passe d’application dans le manager Infomaniak sous « Sécurité ».',
    icloud:
      'Pas votre mot de passe Apple : sur account.apple.com → Connexion et sécurité → Mots de passe pour application, créez-en un pour Atelier. Il demande la double authentification, ouvre aussi vos e-mails et vos contacts, et prend fin quand vous changez le mot de passe Apple.',
    caldav: 'Si votre fournisseur propose des mots de passe d’application, créez-en un pour Atelier.',
    ics: 'La nouvelle adresse d’abonnement. Ce qui est ici reste, et continue à partir de là.',
  },
  name: 'Nom dans Atelier',
  nameHint: 'Laissé vide : le nom du serveur.',
  test: 'Tester la connexion',
  testing: 'Test en cours',
  tested: 'Connexion testée',
  testFailed: 'Le test n’a pas abouti. Voyez ci-dessous quoi faire.',
  testOk: ({ count }) =>
    count < 2
      ? `La connexion fonctionne. ${count} agenda trouvé.`
      : `La connexion fonctionne. ${count} agendas trouvés.`,
  stepNames: {
    address: 'Adresse',
    reach: 'Joindre le serveur',
    'sign-in': 'S’identifier',
    account: 'Trouver le compte',
    place: 'Trouver l’emplacement de ses agendas',
    calendars: 'Lister les agendas',
    changes: 'Ne récupérer que les changements',
  },
  outcomes: {
    ok: 'En ordre',
    warning: 'Fonctionne, avec une remarque',
    failed: 'Échoué',
    skipped: 'Pas essayé',
  },
  next: 'Choisir les agendas',
  choose: 'Quels agendas faut-il tenir à jour ?',
  chooseAll: 'Tous',
  chooseNone: 'Aucun',
  noneFound:
    'Le compte répond, mais ne contient pas d’agenda pour des événements. Créez-en un là-bas, puis testez à nouveau.',
  noneChosen: 'Choisissez au moins un agenda.',
  submit: ({ count }) => (count < 2 ? `Connecter ${count} agenda` : `Connecter ${count} agendas`),
  submitNone: 'Connecter',
  connected: 'Connecté. La première synchronisation a commencé.',
};
