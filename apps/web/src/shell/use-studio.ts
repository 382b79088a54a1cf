import type { StudioFacts } from '../api/answers.ts';
import { trpc } from '../api/trpc.ts';

/** What every page may need to know of the studio; undefined for the blink until the server has said it. */
export function useStudio(): StudioFacts | undefined {
  return trpc.studio.facts.useQuery().data;
}
