import { agendaRouter } from './agenda-router.ts';
import { calendarsRouter } from './calendars-router.ts';
import { changesRouter } from './changes-router.ts';
import { conflictsRouter } from './conflicts-router.ts';
import { connectionsRouter } from './connections-router.ts';
import { peopleRouter } from './people-router.ts';
import { studioRouter } from './studio-router.ts';
import { router } from './trpc.ts';

export const appRouter = router({
  agenda: agendaRouter,
  calendars: calendarsRouter,
  changes: changesRouter,
  conflicts: conflictsRouter,
  connections: connectionsRouter,
  people: peopleRouter,
  studio: studioRouter,
});

/** All that the web app imports from the back. */
export type AppRouter = typeof appRouter;
