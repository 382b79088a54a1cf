import type { Words } from '../../words.ts';
import type * as en from '../en/page.ts';

export const common: Words<typeof en.common> = {
  skip: 'Aller au contenu',
  language: 'Langue',
  retry: 'Réessayer',
  back: 'Retour',
  next: 'Continuer',
  change: 'Changer',
  edit: 'Modifier',
  remove: 'Retirer',
  close: 'Fermer',
  optional: 'facultatif',
  minutes: 'Durée',
  price: 'Prix',
  deposit: 'Acompte',
  calendar: 'Ajouter au calendrier',
  calendarFailed: 'Le fichier de calendrier n’a pas pu être récupéré. Veuillez réessayer.',
  call: 'Merci d’appeler le studio :',
  write: 'Merci d’écrire au studio :',
  poweredBy: 'Les heures viennent en direct des calendriers du studio.',
};

export const problem: Words<typeof en.problem> = {
  offline: 'Le serveur du studio ne répond pas.',
  offlineHint: 'Vérifiez votre connexion et réessayez. Ce que vous avez écrit est conservé.',
  unforeseen: 'Quelque chose n’a pas marché de notre côté.',
  unforeseenHint:
    'Rien n’a été modifié et ce que vous avez écrit est conservé. Veuillez réessayer dans un instant.',
  limited: 'C’était un peu trop souvent.',
  limitedHint: 'Patientez un instant et réessayez. Ce que vous avez écrit est conservé.',
  refused: 'Le serveur du studio n’a pas accepté cela.',
  refusedHint:
    'Rien n’a été modifié et ce que vous avez écrit est conservé. Veuillez le regarder encore une fois.',
  lost: 'Cette page n’existe pas.',
  lostHint: 'Il manque peut-être une lettre à l’adresse. Vous pouvez réserver depuis la page d’accueil.',
  toBooking: 'Réserver une heure',
  broken: 'Cette page n’a pas pu être affichée.',
  brokenHint: 'Ce que vous avez écrit est conservé. Rechargez la page.',
  reload: 'Recharger',
};

export const steps: Words<typeof en.steps> = {
  count: ({ number, total }) => `Étape ${number} sur ${total}`,
  yours: 'Votre réservation',
  service: 'Prestation',
  artist: 'Artiste',
  time: 'Date et heure',
  details: 'Coordonnées',
  review: 'Vérification',
  done: 'Envoyé',
};

export const book: Words<typeof en.book> = {
  title: 'Réserver une heure',
  titleAt: ({ studio }) => `Réserver chez ${studio}`,
  titleWith: ({ artist }) => `Réserver avec ${artist}`,
  closed: 'Rien ne peut encore être réservé en ligne.',
  closedHint: 'Décrivez plutôt votre idée au studio : il vous répondra en proposant des heures.',
  noArtist: 'Cet artiste ne prend pas de réservation en ligne pour le moment.',
  noArtistHint: 'Regardez les autres artistes du studio.',
  allArtists: 'Voir tous les artistes',
  how: 'Comment ça marche',
  howChoose:
    'Choisissez une prestation et une heure libre. Nous vous la gardons pendant que vous remplissez le reste.',
  howAnswer: {
    mailed: 'L’artiste répond par e-mail. Pas de compte, rien à installer.',
    unmailed: 'L’artiste vous répond. Pas de compte, rien à installer.',
  },
  howChange: {
    mailed: 'Un empêchement ? Déplacez ou annulez avec le lien reçu par e-mail.',
    unmailed: 'Un empêchement ? Déplacez ou annulez avec le lien donné à la fin.',
  },
  theArtist: 'l’artiste',
  policyRequest: {
    mailed: ({ artist }) => `Vous envoyez une demande et ${artist} répond par e-mail. Rien n’est payé ici.`,
    unmailed: ({ artist }) => `Vous envoyez une demande et ${artist} y répond. Rien n’est payé ici.`,
  },
  policyAtOnce: 'Votre rendez-vous est confirmé tout de suite. Rien n’est payé ici.',
  policySilent: {
    mailed: ({ artist }) =>
      `Un calendrier du studio ne répond pas en ce moment : vous envoyez une demande et ${artist} répond par e-mail. Rien n’est payé ici.`,
    unmailed: ({ artist }) =>
      `Un calendrier du studio ne répond pas en ce moment : vous envoyez une demande et ${artist} y répond. Rien n’est payé ici.`,
  },
  ideaLead: 'Un projet plus grand, ou une hésitation ?',
  ideaHint: 'Décrivez votre idée. L’artiste vous répond avec un devis et des heures au choix.',
  idea: 'Décrire votre idée',
};

export const service: Words<typeof en.service> = {
  heading: 'De quoi avez-vous envie ?',
  lead: 'Choisissez ce qui convient le mieux. Vous pourrez parler de votre idée plus loin.',
  by: ({ artists }) => `avec ${artists}`,
  depends: 'le prix dépend de l’artiste',
  gone: 'Cette prestation n’est plus proposée. Veuillez en choisir une autre.',
};

export const artist: Words<typeof en.artist> = {
  heading: 'Avec qui ?',
  any: 'Peu importe',
  anyHint: 'Le premier artiste libre. Vous verrez de qui il s’agit avant d’envoyer quoi que ce soit.',
};
