import { ProviderFailure } from '../../port/failure.ts';
import type { CalendarSession } from '../collection/calendar-session.ts';
import { collectionState, listMembers } from '../fetch/list-members.ts';

/** The port's `recheck`: by PROPFIND alone, so that it shares nothing with the sync report it double-checks. */
export async function recheck(
  session: CalendarSession,
): Promise<{ readonly isCalendar: boolean; readonly hrefs: ReadonlySet<string> }> {
  try {
    const { isCalendar } = await collectionState(session);
    const hrefs = new Set<string>();
    if (!isCalendar) return { isCalendar, hrefs };
    for await (const event of listMembers(session)) {
      if (event.kind === 'member') hrefs.add(event.member.href);
    }
    return { isCalendar, hrefs };
  } catch (error) {
    if (error instanceof ProviderFailure && error.kind === 'not-found')
      return { isCalendar: false, hrefs: new Set() };
    throw error;
  }
}
