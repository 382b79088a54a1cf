import { useReader } from '../language/studio-reader.ts';
import { useStudio } from '../shell/use-studio.ts';

/** Whether a client hears of an answer by itself: nothing is promised that no mail server sends. */
export function useTold(): string {
  const { words } = useReader();
  const mail = useStudio()?.mail;
  if (mail === undefined) return '';
  return mail === 'ready' ? words.bookings.told.mailed : words.bookings.told.unmailed;
}
