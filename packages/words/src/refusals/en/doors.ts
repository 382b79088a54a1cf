import { says } from '../../sentence.ts';
import { sizeIn } from '../../spoken.ts';
import type { Told } from '../../words.ts';
import type { Most } from '../given.ts';

/** What a request hears before anything is done for it. */
export const doors = {
  'nothing-here': () => says('There is nothing here.'),
  'not-json': () => says('This is not JSON, or it did not arrive whole. Nothing was changed.'),
  'too-much': () => says('This is too much at once. Nothing was changed.'),
  'most-octets': ({ most }: Most) =>
    says(`At most ${sizeIn('en', most)} are taken here at once. Nothing was changed.`),
  'encoding-unknown': () => says('This encoding is not understood.'),
  'address-unreadable': () => says('This address cannot be read.'),
  'request-unreadable': () => says('This request cannot be read.'),
  'went-wrong': () => says('Something went wrong here; nothing was changed.'),
  'unavailable-now': () => says('Nothing can be answered just now.'),
  'sign-in-unavailable': () => says('Nobody can sign in just now.'),
  'body-json': () => says('A body is JSON here.', 'Send the header “Content-Type: application/json”.'),
  'key-invalid': () => says('This key is not valid (any more).'),
  'method-nothing': ({ method }: Told<'method'>) =>
    says(`${method} does nothing here.`, '/api/v1/openapi.json lists what there is.'),
  'no-route': () => says('There is no such route.', '/api/v1/openapi.json lists what there is.'),
  'needs-key': () =>
    says(
      'This needs a key, or somebody who is signed in.',
      'Send the header “Authorization: Bearer KEY”. `atelier api-key create` makes a key.',
    ),
  'sign-in-first': () => says('Please sign in.'),
  'only-pictures': () =>
    says('Only pictures can be sent here.', 'Name its kind as image/jpeg, image/png or image/webp.'),
  'other-site': () =>
    says(
      'This request came from another site.',
      'Behind a proxy, ATELIER_URL tells the address that people type.',
    ),
  'sign-in-shape': () => says('This is no e-mail address with a password.'),
};
