import { says } from '../../sentence.ts';
import type { IdeaEnd, IdeaField, Most } from '../given.ts';

const IDEA_ENDED: Readonly<Record<IdeaEnd, string>> = {
  DECLINED: 'The artist has declined this idea.',
  WITHDRAWN: 'This idea was withdrawn.',
  EXPIRED: 'This idea has lapsed.',
  CLOSED: 'This idea is closed.',
};

const FIELDS: Readonly<Record<IdeaField, string>> = {
  placement: 'The placement',
  size: 'The size',
  style: 'The style',
  budget: 'The budget',
  preferredDays: 'What you say of days',
  quote: 'The quote',
  deposit: 'The deposit',
};

/** Ideas, as their client meets them. */
export const ideas = {
  'idea-missing': () => says('Please say in a few words what you have in mind.'),
  'idea-line-long': ({ field, most }: Most & { readonly field: IdeaField }) =>
    says(`${FIELDS[field]} has at most ${most} characters.`),
  'no-ideas-taken': () => says('This artist takes no ideas at the moment.', 'Choose another one.'),
  'idea-link-opens-nothing': () =>
    says('This link does not open anything.', 'Use the whole link of the last mail, or write to the studio.'),
  'idea-changed': () => says('This idea was changed meanwhile.', 'Look at it again, then decide.'),
  'idea-not-allowed': () => says('You cannot do this with the idea. Nothing was changed.'),
  'idea-not-answered': () => says('Nobody has answered this idea yet. Nothing was changed.'),
  'idea-answered': () =>
    says('This idea was answered meanwhile. Nothing was changed; offer further times instead.'),
  'idea-booked': () => says('There is an appointment for this already, and it stands. Cancel it first.'),
  'idea-over': ({ state }: { readonly state: IdeaEnd }) => says(`${IDEA_ENDED[state]} Nothing was changed.`),
  'idea-times-lapsed': () =>
    says('These times have lapsed. Nothing was booked.', 'Write to the studio, and they offer others.'),
  'idea-artist-away': () =>
    says(
      'This artist takes no bookings just now. Nothing was booked.',
      'Write to the studio, and they offer others.',
    ),
};
