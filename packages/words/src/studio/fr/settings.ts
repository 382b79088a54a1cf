import type { Words } from '../../words.ts';
import type * as en from '../en/settings.ts';

export const settings: Words<typeof en.settings> = {
  title: 'Le studio en bref',
  lead: 'Pages de réservation, messages, agendas et nouveaux artistes partent de là.',
  button: 'Le studio en bref',
  welcome: 'Bienvenue. Comment s’appelle votre studio ?',
  welcomeLead:
    'Pages de réservation, messages, agendas et artistes partent de ces réponses. Seuls le nom et le fuseau horaire sont nécessaires ; tout se change plus tard.',
  begin: 'Enregistrer et commencer',
  later: 'Plus tard',
  saved: 'Enregistré. Toutes les pages en partent désormais.',
  identity: 'Le studio',
  identityLead: 'Les clients le lisent sur les pages de réservation, dans les messages et dans leur agenda.',
  name: 'Nom',
  nameHint: 'Comme les clients le connaissent.',
  address: 'Adresse',
  addressHint: 'Là où viennent les clients.',
  phone: 'Téléphone',
  phoneHint: 'Où appeler en cas d’empêchement. Vide : aucun texte n’invite à appeler.',
  badPhone: 'Ce n’est pas un numéro de téléphone ; il s’écrit par exemple +41 22 555 01 02.',
  you: 'Vous',
  yourName: 'Votre nom',
  yourNameHint: 'Les messages qui vous sont adressés commencent ainsi.',
  clock: 'Heure et langue',
  clockLead:
    'Point de départ d’un nouvel artiste et d’un nouvel agenda. Ceux qui existent gardent les leurs.',
  zone: 'Fuseau horaire',
  zoneNow: ({ time }) => `Il y est ${time} en ce moment.`,
  zoneHint: 'L’agenda et le tableau de bord le suivent.',
  language: 'Langue',
  languageHint:
    'Des messages aux gens du studio qui n’en ont choisi aucune. Les clients choisissent la leur.',
  mail: 'Courrier',
  mailLead: 'D’où partent confirmations et rappels.',
  noServer: 'Ce qui est écrit ici compte dès que l’exploitant en a réglé un (SMTP_URL).',
  sender: 'Expéditeur',
  senderHint:
    'Une adresse e-mail que votre serveur de courrier peut utiliser, par exemple bonjour@votrestudio.ch.',
  replies: 'Quand un client répond à un message',
  repliesHint: 'Un artiste sans compte n’a pas d’adresse ; le studio reçoit alors la réponse.',
  repliesTo: {
    artist: 'l’artiste reçoit la réponse',
    studio: 'le studio reçoit la réponse (l’expéditeur)',
  },
  senderRead: 'Quelqu’un lit ce qui arrive chez l’expéditeur',
  senderReadHint: 'Une réponse donnée dans l’agenda d’un client vous parvient alors aussi.',
  senderUnread: 'Messages et fichiers d’agenda le disent, pour que personne n’attende de réponse.',
  publicAddress: 'Adresse publique',
  publicAddressLead: 'Les liens des messages et la page de réservation partagée mènent ici.',
  url: 'Adresse web',
  urlHint: ({ url }) => `Telle qu’on la tape. Vide : ${url}`,
  badUrl: 'Une adresse commence par https:// ou http://.',
  fixed: ({ variable }) =>
    `Fixé par ${variable} au démarrage d’Atelier ; cela l’emporte sur ce qui est écrit ici.`,
  reach: {
    machine: ({ url }) => `${url} ne s’ouvre que sur cette machine`,
    network: ({ url }) => `${url} ne s’ouvre que dans ce réseau`,
  },
  reachHint: {
    machine:
      'Pour tous les autres, les liens des messages et la page partagée ne mènent nulle part. Démarrez Atelier avec HOST=0.0.0.0 pour l’atteindre depuis votre réseau, puis indiquez son adresse sous « Le studio en bref », ou réglez ATELIER_URL.',
    network:
      'Ailleurs, les clients ne peuvent pas l’ouvrir. Dès qu’Atelier a une adresse sur internet, indiquez-la sous « Le studio en bref », ou réglez ATELIER_URL.',
  },
  demo: 'Ce sont les réponses de la démo',
  demoHint: 'Enregistrez les vôtres : elles restent quand la démo s’en va.',
  tell: 'Le dire maintenant',
  reminder: {
    open: 'Atelier ne connaît pas encore votre studio',
    demo: 'Les clients liraient le nom, l’adresse et le téléphone de la démo',
  },
  reminderHint: {
    open: ({ zone }) => `D’ici là, les heures suivent l’horloge de cette machine (${zone}).`,
    demo: () => 'Vous avez connecté un agenda à vous : dites comment s’appelle votre studio.',
  },
};
