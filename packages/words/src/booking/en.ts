import { CLIENT_REFUSALS_EN } from '../refusals/client-en.ts';
import type { Words } from '../words.ts';
import { details, images } from './en/details.ts';
import { idea } from './en/idea.ts';
import { manage } from './en/manage.ts';
import { artist, book, common, problem, service, steps } from './en/page.ts';
import { done, review } from './en/review.ts';
import { hold, time } from './en/time.ts';

export const en = {
  refusals: CLIENT_REFUSALS_EN,
  common,
  problem,
  steps,
  book,
  service,
  artist,
  time,
  hold,
  details,
  images,
  review,
  done,
  manage,
  idea,
};

/** What English says, every other language says too, and no more. */
export type BookingWords = Words<typeof en>;
