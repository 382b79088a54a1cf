import { beyond } from '../refusals/gaps/fr.ts';
import type { Words } from '../words.ts';
import type * as en from './en.ts';

export const failures: Words<typeof en.failures> = {
  'bad-address': {
    message: 'Ce n’est pas une adresse web.',
    hint: 'Elle devrait commencer par https://.',
  },
  'refused-address': {
    message: 'Cette adresse est dans un réseau privé et n’est pas autorisée.',
    hint: 'L’exploitant d’Atelier peut l’autoriser.',
  },
  unreachable: {
    message: 'Le serveur est injoignable.',
    hint: 'Vérifiez l’adresse ; le serveur est peut-être arrêté.',
  },
  timeout: {
    message: 'Le serveur n’a pas répondu à temps.',
    hint: 'Un nouvel essai suit de lui-même.',
  },
  credentials: {
    message: 'Le serveur a refusé le nom d’utilisateur ou le mot de passe.',
    hint: 'Saisissez un nouveau mot de passe d’application.',
  },
  'signed-out': {
    message: 'La connexion chez le fournisseur a pris fin.',
    hint: 'Connectez-vous-y de nouveau ; ce qui a été modifié ici entre-temps est gardé et partira ensuite.',
  },
  registration: {
    message: 'Le fournisseur n’accepte pas l’enregistrement de cet Atelier chez lui.',
    hint: 'L’exploitant d’Atelier doit vérifier l’enregistrement ; tout continue ensuite de soi-même.',
  },
  forbidden: {
    message: 'Le compte n’en a pas le droit.',
    hint: 'Vérifiez les droits du compte chez le fournisseur.',
  },
  'not-found': {
    message: 'Ce n’est plus là.',
    hint: 'Cela a peut-être été supprimé ou déplacé chez le fournisseur.',
  },
  'wrong-service': {
    message: 'Un serveur répond, mais pas avec des agendas.',
    hint: 'Vérifiez l’adresse ; elle mène peut-être à une page web.',
  },
  malformed: {
    message: 'La réponse du serveur est illisible.',
    hint: 'Un nouvel essai suit ; rien n’a été modifié.',
  },
  'too-large': {
    message: 'La réponse du serveur est trop grande.',
    hint: 'Prévenez l’exploitant d’Atelier.',
  },
  throttled: {
    message: 'Le serveur demande une pause.',
    hint: 'Un nouvel essai suit après la pause.',
  },
  'server-error': {
    message: 'Le serveur a un problème de son côté.',
    hint: 'Un nouvel essai suit de lui-même.',
  },
  'cross-origin-redirect': {
    message: 'Le serveur nous renvoie vers une autre adresse.',
    hint: 'Saisissez vous-même cette adresse si vous lui faites confiance : le mot de passe n’y est jamais envoyé sans cela.',
  },
  internal: {
    message: 'Atelier n’a pas pu terminer ce passage ; ce qui était là n’a pas changé.',
    hint: 'Un nouvel essai suit de lui-même. Le journal du serveur en dit davantage.',
  },
  'read-only': {
    message: 'Le fournisseur ne permet pas à ce compte de modifier l’événement.',
    hint: 'Demandez au propriétaire de l’agenda le droit d’écrire, ou renoncez à la modification.',
  },
  invalid: {
    message: 'Le fournisseur n’accepte pas l’événement tel qu’il est.',
    hint: 'Modifiez-le, ou renoncez à la modification ; elle est gardée ici telle qu’elle a été faite.',
  },
  locked: {
    message: 'Selon le fournisseur, quelqu’un d’autre est en train de modifier l’événement.',
    hint: 'Un nouvel essai a lieu de lui-même.',
  },
  'no-room': {
    message: 'Il n’y a plus de place chez le fournisseur.',
    hint: 'Faites-y de la place ; ensuite, un nouvel essai a lieu de lui-même.',
  },
  ...beyond,
  held: {
    message:
      'Le serveur annonce que plus d’événements ont disparu que d’ordinaire, ou les rendez-vous de plusieurs clients.',
    hint: 'Rien n’a été supprimé. S’ils ont été supprimés exprès, acceptez ; s’ils reviennent d’eux-mêmes, il n’y a rien à faire.',
  },
  restored: {
    message: 'Une sauvegarde a été restaurée alors que l’événement restait à créer chez le fournisseur.',
    hint: 'Regardez s’il y a été créé puis supprimé depuis ; puis réessayez, ou renoncez-y.',
  },
};
