import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { withinLimit } from '@atelier/usecases/abuse/within-limit';
import { type FoundEvents, findEvents, type ListEvents } from '@atelier/usecases/events/list-events';
import { type Request, type Response, Router } from 'express';
import superjson from 'superjson';
import { SMALL_BODY } from '../doors/door.ts';
import type { OwnRoutes } from '../doors/signed-in.ts';
import { spanInput } from '../input/agenda.ts';
import { openKeptAnswers } from './kept-answers.ts';

const [packed, unpacked] = [promisify(gzip), promisify(gunzip)];

/** Octets. A full month of twenty calendars packs into 50,000. */
const MOST_KEPT = 24 * 2 ** 20;

/**
 * The events of a month, which everybody asks for, and again whenever one of them has changed: the words of
 * `agenda.events` are made and packed once for all who are told the same. What is not plainly such a question, or cannot
 * be answered, goes on to the procedure itself.
 */
export function eventsRoute({ services, door, actorOf }: OwnRoutes): Router {
  const router = Router({ caseSensitive: true, strict: true });
  const answers = openKeptAnswers(MOST_KEPT);

  async function answerOf(request: Request): Promise<Buffer | null> {
    const asked = spanOf(request);
    const actor = asked && (await actorOf(request));
    if (!asked || !actor) return null;
    const counted = await withinLimit(services.limiter, 'person', actor.userId);
    const found = counted.ok ? await findEvents(services, actor, asked) : counted;
    return found.ok ? answers.get(nameOf(found.value), () => pack(found.value)) : null;
  }

  router.get(
    '/trpc/agenda.events',
    door({ access: 'own', largestBody: SMALL_BODY }),
    async (request, response, next) => {
      // Whatever is wrong, the procedure finds it as well, and has the words for it.
      const answer = await answerOf(request).catch(() => null);
      if (answer) await send(request, response, answer);
      else next();
    },
  );
  return router;
}

/** Null: this is no question of one month by itself. */
function spanOf({ query }: Request): ListEvents | null {
  const { input, batch } = query;
  if (typeof input !== 'string' || batch !== undefined) return null;
  try {
    return spanInput.safeParse(superjson.parse(input)).data ?? null;
  } catch {
    return null;
  }
}

function nameOf({ key }: FoundEvents): string {
  return createHash('sha256').update(key).digest('base64');
}

async function pack({ events }: FoundEvents): Promise<Buffer> {
  return packed(JSON.stringify({ result: { data: superjson.serialize(await events()) } }));
}

async function send(request: Request, response: Response, answer: Buffer): Promise<void> {
  response.type('json').vary('Accept-Encoding');
  if (request.acceptsEncodings('gzip')) response.set('Content-Encoding', 'gzip').end(answer);
  else response.end(await unpacked(answer));
}
