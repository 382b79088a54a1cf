import { CLIENT_REFUSALS_FR } from '../refusals/client-fr.ts';
import type { BookingWords } from './en.ts';
import { details, images } from './fr/details.ts';
import { idea } from './fr/idea.ts';
import { manage } from './fr/manage.ts';
import { artist, book, common, problem, service, steps } from './fr/page.ts';
import { done, review } from './fr/review.ts';
import { hold, time } from './fr/time.ts';

export const fr: BookingWords = {
  refusals: CLIENT_REFUSALS_FR,
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
