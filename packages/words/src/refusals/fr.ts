import { says } from '../sentence.ts';
import { spanIn, waitIn } from '../spoken.ts';
import type { Refusals } from './coded-refusal.ts';
import type { EndState, IdeaEnd, IdeaField, TimeReason } from './given.ts';

const SAFE = 'Ce que vous avez écrit est conservé.';

const TIME: Readonly<Record<TimeReason, string>> = {
  CLOSED: 'Le studio n’est pas ouvert à ce moment-là.',
  OFFGRID: 'Aucun rendez-vous ne commence à cette minute.',
  BUSY: 'Cette heure est prise.',
  BUFFER: 'Cette heure est trop près d’un autre rendez-vous.',
  NOTICE: 'Cette heure est trop proche pour être réservée.',
  HORIZON: 'Cette date est trop lointaine pour être réservée.',
  LIMIT: 'Cette journée est complète.',
  HELD: 'Quelqu’un d’autre est en train de réserver cette heure.',
};

const ENDED: Readonly<Record<EndState, string>> = {
  DECLINED: 'Cette demande a été refusée.',
  EXPIRED: 'Cette demande est restée sans réponse et a expiré.',
  WITHDRAWN: 'Cette demande a été retirée par le client.',
  CANCELLED: 'Cette réservation a été annulée.',
  COMPLETED: 'Ce rendez-vous a eu lieu.',
  NO_SHOW: 'Ce rendez-vous est noté comme manqué.',
};

const IDEA_ENDED: Readonly<Record<IdeaEnd, string>> = {
  DECLINED: 'L’artiste a décliné cette idée.',
  WITHDRAWN: 'Cette idée a été retirée.',
  EXPIRED: 'Cette idée a expiré.',
  CLOSED: 'Cette idée est close.',
};

const FIELDS: Readonly<Record<IdeaField, string>> = {
  placement: 'L’emplacement',
  size: 'La taille',
  style: 'Le style',
  budget: 'Le budget',
  preferredDays: 'Ce que vous dites des jours',
  quote: 'Le devis',
  deposit: 'L’acompte',
};

export const REFUSALS_FR: Refusals = {
  'time-unavailable': ({ reason }) => says(TIME[reason]),
  'time-claimed': () => says('Cette heure est prise par une autre réservation. Rien n’a été modifié.'),
  'calendar-busy': () =>
    says(
      'Autre chose figure dans l’agenda de l’artiste à cette heure. Rien n’a été modifié.',
      'Choisissez une autre heure, ou faites d’abord de la place dans l’agenda.',
    ),
  'calendar-changed': () =>
    says(
      'L’artiste vient de changer ce rendez-vous dans son agenda. Rien n’a été modifié ici.',
      'Regardez-le de nouveau dans un instant, puis décidez.',
    ),
  'calendar-silent': () =>
    says(
      'L’agenda de l’artiste ne répond toujours pas : personne ne sait si cette heure y est libre. Rien n’a été modifié.',
      'Regardez vous-même dans l’agenda, puis acceptez quand même, ou réessayez dans quelques minutes.',
    ),
  'calendar-silent-move': () =>
    says(
      'L’agenda de l’artiste ne répond pas en ce moment : la nouvelle heure n’a pas pu être vérifiée. Votre rendez-vous reste tel quel.',
      'Veuillez réessayer dans quelques minutes.',
    ),
  'calendar-silent-accept': () =>
    says(
      'L’agenda de l’artiste ne répond pas en ce moment : cette heure n’a pas pu être revérifiée. Elle vous reste gardée.',
      'Veuillez réessayer dans quelques minutes.',
    ),
  'not-a-time': () => says('Ceci n’est pas une heure.'),
  'second-choice-impossible': ({ days }) =>
    says(
      'L’autre heure qui vous conviendrait ne peut pas être réservée.',
      `Choisissez-en une dans les ${days} prochains jours, ou laissez-la de côté.`,
    ),
  'second-choice-overlaps': () =>
    says(
      'Votre second choix chevauche le premier. Rien n’a été envoyé.',
      'Choisissez-en un qui en soit séparé, ou laissez-le de côté.',
    ),
  'hold-gone': () =>
    says('Cette heure n’est plus gardée.', 'Ce que vous avez écrit est toujours là ; choisissez une heure.'),
  'hold-longest': () =>
    says(
      'Cette heure ne peut pas être gardée plus longtemps.',
      'Envoyez votre demande, ou choisissez-la de nouveau plus tard.',
    ),
  'holds-many': () =>
    says(
      'Plusieurs heures sont déjà gardées pour votre adresse.',
      'Libérez-en une, ou envoyez le formulaire sans garder l’heure : elle est vérifiée à ce moment-là.',
    ),
  'watchers-many': () =>
    says('Trop de monde regarde les heures libres en ce moment.', 'Réessayez dans une minute.'),
  'pages-many': () =>
    says(
      'Trop de pages en direct sont ouvertes d’ici.',
      'Fermez-en quelques-unes, puis rechargez cette page.',
    ),
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
  'service-gone': () => says('Cette prestation n’est plus proposée.', 'Choisissez-en une autre.'),
  'nobody-offers': () => says('Personne ici ne prend de réservation pour cela en ce moment.'),
  'one-line-each': () => says('Le nom, l’e-mail et le téléphone tiennent chacun sur une ligne.'),
  'name-length': ({ most }) => says(`Un nom a de 1 à ${most} caractères.`),
  'bad-email': () =>
    says('Ceci ne ressemble pas à une adresse e-mail.', 'Elle s’écrit comme ana@example.org.'),
  'bad-phone': () => says('Ceci ne ressemble pas à un numéro de téléphone.'),
  'phone-long': () => says('Ce numéro de téléphone est trop long.'),
  'note-long': ({ most }) => says(`Un message a au plus ${most} caractères.`),
  'questions-changed': () =>
    says(
      'Les questions de cette prestation ont changé. Rien n’a été envoyé.',
      `${SAFE} Rechargez la page et relisez les questions.`,
    ),
  'answer-missing': ({ question }) =>
    says(`Veuillez répondre à la question « ${question} ». Rien n’a été envoyé.`),
  'answer-long': ({ question, most }) => says(`La réponse à « ${question} » a au plus ${most} caractères.`),
  'pictures-many': ({ most }) => says(`Pas plus de ${most} images. Rien n’a été envoyé.`),
  'picture-gone': () =>
    says('Une des images n’est plus là. Rien n’a été envoyé.', `${SAFE} Choisissez les images à nouveau.`),
  'picture-not-a-picture': () =>
    says(
      'Cette image ne peut pas être lue ici. Rien n’a été conservé.',
      'Envoyez-la en JPEG, PNG, WebP ou GIF ; un téléphone en fait un JPEG quand vous la partagez.',
    ),
  'picture-unreadable': () =>
    says(
      'Cette image est abîmée ou coupée. Rien n’a été conservé.',
      'Ouvrez-la sur votre appareil, enregistrez-la de nouveau, et envoyez celle-là.',
    ),
  'picture-too-large': () =>
    says('Cette image a trop de pixels. Rien n’a été conservé.', 'Réduisez-la, ou envoyez-en une photo.'),
  'idea-missing': () => says('Veuillez dire en quelques mots ce que vous avez en tête.'),
  'idea-line-long': ({ field, most }) => says(`${FIELDS[field]} : au plus ${most} caractères.`),
  'no-ideas-taken': () => says('Cet artiste ne prend pas d’idées en ce moment.', 'Choisissez-en un autre.'),
  'idea-link-opens-nothing': () =>
    says('Ce lien ne mène à rien.', 'Utilisez le lien entier du dernier e-mail, ou écrivez au studio.'),
  'idea-changed': () => says('Cette idée a changé entre-temps.', 'Regardez-la de nouveau, puis décidez.'),
  'idea-not-allowed': () => says('Vous ne pouvez pas faire cela avec l’idée. Rien n’a été modifié.'),
  'idea-not-answered': () => says('Personne n’a encore répondu à cette idée. Rien n’a été modifié.'),
  'idea-answered': () =>
    says('Cette idée a reçu une réponse entre-temps. Rien n’a été modifié ; proposez d’autres heures.'),
  'idea-booked': () => says('Il y a déjà un rendez-vous pour cela, et il tient. Annulez-le d’abord.'),
  'idea-over': ({ state }) => says(`${IDEA_ENDED[state]} Rien n’a été modifié.`),
  'idea-times-lapsed': () =>
    says('Ces heures ont expiré. Rien n’a été réservé.', 'Écrivez au studio, qui en proposera d’autres.'),
  'idea-artist-away': () =>
    says(
      'Cet artiste ne prend pas de réservation en ce moment. Rien n’a été réservé.',
      'Écrivez au studio, qui en proposera d’autres.',
    ),
  'too-often': ({ seconds }) =>
    says(
      'Trop de demandes sont venues d’ici en peu de temps.',
      `${SAFE} Réessayez dans ${waitIn('fr', seconds)}.`,
    ),
  'too-many-open': () =>
    says(
      'Trop de demandes attendent une réponse, ou ont été faites en peu de temps. Rien n’a été envoyé.',
      `${SAFE} Attendez une réponse, réessayez plus tard, ou écrivez au studio.`,
    ),
  'filled-by-program': () =>
    says(
      'Le formulaire semblait rempli par un programme. Rien n’a été envoyé.',
      `${SAFE} Veuillez l’envoyer encore une fois.`,
    ),
  'proof-missing': () =>
    says(
      'La preuve de travail manque. Rien n’a été envoyé.',
      'Résolvez GET /api/v1/challenge et envoyez la solution comme « proof ».',
    ),
  'proof-lapsed': () =>
    says(
      'La vérification de votre navigateur a expiré. Rien n’a été envoyé.',
      `${SAFE} Veuillez envoyer encore une fois.`,
    ),
  'proof-spent': () =>
    says(
      'La vérification de votre navigateur a déjà servi. Rien n’a été envoyé.',
      `${SAFE} Veuillez envoyer encore une fois.`,
    ),
  'entry-deleted-there': () =>
    says(
      'L’événement a été supprimé dans l’agenda, et la réservation déplacée ou confirmée ici entre-temps. La réservation tient ; annulez-la, ou faites réécrire l’événement.',
    ),
  'entry-moved-twice': () =>
    says(
      'La réservation a été déplacée ici, et l’événement à une autre heure dans l’agenda. La réservation garde l’heure d’ici ; choisissez laquelle vaut.',
    ),
  'entry-all-day': () =>
    says(
      'L’événement a été mis sur toute la journée dans l’agenda, ce qui n’est pas l’heure d’un rendez-vous. La réservation garde son heure ; fixez-en une dans l’agenda ou ici.',
    ),
  'entry-recurring': () =>
    says(
      'L’événement a été rendu récurrent dans l’agenda ; une réservation est un seul rendez-vous. Elle garde son heure ; retirez la répétition et faites d’autres réservations pour le reste.',
    ),
  'entry-no-length': () =>
    says(
      'L’événement n’a plus de durée dans l’agenda. La réservation garde son heure ; fixez une fin après le début.',
    ),
  'entry-request-again': () =>
    says(
      '« REQUEST: » a été remis devant une réservation confirmée, et le client le sait. Elle reste confirmée ; annulez-la si elle ne doit pas avoir lieu.',
    ),
  'entry-unclear-title': () =>
    says(
      'Le titre a été changé dans l’agenda et ne montre pas si la demande est confirmée. C’est encore une demande ; confirmez-la ou refusez-la.',
    ),
  'entry-over': () =>
    says(
      'L’événement a été changé dans l’agenda après la fin de la réservation. Elle reste telle quelle ; faites-en une nouvelle, ou supprimez l’événement.',
    ),
  'entry-unknown': () =>
    says('Ce qui a été changé dans l’agenda ne peut pas être suivi. La réservation reste telle qu’ici.'),
  'event-masked': () =>
    says(
      'Cet événement est confidentiel pour le propriétaire de l’agenda. Seule une partie en est montrée ici, et le reste serait perdu. Rien n’a été modifié.',
      'Demandez à son propriétaire de le modifier.',
    ),
  'event-damaged': () =>
    says(
      'Certaines lettres de cet événement sont abîmées, et l’enregistrer l’abîmerait pour tout le monde. Rien n’a été modifié.',
      'Modifiez-le avec l’application qui l’a créé, ou supprimez-le.',
    ),
  'series-unclear': () =>
    says(
      'Une série de votre agenda se répète selon une règle illisible et occupe peut-être cette heure. Regardez dans votre agenda avant de confirmer.',
    ),
  overlap: (span) =>
    says(
      `L’agenda répond de nouveau, et autre chose s’y trouve : ${spanIn('fr', span)}. La réservation a été prise pendant qu’il ne répondait pas. Rien n’a été modifié ; déplacez-la, ou faites de la place.`,
    ),
  'admins-only': () => says('Seul un admin peut le faire.'),
  'people-only': () => says('Il faut un compte ici pour cela.'),
  'no-person': () => says('Cette personne n’existe pas (ou plus).'),
  'last-admin': () =>
    says(
      'Plus personne ne pourrait rien remettre en ordre. Rien n’a été modifié.',
      'Nommez d’abord quelqu’un d’autre admin.',
    ),
  'not-yourself': () =>
    says('Quelqu’un d’autre doit le faire pour vous. Rien n’a été modifié.', 'Demandez à un autre admin.'),
  'still-owns': () =>
    says(
      'Des agendas, des comptes ou un profil d’artiste lui appartiennent encore. Rien n’a été modifié.',
      'Dites qui les reprend, ou suspendez la personne : tout lui reste alors.',
    ),
  'no-heir': () => says('La reprise va à quelqu’un d’autre qui a un accès actif ici. Rien n’a été modifié.'),
  'person-disabled': () =>
    says('Cette personne est suspendue. Rien n’a été modifié.', 'Rétablissez d’abord son accès.'),
  'email-taken': () => says('Quelqu’un avec cette adresse e-mail est déjà là.'),
  'person-name': ({ most }) => says(`Un nom tient sur une ligne, de 1 à ${most} caractères.`),
  'password-length': ({ least, most }) => says(`Un mot de passe a de ${least} à ${most} caractères.`),
  'wrong-password': () => says('Le mot de passe actuel n’est pas le bon. Rien n’a été modifié.'),
  'link-over': () =>
    says(
      'Ce lien n’ouvre rien (ou plus rien).',
      'Il s’ouvre une fois, et pas pour toujours. Demandez-en un nouveau à un admin.',
    ),
};
