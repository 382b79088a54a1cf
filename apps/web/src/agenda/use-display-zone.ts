import { useStudioZone } from '../shell/use-studio-zone.ts';
import { browserZone } from '../time/zone-name.ts';
import { useStored } from '../ui/use-stored.ts';

export type ZoneChoice = 'studio' | 'browser';

const read = (stored: string | null): ZoneChoice => (stored === 'browser' ? 'browser' : 'studio');

/** In which zone times are shown: the studio's, unless somebody far away asks for their own. */
export function useDisplayZone() {
  const studio = useStudioZone();
  const browser = browserZone();
  const [choice, choose] = useStored('atelier.zone', read, String);
  return {
    zone: choice === 'browser' ? browser : studio,
    choice,
    choose,
    studio,
    browser,
    differs: studio !== browser,
  };
}
