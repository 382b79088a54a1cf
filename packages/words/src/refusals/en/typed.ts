import { says } from '../../sentence.ts';
import type { Most, NumberName, TypedName } from '../given.ts';

const SAFE = 'What you have typed is safe.';

const TYPED: Readonly<Record<TypedName, string>> = {
  name: 'The name',
  bio: 'The bio',
  question: 'A question',
  chair: 'The name of a chair',
  service: 'The name of a service',
  price: 'The price',
  deposit: 'The deposit',
  description: 'The description',
  studio: 'The name of the studio',
  phone: 'The telephone number',
  zone: 'The time zone',
  language: 'The language',
  sender: 'The sender',
  url: 'The public address',
  address: 'The address',
};

const NUMBERS: Readonly<Record<NumberName, string>> = {
  notice: 'The notice lies between none and a year.',
  horizon: 'The horizon lies between today and a year.',
  slotInterval: 'The slot interval lies between a minute and a day.',
  dailyLimit: 'The daily limit lies between none and 1,000.',
  cutOff: 'The cut-off lies between none and a year.',
  position: 'A position lies between 0 and 10,000.',
  length: 'A service lasts between a minute and a week.',
  buffer: 'A buffer lasts between nothing and a day.',
};

/** What somebody has typed into a form. */
export const typed = {
  'service-gone': () => says('This service is not offered any more.', 'Choose another one.'),
  'nobody-offers': () => says('Nobody here takes bookings for this at the moment.'),
  'one-line-each': () => says('Name, e-mail and telephone are one line each.'),
  'name-length': ({ most }: Most) => says(`A name has 1 to ${most} characters.`),
  'bad-email': () => says('This does not look like an e-mail address.', 'It looks like ana@example.org.'),
  'bad-phone': () => says('This does not look like a telephone number.'),
  'phone-long': () => says('This telephone number is too long.'),
  'note-long': ({ most }: Most) => says(`A message has at most ${most} characters.`),
  'questions-changed': () =>
    says(
      'The questions of this service have changed. Nothing was sent.',
      `${SAFE} Load the page again, and look at the questions once more.`,
    ),
  'answer-missing': ({ question }: { readonly question: string }) =>
    says(`Please answer the question “${question}”. Nothing was sent.`),
  'answer-long': ({ question, most }: Most & { readonly question: string }) =>
    says(`The answer to “${question}” has at most ${most} characters.`),
  'pictures-many': ({ most }: Most) => says(`At most ${most} pictures can be sent. Nothing was sent.`),
  'picture-gone': () =>
    says(
      'One of the pictures is not there any more. Nothing was sent.',
      `${SAFE} Choose the pictures once more.`,
    ),
  'picture-not-a-picture': () =>
    says(
      'This is no picture that can be read here. Nothing was kept.',
      'Send it as JPEG, PNG, WebP or GIF; a telephone makes a JPEG of it when you share it.',
    ),
  'picture-unreadable': () =>
    says(
      'This picture is broken or cut off. Nothing was kept.',
      'Open it once on your own machine, save it again, and send that.',
    ),
  'picture-too-large': () =>
    says('This picture has too many pixels. Nothing was kept.', 'Make it smaller, or send a photo of it.'),
  'text-line': ({ field }: { readonly field: TypedName }) =>
    says(`${TYPED[field]} is one line of plain text.`),
  'text-missing': ({ field }: { readonly field: TypedName }) => says(`${TYPED[field]} is missing.`),
  'text-long': ({ field, most }: Most & { readonly field: TypedName }) =>
    says(`${TYPED[field]} has at most ${most} characters.`),
  'number-out': ({ field }: { readonly field: NumberName }) => says(NUMBERS[field]),
};
