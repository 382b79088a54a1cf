import { says } from '../../sentence.ts';
import type { Words } from '../../words.ts';
import type * as en from '../en/bookings.ts';
import type { EndState } from '../given.ts';

const ENDED: Readonly<Record<EndState, string>> = {
  DECLINED: 'Cette demande a été refusée.',
  EXPIRED: 'Cette demande est restée sans réponse et a expiré.',
  WITHDRAWN: 'Cette demande a été retirée par le client.',
  CANCELLED: 'Cette réservation a été annulée.',
  COMPLETED: 'Ce rendez-vous a eu lieu.',
  NO_SHOW: 'Ce rendez-vous est noté comme manqué.',
};

export const bookings: Words<typeof en.bookings> = {
  'no-booking': () => says('Cette réservation n’existe pas.'),
  'changed-meanwhile': () =>
    says('Cette réservation a changé entre-temps.', 'Regardez-la de nouveau, puis décidez.'),
  'step-not-allowed': () => says('Vous ne pouvez pas faire cela avec la réservation. Rien n’a été modifié.'),
  'step-not-confirmed': () =>
    says(
      'Cette demande n’est pas encore confirmée. Rien n’a été modifié ; confirmez-la ou refusez-la d’abord.',
    ),
  'step-confirmed': () =>
    says('Cette réservation a été confirmée entre-temps et tient. Elle peut être annulée.'),
  'step-too-late': () => says('Il est trop tard pour changer cette réservation en ligne, et elle tient.'),
  'step-too-early': () =>
    says('Ce rendez-vous n’a pas encore commencé. Rien n’a été modifié ; notez l’issue une fois venu.'),
  'step-bad-time': () => says('La fin doit suivre le début. La réservation reste où elle était.'),
  'step-their-turn': () =>
    says('Rien ne vous a été proposé. Le studio répond à votre demande. Rien n’a été modifié.'),
  'step-over': ({ state }) => says(`${ENDED[state]} Rien n’a été modifié ; faites une nouvelle réservation.`),
  'not-movable': () =>
    says(
      'Ce rendez-vous ne peut pas être déplacé en ligne et reste tel quel.',
      'Annulez et réservez à nouveau, ou demandez au studio.',
    ),
  'moved-too-often': ({ most }) =>
    says(
      `Ce rendez-vous a été déplacé ${most} fois et reste où il est.`,
      'Écrivez au studio s’il faut le déplacer encore une fois.',
    ),
  'moved-too-often-today': ({ most }) =>
    says(
      `Ce rendez-vous a été déplacé ${most} fois en un jour et reste où il est.`,
      'Déplacez-le de nouveau demain, ou écrivez au studio.',
    ),
  'link-opens-nothing': () =>
    says('Ce lien ne mène à aucune réservation.', 'Vérifiez qu’il est entier, ou écrivez au studio.'),
  'link-of-artist': () =>
    says('Ce lien sert à répondre à la demande. Seul le lien du client permet de faire cela.'),
  'link-of-client': () => says('Ce lien est celui du client. Seul le studio répond à une demande.'),
};
