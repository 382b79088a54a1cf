import type { QueryClient } from '@tanstack/react-query';
import { createTRPCQueryUtils } from '@trpc/react-query';
import { Temporal } from 'temporal-polyfill';
import { PHONE } from '../agenda/agenda-search.ts';
import type { Range } from '../agenda/first-range.ts';
import type { ApiClient } from '../api/client.ts';
import { browserZone } from '../time/zone-name.ts';
import { OF_EVERY_PAGE, shownFirst } from './first-questions.ts';

interface Asking {
  readonly client: ApiClient;
  readonly queryClient: QueryClient;
}

interface Place {
  readonly pathname: string;
  readonly search: Readonly<Record<string, unknown>>;
}

/**
 * What every page behind the door waits for, and the agenda besides: asked before any of them is there to ask. Resolves when
 * all is answered, one way or the other.
 */
export async function askFirst(asking: Asking, { pathname, search }: Place): Promise<void> {
  const utils = createTRPCQueryUtils(asking);
  const questions = {
    'people.me': utils.people.me,
    'studio.facts': utils.studio.facts,
    'calendars.list': utils.calendars.list,
  };
  const asked = OF_EVERY_PAGE.map((path) => questions[path].prefetch());
  if (pathname === '/agenda') asked.push(utils.agenda.events.prefetch(rangeOf(search)));
  await Promise.all(asked);
}

function rangeOf(search: Place['search']): Range {
  const today = () => Temporal.Now.plainDateISO(browserZone());
  return shownFirst(search, { phone: matchMedia(PHONE).matches, today });
}
