import type { BaseVersion } from '../../port/writes.ts';
import type { CalendarSession } from '../collection/calendar-session.ts';
import { lookAtObject } from '../fetch/look-at-object.ts';
import { isUnmet, type WriteAnswer } from '../wire/write-answer.ts';
import { type Condition, isStill, MUST_EXIST, mustBe, namesOf } from './write-condition.ts';

type Send = (condition: Condition) => Promise<WriteAnswer>;

/**
 * Sends a write that depends on a version. When the server does not recognise the version (or never told its etag), a
 * look says what is there; if it is the version meant after all, the write is sent again under the names that this
 * server might know it by, each after a look of its own. `*` leaves a moment in which somebody else's write can be
 * overwritten, but only on servers that give no etag that they keep to.
 */
export async function writeIfUnchanged(
  session: CalendarSession,
  href: string,
  base: BaseVersion,
  send: Send,
): Promise<WriteAnswer | 'gone' | 'changed'> {
  const tried: Condition[] = [];
  if (base.etag !== null) {
    tried.push(mustBe(base.etag));
    const answer = await send(mustBe(base.etag));
    if (!isUnmet(answer)) return answer;
  }
  for (;;) {
    const current = await lookAtObject(session, href);
    if (current === null) return 'gone';
    const next = namesOf(current.etag).find((name) => !tried.some((other) => isSame(name, other)));
    if (!isStill(base, current) || next === undefined || tried.length === MOST_TRIES) return 'changed';
    tried.push(next);
    const answer = await send(next);
    if (!isUnmet(answer) || isSame(next, MUST_EXIST)) return answer;
  }
}

/** Every name of a version once, and no end of them where each look shows another etag. */
const MOST_TRIES = 4;

function isSame(one: Condition, other: Condition): boolean {
  return one['if-match'] === other['if-match'];
}
