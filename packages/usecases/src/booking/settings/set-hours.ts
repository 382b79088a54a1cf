import type { Closure, DateOverride } from '@atelier/booking/hours/opening-hours';
import { parseHours } from '@atelier/booking/hours/parse-hours';
import { patchArtist } from '@atelier/database/booking/artist-store';
import { setClosures, setOverrides } from '@atelier/database/booking/hours-store';
import { transact } from '@atelier/database/transaction';
import type { Actor } from '../../actor.ts';
import type { Context } from '../../context.ts';
import { done, type Outcome, refused } from '../../outcome.ts';
import { announceOffer } from './announce-offer.ts';
import { ownArtist } from './own-artist.ts';

/** Replaces weekly hours, overrides and closures of an artist; all of it or, where something is wrong, nothing. */
export async function setHours(
  context: Context,
  actor: Actor,
  slug: string,
  input: unknown,
): Promise<Outcome<{ readonly artist: string }>> {
  const artist = await ownArtist(context, actor, slug);
  if (!artist.ok) return artist;
  const parsed = parseHours(input);
  if (!parsed.ok) {
    const words = parsed.problems.map(({ path, message }) => (path === '' ? message : `${path}: ${message}`));
    return refused('invalid', words.slice(0, 5).join(' '), 'Nothing was changed.');
  }
  const { weekly, overrides, closures } = parsed.hours;
  const { id } = artist.value;
  await transact(context.database, async (transaction) => {
    await patchArtist(transaction, id, { weekly });
    await setOverrides(transaction, id, merged(overrides));
    await setClosures(transaction, id, named(context, closures));
    announceOffer(transaction, id);
  });
  return done({ artist: slug });
}

/** Of several overrides for one date all ranges count. */
function merged(overrides: readonly DateOverride[]) {
  const byDate = Map.groupBy(overrides, ({ date }) => date);
  return [...byDate].map(([date, list]) => ({ date, ranges: list.flatMap(({ ranges }) => ranges) }));
}

function named({ newId }: Context, closures: readonly Closure[]) {
  return closures.map(({ from, to, reason = '' }) => ({ id: newId(), from, to, reason }));
}
