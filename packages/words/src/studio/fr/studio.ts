import { de } from '../../elision.ts';
import type { Words } from '../../words.ts';
import type * as en from '../en/studio.ts';

export const studio: Words<typeof en.studio> = {
  lead: 'Qui peut être réservé, pour quoi et quand.',
  ownLead: 'Ce que les clients peuvent réserver chez vous, et quand.',
  artists: 'Artistes',
  addArtist: 'Ajouter un artiste',
  addArtistLead: 'Celle ou celui que les clients peuvent réserver. Prestations et horaires viennent ensuite.',
  addSubmit: 'Ajouter',
  added: ({ name }) => `${name} est ajouté. Ajoutez maintenant ce qui peut être réservé.`,
  badSlug: 'Minuscules, chiffres et traits d’union, par exemple lea-mueller.',
  none: 'Aucun artiste pour l’instant',
  noneHint: 'Ajoutez qui peut être réservé : une adresse, un agenda, des prestations et des horaires.',
  notYou: 'Vous n’êtes pas inscrit comme artiste',
  notYouHint: 'Un admin de votre studio peut vous ajouter sous Studio et y choisir votre compte.',
  inactive: 'Non réservable',
  bookable: 'Réservable',
  notReady: 'Pas encore prêt',
  ready: {
    calendar: 'Agenda',
    services: 'Prestations',
    hours: 'Horaires',
  },
  readyYes: 'réglé',
  readyNo: 'manque encore',
  serviceCount: ({ count }) => (count < 2 ? `${count} prestation` : `${count} prestations`),
  saved: 'Enregistré',
  settings: 'Réglages de cet artiste',
  sections: {
    profile: 'Profil',
    calendars: 'Agendas',
    services: 'Prestations',
    hours: 'Horaires',
    rules: 'Règles',
    explain: 'Pourquoi une heure manque ?',
  },
};

export const share: Words<typeof en.share> = {
  button: 'Partager',
  page: 'Page publique',
  of: ({ name }) => `Partager la page ${de(name)}`,
  studio: 'studio',
  title: ({ name }) => `Page de réservation : ${name}`,
  lead: 'Les clients réservent ici sans compte.',
  link: 'Adresse',
  embed: 'Pour votre propre site',
  embedHint: 'Collez ceci dans votre site, là où la réservation doit apparaître.',
  open: 'Ouvrir la page',
};

export const profile: Words<typeof en.profile> = {
  title: 'À propos de l’artiste',
  lead: 'Les clients voient le nom, le texte et l’image.',
  picture: 'Image',
  addPicture: 'Choisir une image',
  changePicture: 'Changer',
  removePicture: 'Retirer',
  pictureHint: 'JPEG, PNG, WebP ou AVIF, jusqu’à 10 Mo. Elle est recadrée en carré.',
  pictureSaved: 'L’image est enregistrée.',
  pictureRemoved: 'L’image a été retirée.',
  pictureKept: 'L’image d’avant est gardée.',
  pictureTooLarge: 'Cette image dépasse 10 Mo.',
  pictureUnreadable: 'Ce fichier ne peut pas être lu comme image.',
  pictureTooMany: 'Trop d’images à la fois. Attendez un instant et réessayez.',
  pictureFailed: 'L’image n’a pas pu être enregistrée.',
  name: 'Nom',
  slug: 'Adresse',
  slugHint: 'Partie de l’adresse publique ; elle reste, pour que les liens restent.',
  bio: 'Présentation',
  bioHint: 'Style, langues, ce que les clients devraient savoir.',
  zone: 'Fuseau horaire',
  zoneHint: 'Celui des heures de travail, par exemple Europe/Zurich.',
  noZone: 'Ce fuseau horaire est inconnu. Écrivez par exemple Europe/Zurich.',
  person: 'Se connecte comme',
  personHint: 'Cette personne voit les réservations de l’artiste et règle ces pages.',
  nobody: 'Personne',
  active: 'Peut être réservé',
  activeHint: 'Les clients trouvent cet artiste sur la page de réservation.',
  inactiveHint: 'Les clients ne trouvent pas cet artiste. Les réservations existantes restent.',
};

export const artistCalendars: Words<typeof en.artistCalendars> = {
  receiving: 'Où vont les réservations',
  receivingLead:
    'Chaque demande et rendez-vous est écrit dans cet agenda. Ce qui y est changé, par exemple sur le téléphone, est suivi ici.',
  calendar: 'Agenda',
  none: 'Aucun agenda',
  blocking: 'Ce qui bloque du temps',
  blockingLead: 'Les heures où quelque chose se trouve dans un de ces agendas ne sont pas proposées.',
  choose: 'Choisir un agenda',
  receives: 'reçoit les réservations',
  unseen: 'Un agenda du studio',
  unseenBlocking: ({ count }) =>
    count < 2
      ? `${count} autre agenda du studio bloque du temps.`
      : `${count} autres agendas du studio bloquent du temps.`,
  published:
    'Lu à une adresse : ce que son éditeur n’a pas encore renouvelé, souvent pendant des heures, ne bloque pas. Elle est relue quand quelqu’un réserve.',
  noCalendars: 'Aucun agenda n’est encore synchronisé.',
  missing: 'Sans agenda, personne ne peut réserver',
  missingHint: 'Choisissez l’agenda où vont les réservations.',
};

export const chairs: Words<typeof en.chairs> = {
  title: 'Postes et salles',
  lead: 'Pour les prestations qui en demandent : chacun sert une fois à la fois.',
  inUse: ({ name }) => `${name} est en service`,
  newName: 'Nom du nouveau poste',
  example: 'Poste 1',
  add: 'Ajouter',
};

export const closures: Words<typeof en.closures> = {
  title: 'Le studio est fermé',
  lead: 'Ces jours-là, personne ne peut être réservé.',
  none: 'Aucun jour de fermeture.',
  from: 'Premier jour de fermeture',
  to: 'Dernier jour de fermeture',
  example: 'Raison, par exemple Noël',
  add: 'Ajouter',
  added: 'Enregistré. Les pages de réservation le montrent aussitôt.',
  remove: ({ when }) => `Rouvrir : ${when}`,
};
