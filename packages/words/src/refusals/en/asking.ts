import { says } from '../../sentence.ts';
import { waitIn } from '../../spoken.ts';

const SAFE = 'What you have typed is safe.';

/** Who asks, and how often. */
export const asking = {
  'too-often': ({ seconds }: { readonly seconds: number }) =>
    says('Too much was asked from here in a short time.', `${SAFE} Try again in ${waitIn('en', seconds)}.`),
  'too-many-open': () =>
    says(
      'Too many requests are waiting for an answer, or were made in a short time. Nothing was sent.',
      `${SAFE} Wait for an answer, try again later, or write to the studio.`,
    ),
  'filled-by-program': () =>
    says(
      'This looked as if a program had filled it in. Nothing was sent.',
      `${SAFE} Please send it once more.`,
    ),
  'proof-missing': () =>
    says(
      'The proof of work is missing. Nothing was sent.',
      'Solve GET /api/v1/challenge and send the solution as “proof”.',
    ),
  'proof-lapsed': () =>
    says('Your browser’s check has lapsed. Nothing was sent.', `${SAFE} Please send it once more.`),
  'proof-spent': () =>
    says('Your browser’s check was used before. Nothing was sent.', `${SAFE} Please send it once more.`),
};
