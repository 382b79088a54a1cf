import type { StudioSettings } from '../api/answers.ts';
import { useReader } from '../language/studio-reader.ts';

/** Of a field that the environment may have set: it is then read only, and says who has set it. */
export function useFixed({ fixed }: StudioSettings, field: keyof StudioSettings['fixed']) {
  const { words } = useReader();
  const variable = fixed[field];
  if (variable === undefined) return { hint: null, lock: {} } as const;
  return {
    hint: words.settings.fixed({ variable }),
    lock: { readOnly: true, className: 'read-only:bg-sunken' },
  } as const;
}
