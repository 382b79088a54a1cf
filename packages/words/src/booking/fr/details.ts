import { de } from '../../elision.ts';
import type { Words } from '../../words.ts';
import type * as en from '../en/details.ts';

export const details: Words<typeof en.details> = {
  heading: 'Vos coordonnées',
  lead: 'Seul le studio les voit.',
  you: 'Vous',
  name: 'Nom',
  email: 'E-mail',
  emailHint: 'La réponse y sera envoyée.',
  phone: 'Téléphone',
  phoneHint: 'Au cas où quelque chose changerait au dernier moment.',
  idea: 'Votre idée',
  note: 'Qu’avez-vous en tête ?',
  ideaHint: 'Quel motif, à quel endroit du corps, de quelle taille ? Tout ce qui aide à préparer.',
  questions: 'Les questions de l’artiste',
  alternative: 'Un second choix',
  alternativeHint: 'Si l’artiste ne peut pas à cette heure, cela aide à en trouver vite une autre.',
  alternativeAdd: 'Ajouter un second choix',
  alternativeIs: ({ time }) => `Second choix : ${time}`,
  toReview: 'Vérifier',
  problems: 'Veuillez revoir ceci :',
  errors: {
    required: 'Veuillez remplir ce champ.',
    name: 'Veuillez indiquer votre nom.',
    needEmail: 'Veuillez indiquer votre adresse e-mail : la réponse y sera envoyée.',
    email: 'Ceci ne ressemble pas à une adresse e-mail, comme ana@example.org.',
    phone: 'Ceci ne ressemble pas à un numéro de téléphone.',
    idea: 'Veuillez décrire votre idée en quelques mots.',
    tooLong: 'C’est trop long.',
  },
};

export const images: Words<typeof en.images> = {
  label: 'Images de référence',
  hint: ({ count, size }) => `Jusqu’à ${count} images de ${size} au plus chacune : JPEG, PNG ou WebP.`,
  chooseMore: 'Choisir des images',
  sending: ({ name, percent }) => `Envoi ${de(name)}, ${percent} %`,
  sent: ({ name }) => `${name} est arrivée.`,
  removeOne: ({ name }) => `Retirer ${name}`,
  tooLarge: ({ name, size, most }) => `${name} fait ${size}. Le maximum est de ${most}.`,
  notImage: ({ name }) => `${name} n’est pas une image lisible. JPEG, PNG et WebP conviennent.`,
  tooMany: ({ count, name }) => `Pas plus de ${count} images. ${name} a été laissée de côté.`,
  failed: ({ name }) => `${name} n’a pas pu être envoyée. Vérifiez votre connexion et réessayez.`,
  limited: ({ name }) =>
    `${name} n’a pas pu être envoyée : trop d’images à la fois. Réessayez dans quelques minutes.`,
  waiting: 'Des images sont encore en cours d’envoi …',
};
