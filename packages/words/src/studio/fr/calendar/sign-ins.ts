import { que } from '../../../elision.ts';
import type { Words } from '../../../words.ts';
import type * as en from '../../en/calendar/sign-ins.ts';

export const signIns: Words<typeof en.signIns> = {
  lead: ({ provider }) =>
    `Vous allez chez ${provider}, vous y connectez et donnez votre accord. Atelier ne voit jamais le mot de passe. Puis vous revenez et choisissez les agendas.`,
  asks: 'Atelier demande ceci, et rien d’autre :',
  rights: {
    calendars: 'Voir et modifier les agendas',
    mail: 'Lire, ranger et envoyer le courrier',
    shared: 'Voir et modifier les agendas que d’autres partagent avec ce compte',
    who: 'Savoir à qui est le compte : nom et adresse e-mail',
    lasting: 'Tenir les agendas à jour quand personne n’est là',
  },
  go: ({ provider }) => `Se connecter avec ${provider}`,
  again: ({ provider }) => `Se reconnecter avec ${provider}`,
  againOf: ({ provider, name }) => `Se reconnecter avec ${provider} : ${name}`,
  looking: 'Recherche des agendas du compte …',
  signedInAs: ({ name }) => `Connecté en tant ${que(name)}.`,
  renewed: ({ name }) => `${name} reprend. Rattrapage en cours.`,
  failedTitle: 'Le compte n’a pas été connecté',
  tryAgain: 'Recommencer',
  endedTitle: ({ provider }) => `La connexion avec ${provider} a pris fin`,
  endedHint:
    'Plus rien n’est demandé au fournisseur. Ce qui est modifié ici entre-temps est gardé, et partira après la nouvelle connexion.',
  granted: ({ rights }) => `Droits chez le fournisseur : ${rights}`,
  removedGivenBack: ({ name, provider }) =>
    `${name} a été retiré, et ses droits ont été rendus à ${provider}.`,
  removedByHand: ({ name, provider }) =>
    `${name} a été retiré et sa connexion oubliée. Pour retirer aussi les droits chez ${provider}, ouvrez sa page des applications.`,
  rightsPage: 'Ouvrir la page',
  register: {
    title: ({ provider }) => `Cet Atelier n’est pas encore enregistré chez ${provider}`,
    lead: 'L’exploitant d’Atelier le fait une fois ; cela prend une dizaine de minutes. Ensuite, chacun au studio peut se connecter.',
    atTerminal:
      'L’adresse à coller est affichée sur la page Connexions ; pour la ligne de commande, c’est cette machine.',
    redirect: 'Adresse de redirection, exactement ainsi',
    microsoft: [
      'Ouvrez entra.microsoft.com, « App registrations », « New registration ». Choisissez les comptes de toute organisation et les comptes Microsoft personnels.',
      'Sous « Redirect URI », choisissez « Web » et collez l’adresse ci-dessous. Pour la ligne de commande, ajoutez aussi http://localhost.',
      'Sous « API permissions », ajoutez de Microsoft Graph, en délégué : Calendars.ReadWrite, Calendars.ReadWrite.Shared, User.Read, offline_access, openid et profile ; pour les boîtes de courrier aussi Mail.ReadWrite et Mail.Send.',
      'Sous « Certificates & secrets », créez un secret client, et notez quand il expire : il faut le renouveler avant.',
      'Définissez ATELIER_MICROSOFT_CLIENT_ID (l’identifiant de l’application) et ATELIER_MICROSOFT_CLIENT_SECRET (la valeur du secret), puis redémarrez Atelier.',
    ],
    google: [
      'Ouvrez console.cloud.google.com, créez un projet et activez-y « Google Calendar API ».',
      'Sous « Google Auth Platform », choisissez l’audience : « Internal » avec Google Workspace ; sinon « External », et publiez-la : tant qu’elle est en test, chaque connexion prend fin après sept jours.',
      'Sous « Data access », ajoutez les scopes calendar.events et calendar.calendarlist.readonly ; pour les boîtes de courrier aussi https://mail.google.com/ (Google veut alors examiner une application « External », sauf si peu de gens s’en servent).',
      'Sous « Clients », créez-en un de type « Web application » et collez l’adresse ci-dessous. Google accepte https:// avec un nom public, ou localhost ; ailleurs, créez une « Desktop app » et connectez par la ligne de commande.',
      'Définissez ATELIER_GOOGLE_CLIENT_ID et ATELIER_GOOGLE_CLIENT_SECRET, puis redémarrez Atelier.',
    ],
  },
};

export const loginFlow: Words<typeof en.loginFlow> = {
  lead: 'La page de votre Nextcloud s’ouvre dans un nouvel onglet. Connectez-vous-y et autorisez l’accès : elle crée un mot de passe d’application pour Atelier seul, et Atelier ne voit jamais le vôtre.',
  go: 'Se connecter à votre Nextcloud',
  byHand: 'Utiliser un mot de passe d’application',
  waiting: 'En attente de votre Nextcloud',
  waitingHint:
    'Connectez-vous et autorisez l’accès sur la page qui s’est ouverte, puis revenez ici. Vous avez 20 minutes.',
  reopen: 'Ouvrir la page à nouveau',
  askAgain: 'Redemander',
  removedGivenBack: ({ name }) =>
    `${name} a été retiré, et son mot de passe d’application a été repris chez Nextcloud.`,
  removedByHand: ({ name }) =>
    `${name} a été retiré. Son mot de passe d’application n’a pas pu être repris : supprimez « Atelier » dans Nextcloud sous Paramètres → Sécurité → Appareils et sessions.`,
};
