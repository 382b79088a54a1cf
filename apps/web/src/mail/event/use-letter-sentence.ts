import { useEffect, useState } from 'react';
import { isDayFirst } from '../../agenda/quick/day-first.ts';
import type { PlacedMail } from '../../api/answers.ts';
import { trpc } from '../../api/trpc.ts';
import { useReader } from '../../language/studio-reader.ts';
import { wallClock } from '../../time/zone.ts';
import { browserZone } from '../../time/zone-name.ts';

/** What a message suggests, as a sentence of the reader's language; null until it has been read. */
export function useLetterSentence({ id, subject, date }: PlacedMail): string | null {
  const { language, formats } = useReader();
  const opened = trpc.mailboxes.open.useQuery({ id });
  const [sentence, setSentence] = useState<string | null>(null);
  const text = opened.error ? '' : opened.data && (opened.data.text ?? '');
  const { locale } = formats;
  useEffect(() => {
    if (text === undefined) return;
    let isWanted = true;
    // The grammar is fetched by those who make an event.
    void import('@atelier/quick-add/read-letter').then(({ readLetter, letterSentence }) => {
      const question = { language, now: wallClock(date, browserZone()), dayFirst: isDayFirst(locale) };
      if (isWanted) setSentence(letterSentence(readLetter({ subject, text }, question), language));
    });
    return () => {
      isWanted = false;
    };
  }, [text, subject, date, language, locale]);
  return sentence;
}
