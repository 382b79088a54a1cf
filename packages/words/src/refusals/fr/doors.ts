import { says } from '../../sentence.ts';
import { sizeIn } from '../../spoken.ts';
import type { Words } from '../../words.ts';
import type * as en from '../en/doors.ts';

export const doors: Words<typeof en.doors> = {
  'nothing-here': () => says('Il n’y a rien ici.'),
  'not-json': () => says('Ce n’est pas du JSON, ou il n’est pas arrivé en entier. Rien n’a été modifié.'),
  'too-much': () => says('C’est trop à la fois. Rien n’a été modifié.'),
  'most-octets': ({ most }) =>
    says(`Au plus ${sizeIn('fr', most)} sont acceptés ici à la fois. Rien n’a été modifié.`),
  'encoding-unknown': () => says('Cet encodage n’est pas compris.'),
  'address-unreadable': () => says('Cette adresse est illisible.'),
  'request-unreadable': () => says('Cette requête est illisible.'),
  'went-wrong': () => says('Quelque chose s’est mal passé ici ; rien n’a été modifié.'),
  'unavailable-now': () => says('Rien ne peut être répondu en ce moment.'),
  'sign-in-unavailable': () => says('Personne ne peut se connecter en ce moment.'),
  'body-json': () =>
    says('Le corps d’une requête est en JSON ici.', 'Envoyez l’en-tête « Content-Type: application/json ».'),
  'key-invalid': () => says('Cette clé n’est pas (ou plus) valable.'),
  'method-nothing': ({ method }) =>
    says(`${method} ne fait rien ici.`, '/api/v1/openapi.json dit ce qu’il y a.'),
  'no-route': () => says('Cette route n’existe pas.', '/api/v1/openapi.json dit ce qu’il y a.'),
  'needs-key': () =>
    says(
      'Il faut une clé, ou quelqu’un qui est connecté.',
      'Envoyez l’en-tête « Authorization: Bearer CLÉ ». `atelier api-key create` crée une clé.',
    ),
  'sign-in-first': () => says('Veuillez vous connecter.'),
  'only-pictures': () =>
    says(
      'Seules des images peuvent être envoyées ici.',
      'Dites son type : image/jpeg, image/png ou image/webp.',
    ),
  'other-site': () =>
    says(
      'Cette requête vient d’un autre site.',
      'Derrière un proxy, ATELIER_URL dit l’adresse que les gens tapent.',
    ),
  'sign-in-shape': () => says('Ce n’est pas une adresse e-mail avec un mot de passe.'),
};
