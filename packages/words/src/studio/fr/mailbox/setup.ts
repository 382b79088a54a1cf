import { de } from '../../../elision.ts';
import type { Words } from '../../../words.ts';
import type * as en from '../../en/mailbox/setup.ts';

export const mailSetup: Words<typeof en.mailSetup> = {
  title: 'Connecter une boîte',
  lead: 'Les serveurs de courrier sont trouvés par l’adresse. Ce qui vous fait entrer n’est dit qu’à eux, et gardé chiffré.',
  address: 'Adresse de courrier',
  password: 'Mot de passe',
  passwordHint:
    'Infomaniak, Google, Apple et Yahoo veulent un mot de passe fait pour les programmes de courrier, créé dans les réglages de votre compte.',
  find: 'Continuer',
  finding: 'Ses serveurs sont cherchés. Il n’y faut pas de mot de passe.',
  found: {
    known: ({ host }) => `Les serveurs ${de(host)} sont connus.`,
    exchange: ({ host }) => `Un fournisseur connu reçoit le courrier ${de(host)}.`,
    domain: ({ host }) => `Le domaine ${host} dit lui-même où sont ses serveurs.`,
    directory: ({ host }) => `Un répertoire des programmes de courrier connaît ${host}.`,
    announced: ({ host }) => `Le domaine ${host} annonce ses serveurs dans le DNS.`,
    answer: ({ host }) => `Un serveur de courrier répond à un nom habituel ${de(host)}.`,
  },
  elsewhere:
    'Ces serveurs ne sont pas de ce domaine, et personne ne s’en porte garant. Continuez seulement si l’aide de votre fournisseur les nomme.',
  notFound: {
    unreadable: 'Ce n’est pas une adresse de courrier.',
    silent: ({ host }) => `Aucun serveur de courrier ${de(host)} n’a été trouvé.`,
  },
  notFoundHint: 'Indiquez les serveurs vous-même : l’aide de votre fournisseur les appelle IMAP et SMTP.',
  other: 'Une autre adresse',
  tested: 'Ce qui a été essayé',
  steps: {
    server: 'Les serveurs répondent',
    encryption: 'Personne ne peut écouter',
    'sign-in': 'Connexion',
    folders: 'Dossiers',
    sending: 'Envoi',
  },
  signIn: {
    lead: ({ provider }) =>
      `Vous allez chez ${provider}, vous y connectez et laissez Atelier lire, ranger et envoyer ce courrier. Il ne voit jamais le mot de passe. Puis vous revenez ici.`,
    calendars: 'Ses agendas aussi',
    calendarsHint: 'Ils sont demandés en même temps, et vous les choisissez au retour.',
    password: 'Prendre plutôt un mot de passe pour programmes de courrier',
  },
  byHand: 'Indiquer les serveurs vous-même',
  user: 'Nom d’utilisateur',
  userHint: 'Le plus souvent l’adresse de courrier.',
  servers: { imap: 'Courrier entrant (IMAP)', smtp: 'Courrier sortant (SMTP)' },
  host: 'Serveur',
  port: 'Port',
  security: 'Chiffrement',
  securities: { tls: 'TLS', starttls: 'STARTTLS', none: 'Aucun' },
  submit: 'Tester et connecter',
  testing: 'Les serveurs sont cherchés, puis essayés pour lire et pour envoyer. Rien n’est envoyé.',
  certificate: ({ host }) => `Personne ne se porte garant du certificat ${de(host)}`,
  certificateHint:
    'C’est normal pour un serveur à soi. Comparez l’empreinte avec celle de la personne qui tient le serveur ; continuez seulement si elles sont égales. Aucun mot de passe n’a été envoyé.',
  certificateOf: ({ subject, issuer, until }) => `Établi pour ${subject}, par ${issuer}, jusqu’au ${until}`,
  trust: 'Elles sont égales : continuer',
  connected: ({ count }) =>
    count === 1
      ? 'Connectée, avec 1 dossier. Son courrier arrive.'
      : `Connectée, avec ${count} dossiers. Son courrier arrive.`,
  renewed: 'Reconnectée. Ce qui était là reste.',
  settings: 'Boîte aux lettres',
  name: 'Nom dans les listes',
  sender: 'Votre nom, tel que les autres le lisent',
  aliases: 'Autres adresses qui arrivent ici',
  aliasesHint: 'Séparées par des virgules. Une réponse à tous ne leur est pas envoyée.',
  signature: 'Signature',
  signatureHint: 'Sous tout ce que vous écrivez d’ici.',
  sentCopy: 'Copie de ce que vous envoyez',
  sentCopies: { AUTO: 'Si le serveur n’en range pas lui-même', ALWAYS: 'Toujours', NEVER: 'Jamais' },
  colour: 'Couleur',
  readers: 'Qui d’autre lit et répond',
  calendar: 'Les invitations acceptées vont dans',
  fittingCalendar: 'L’agenda le plus adapté',
  readersHint: 'Ces personnes y voient tout, et les réponses des autres.',
  saved: 'Enregistré',
  remove: 'Retirer cette boîte',
  removeTitle: ({ address }) => `Retirer ${address} d’Atelier ?`,
  removeLead: 'Ses copies ici disparaissent. Rien ne change sur le serveur.',
  tieReaders: ({ count }) =>
    count < 2 ? `${count} collègue la lit aussi.` : `${count} collègues la lisent aussi.`,
  tieEdits: ({ count }) =>
    count < 2
      ? `${count} modification que le serveur n’a pas encore est perdue.`
      : `${count} modifications que le serveur n’a pas encore sont perdues.`,
  tieUnknown: ({ count }) =>
    count < 2
      ? `${count} e-mail est peut-être parti ; personne ne le dira.`
      : `${count} e-mails sont peut-être partis ; personne ne le dira.`,
  tieDrafts: ({ count }) =>
    count < 2
      ? `${count} brouillon ou e-mail pas encore parti`
      : `${count} brouillons et e-mails pas encore partis`,
  draftsGo: 'Ils disparaissent',
  draftsTo: ({ name }) => `Les garder comme brouillons dans ${name}`,
  tieCalendars: ({ name, count }) =>
    count < 2
      ? `${name}, avec ${count} agenda, entre avec le même mot de passe.`
      : `${name}, avec ${count} agendas, entre avec le même mot de passe.`,
  keepCalendars: 'Garder ces agendas ; ils continuent comme avant',
  calendarsAdmin: 'Ils sont à quelqu’un d’autre ; ils restent.',
  removed: 'La boîte n’est plus ici',
};
