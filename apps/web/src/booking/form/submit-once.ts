import type { Keep } from '../storage.ts';

/** A request on its way: under its key the server makes one booking of it, however often it arrives (B5). */
interface Attempt<Body> {
  readonly key: string;
  readonly body: Body;
}

export interface Sent<Answer> {
  readonly answer: Answer;
  /** It answers what was sent before, not what was sent now. */
  readonly earlier: boolean;
}

interface Means<Body, Answer> {
  /** Under which it is kept what was sent and not answered yet. */
  readonly name: string;
  readonly send: (attempt: Attempt<Body>) => Promise<Answer>;
  readonly keep: Keep;
  readonly newKey: () => string;
  /** Whether the server has said no: nothing was made then, and the key is free to go. */
  readonly isRefusal: (error: unknown) => boolean;
  /** Whether the answer means that it is done. */
  readonly isDone: (answer: Answer) => boolean;
}

/**
 * What changes between two attempts at the same thing (a hold, a proof) is `send`'s to add, and no part of the body.
 *
 * Sends a request until it is known what became of it. What was sent and never answered may have arrived: before
 * anything else is sent it goes again under its key, and if it had arrived, that is the answer.
 */
export function submitOnce<Body, Answer>(means: Means<Body, Answer>) {
  const { name, send, keep, newKey, isRefusal, isDone } = means;
  async function attempt(body: Body, key: string): Promise<Answer> {
    keep.write(name, { key, body: JSON.stringify(body) });
    try {
      const answer = await send({ key, body });
      keep.write(name, null);
      return answer;
    } catch (error) {
      if (isRefusal(error)) keep.write(name, null);
      throw error;
    }
  }

  return async (body: Body): Promise<Sent<Answer>> => {
    const before = readUnanswered(keep, name);
    if (!before) return { answer: await attempt(body, newKey()), earlier: false };
    if (before.body === JSON.stringify(body))
      return { answer: await attempt(body, before.key), earlier: false };
    const settled = await attempt(revive<Body>(before.body), before.key).catch((error: unknown) => {
      if (isRefusal(error)) return null;
      throw error;
    });
    if (settled && isDone(settled)) return { answer: settled, earlier: true };
    return { answer: await attempt(body, newKey()), earlier: false };
  };
}

function readUnanswered(keep: Keep, name: string): { readonly key: string; readonly body: string } | null {
  const found = keep.read(name);
  if (typeof found !== 'object' || found === null) return null;
  const { key, body } = found as { key?: unknown; body?: unknown };
  return typeof key === 'string' && typeof body === 'string' ? { key, body } : null;
}

/** Dates have become texts on the way through the storage. */
function revive<Body>(text: string): Body {
  return JSON.parse(text, (name, value: unknown) =>
    DATES.has(name) && typeof value === 'string' ? new Date(value) : value,
  ) as Body;
}

const DATES = new Set(['start', 'alternativeStart']);
