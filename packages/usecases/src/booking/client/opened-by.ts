import type { Context } from '../../context.ts';
import { done, type Outcome, refusedFor } from '../../outcome.ts';
import { OPENS_NOTHING } from '../link/opened-link.ts';
import type { SeenByLink } from './client-booking.ts';
import { readLink } from './see-by-link.ts';

/** What a link opens, for a step that only one party takes: the other party's link does not take it. */
export async function openedBy(
  context: Pick<Context, 'database' | 'clock'>,
  token: string,
  party: SeenByLink['party'],
): Promise<Outcome<SeenByLink>> {
  const seen = await readLink(context, token);
  if (!seen) return OPENS_NOTHING;
  return seen.party === party ? done(seen) : refusedFor('forbidden', WRONG_LINK[party]);
}

const WRONG_LINK = { client: 'link-of-artist', artist: 'link-of-client' } as const;
