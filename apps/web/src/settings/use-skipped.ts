import { useStored } from '../ui/use-stored.ts';

const read = (stored: string | null): boolean => stored === 'true';

/** Whether somebody at this browser has put the first questions off; a reminder stays. */
export function useSkipped() {
  return useStored('atelier.welcome.later', read, String);
}
