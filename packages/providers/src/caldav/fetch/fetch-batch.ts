import type { UnreadableObject } from '../../port/changes.ts';
import { ProviderFailure } from '../../port/failure.ts';
import type { CalendarSession } from '../collection/calendar-session.ts';
import { dav } from '../wire/dav-element.ts';
import { getObject, isPoison } from './get-object.ts';
import type { Member } from './member-event.ts';
import { type Fetched, multiget } from './multiget.ts';

/**
 * The bodies of a batch by multiget. An answer that one object spoils is split until that object stands
 * alone (rule S10). Objects in `doubted` (said to be gone, or missing from a list) are gone when the multiget
 * says so or leaves them out, as sabre/dav and DAViCal do with what does not exist. All others were listed a
 * moment ago: when the multiget does not have them it may have stumbled over their names, so each is asked
 * for singly.
 */
export async function fetchBatch(
  session: CalendarSession,
  members: readonly Member[],
  doubted: ReadonlySet<string>,
  signal: AbortSignal,
): Promise<Fetched> {
  const answer = await multigetUnlessSpoilt(session, members, signal);
  if (answer === 'unsupported') return getEach(session, members, signal);
  if (answer === 'spoilt') return splitUp(session, members, doubted, signal);
  const { changed, unreadable } = answer.fetched;
  const absent = [...answer.omitted.map(({ href }) => href), ...answer.fetched.gone];
  const gone = absent.filter((href) => doubted.has(href));
  const unsettled = new Set(absent.filter((href) => !doubted.has(href)));
  const singly = members.filter(({ href }) => unsettled.has(href));
  return merged([{ changed, gone, unreadable }, await getEach(session, singly, signal)]);
}

const NOTHING: Fetched = { changed: [], gone: [], unreadable: [] };
const UNSUPPORTED: ReadonlySet<number> = new Set([400, 405, 415, 422, 501]);

async function multigetUnlessSpoilt(
  session: CalendarSession,
  members: readonly Member[],
  signal: AbortSignal,
): Promise<{ readonly fetched: Fetched; readonly omitted: readonly Member[] } | 'unsupported' | 'spoilt'> {
  try {
    const answer = await multiget(session, members, signal);
    if (answer.ok) return answer;
    if (UNSUPPORTED.has(answer.status) || answer.preconditions.has(dav('supported-report')))
      return 'unsupported';
    if (answer.status === 500) return 'spoilt';
    throw answer.failure;
  } catch (error) {
    if (isPoison(error)) return 'spoilt';
    throw error;
  }
}

async function splitUp(
  session: CalendarSession,
  members: readonly Member[],
  doubted: ReadonlySet<string>,
  signal: AbortSignal,
): Promise<Fetched> {
  if (members.length === 1) return getEach(session, members, signal);
  const middle = Math.ceil(members.length / 2);
  const first = await fetchBatch(session, members.slice(0, middle), doubted, signal);
  if (isOutage(first.unreadable, middle)) throw outage();
  const second = await fetchBatch(session, members.slice(middle), doubted, signal);
  return merged([first, second]);
}

/** When hardly anything of several objects can be read, it is the server that is ill, not the objects. */
function isOutage(unreadable: readonly UnreadableObject[], asked: number): boolean {
  return asked > 3 && unreadable.length * 2 > asked;
}

function outage(): ProviderFailure {
  return new ProviderFailure(
    'server-error',
    'The server lists the events but cannot hand them out.',
    'It will be tried again by itself.',
  );
}

async function getEach(
  session: CalendarSession,
  members: readonly Member[],
  signal: AbortSignal,
): Promise<Fetched> {
  const fetched = {
    changed: [...NOTHING.changed],
    gone: [...NOTHING.gone],
    unreadable: [...NOTHING.unreadable],
  };
  for (const member of members) {
    const answer = await getObject(session, member, signal);
    if (answer.kind === 'here') fetched.changed.push(answer.object);
    else if (answer.kind === 'gone') fetched.gone.push(member.href);
    else fetched.unreadable.push(answer.object);
  }
  return fetched;
}

function merged(parts: readonly Fetched[]): Fetched {
  return {
    changed: parts.flatMap(({ changed }) => changed),
    gone: parts.flatMap(({ gone }) => gone),
    unreadable: parts.flatMap(({ unreadable }) => unreadable),
  };
}
