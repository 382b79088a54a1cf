import { useMe } from '../shell/use-me.ts';
import { useStudio } from '../shell/use-studio.ts';
import { useSkipped } from './use-skipped.ts';

/** Whether the first questions come before anything else: nobody has answered them, and this person may. */
export function useFirstRun(): boolean {
  const admin = useMe().role === 'ADMIN';
  const [skipped] = useSkipped();
  return useStudio()?.standing === 'open' && admin && !skipped;
}
