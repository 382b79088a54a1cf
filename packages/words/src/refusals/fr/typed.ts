import { says } from '../../sentence.ts';
import type { Words } from '../../words.ts';
import type * as en from '../en/typed.ts';
import type { NumberName, TypedName } from '../given.ts';

const SAFE = 'Ce que vous avez écrit est conservé.';

const TYPED: Readonly<Record<TypedName, string>> = {
  name: 'Le nom',
  bio: 'La présentation',
  question: 'Une question',
  chair: 'Le nom d’un fauteuil',
  service: 'Le nom d’une prestation',
  price: 'Le prix',
  deposit: 'L’acompte',
  description: 'La description',
  studio: 'Le nom du studio',
  phone: 'Le numéro de téléphone',
  zone: 'Le fuseau horaire',
  language: 'La langue',
  sender: 'L’expéditeur',
  url: 'L’adresse publique',
  address: 'L’adresse',
};

const NUMBERS: Readonly<Record<NumberName, string>> = {
  notice: 'Le délai va de zéro à un an.',
  horizon: 'L’horizon va d’aujourd’hui à un an.',
  slotInterval: 'L’intervalle entre deux débuts va d’une minute à un jour.',
  dailyLimit: 'La limite par jour va de zéro à 1000.',
  cutOff: 'Le délai de changement va de zéro à un an.',
  position: 'Une position va de 0 à 10 000.',
  length: 'Une prestation dure d’une minute à une semaine.',
  buffer: 'Une marge dure de rien à un jour.',
};

export const typed: Words<typeof en.typed> = {
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
  'text-line': ({ field }) => says(`${TYPED[field]} : une seule ligne de texte.`),
  'text-missing': ({ field }) => says(`${TYPED[field]} : ce champ est vide.`),
  'text-long': ({ field, most }) => says(`${TYPED[field]} : au plus ${most} caractères.`),
  'number-out': ({ field }) => says(NUMBERS[field]),
};
