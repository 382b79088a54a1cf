import type { Actor } from '../actor.ts';
import type { Context } from '../context.ts';
import type { AgendaEvent } from './agenda-event.ts';
import { listEvents } from './list-events.ts';

const DAY_MS = 86_400_000;
/** Looked at one after the other until there are enough: most studios fill the first. */
const REACHES_DAYS = [14, 120, 380] as const;

/** What is next: from now on, with what is running and today's all-day events; never cancelled ones. */
export async function nextEvents(
  context: Pick<Context, 'database' | 'clock'>,
  actor: Actor,
  limit: number,
): Promise<readonly AgendaEvent[]> {
  const from = context.clock();
  let found: readonly AgendaEvent[] = [];
  for (const days of REACHES_DAYS) {
    const listed = await listEvents(context, actor, { from, to: new Date(from.getTime() + days * DAY_MS) });
    if (!listed.ok) throw new Error(listed.refusal.message);
    found = listed.value.filter((event) => event.status !== 'cancelled').slice(0, limit);
    if (found.length === limit) break;
  }
  return found;
}
