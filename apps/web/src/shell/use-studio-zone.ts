import { trpc } from '../api/trpc.ts';
import { browserZone } from '../time/zone-name.ts';

/** IANA zone of the studio; the browser's own for the blink until the server has said it. */
export function useStudioZone(): string {
  const { data } = trpc.studio.facts.useQuery();
  return data?.timeZone ?? browserZone();
}
