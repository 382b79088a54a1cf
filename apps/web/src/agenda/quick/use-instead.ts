import type { Span } from '@atelier/quick-add/sentence';
import { useReader } from '../../language/studio-reader.ts';
import { plainDate } from './use-quick-event.ts';

/** Writes another date into a sentence, as people write it. */
export function useInstead(text: string, onText: (text: string) => void) {
  const { language } = useReader();
  return (date: string, { from, to }: Span) => {
    const day = plainDate(date).toLocaleString(language === 'en' ? 'en-GB' : 'fr', {
      day: 'numeric',
      month: 'long',
      year: 'numeric',
    });
    onText(`${text.slice(0, from)}${day}${text.slice(to)}`);
  };
}
