import type { Counted, Told } from '../../words.ts';

export const details = {
  heading: 'Your details',
  lead: 'Only the studio sees them.',
  you: 'About you',
  name: 'Name',
  email: 'E-mail',
  emailHint: 'The studio reaches you there.',
  phone: 'Telephone',
  phoneHint: 'In case something changes at short notice.',
  idea: 'Your idea',
  note: 'What do you have in mind?',
  ideaHint: 'What should it be, where on the body, how large? Anything that helps the artist prepare.',
  questions: 'The artist asks',
  alternative: 'A second choice',
  alternativeHint: 'If the artist cannot make your time, this helps to find another one quickly.',
  alternativeAdd: 'Add a second choice',
  alternativeIs: ({ time }: Told<'time'>) => `Second choice: ${time}`,
  toReview: 'Review',
  problems: 'Please look at this again:',
  errors: {
    required: 'Please fill this in.',
    name: 'Please tell us your name.',
    needEmail: 'Please tell us your e-mail address: the studio answers there.',
    email: 'This does not look like an e-mail address. It looks like ana@example.org.',
    phone: 'This does not look like a telephone number.',
    idea: 'Please describe your idea in a few words.',
    tooLong: 'This is too long.',
  },
};

export const images = {
  label: 'Reference images',
  hint: ({ count, size }: Counted & Told<'size'>) =>
    `Up to ${count} images of at most ${size} each: JPEG, PNG or WebP.`,
  chooseMore: 'Choose images',
  sending: ({ name, percent }: Counted<'percent'> & Told<'name'>) => `Sending ${name}, ${percent} %`,
  sent: ({ name }: Told<'name'>) => `${name} has arrived.`,
  removeOne: ({ name }: Told<'name'>) => `Remove ${name}`,
  tooLarge: ({ name, size, most }: Told<'name' | 'size' | 'most'>) =>
    `${name} is ${size}. At most ${most} are possible.`,
  notImage: ({ name }: Told<'name'>) => `${name} is not an image that we can read. JPEG, PNG and WebP work.`,
  tooMany: ({ count, name }: Counted & Told<'name'>) =>
    `Only ${count} images are possible. ${name} was left out.`,
  failed: ({ name }: Told<'name'>) => `${name} could not be sent. Check your connection and try again.`,
  limited: ({ name }: Told<'name'>) =>
    `${name} could not be sent: too many images at once. Try again in a few minutes.`,
  waiting: 'Images are still being sent …',
};
