import type { QueryClient } from '@tanstack/react-query';
import { createTRPCQueryUtils } from '@trpc/react-query';
import { Temporal } from 'temporal-polyfill';
import { PHONE } from '../agenda/agenda-search.ts';
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

/** What every page behind the door waits for, and the agenda besides: asked before any of them is there to ask. */
export function askFirst(asking: Asking, { pathname, search }: Place): void {
  const utils = createTRPCQueryUtils(asking);
  const questions = {
    'people.me': utils.people.me,
    'studio.facts': utils.studio.facts,
    'calendars.list': utils.calendars.list,
  };
  for (const path of OF_EVERY_PAGE) void questions[path].prefetch();
  if (pathname !== '/agenda') return;
  const device = { phone: matchMedia(PHONE).matches, today: () => Temporal.Now.plainDateISO(browserZone()) };
  void utils.agenda.events.prefetch(shownFirst(search, device));
}
