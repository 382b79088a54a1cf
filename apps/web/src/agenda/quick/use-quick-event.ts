import type { QuickEvent, QuickQuestion, Span } from '@atelier/quick-add/sentence';
import { useEffect, useMemo, useRef, useState } from 'react';
import { Temporal } from 'temporal-polyfill';
import type { Calendar } from '../../api/answers.ts';
import { trpc } from '../../api/trpc.ts';
import { useReader } from '../../language/studio-reader.ts';
import { useNow } from '../../time/use-now.ts';
import { wallClock } from '../../time/zone.ts';
import { isDayFirst } from './day-first.ts';

type Read = (sentence: string, question: QuickQuestion) => QuickEvent;

const MINUTE = 60_000;

interface Asked {
  readonly text: string;
  readonly without: readonly Span[];
  /** IANA name of the zone that times are meant in. */
  readonly zone: string;
  /** Those one may write into. */
  readonly calendars: readonly Calendar[];
}

/** What a sentence would make; null while nothing is typed, or until the grammar has come. */
export function useQuickEvent({ text, without, zone, calendars }: Asked): QuickEvent | null {
  const { language, formats } = useReader();
  const now = useNow(MINUTE);
  const { data: people } = trpc.agenda.names.useQuery();
  const question = useMemo<Omit<QuickQuestion, 'without'>>(
    () => ({
      language,
      now: wallClock(now, zone),
      dayFirst: isDayFirst(formats.locale),
      calendars,
      people: people ?? [],
    }),
    [language, formats, now, zone, calendars, people],
  );
  const read = useGrammar(question);
  return useMemo(
    () => (read && text.trim() !== '' ? read(text, { ...question, without }) : null),
    [read, text, question, without],
  );
}

/** The grammar of sentences, fetched when the field is opened, and put together before the first key. */
function useGrammar(question: QuickQuestion): Read | null {
  const [read, setRead] = useState<Read | null>(null);
  const first = useRef(question);
  useEffect(() => {
    let isWanted = true;
    void import('@atelier/quick-add/read-sentence').then(({ readSentence }) => {
      readSentence('', first.current);
      if (isWanted) setRead(() => readSentence);
    });
    return () => {
      isWanted = false;
    };
  }, []);
  return read;
}

/** For the text that a date is written as when somebody chooses it instead. */
export const plainDate = (date: string): Temporal.PlainDate => Temporal.PlainDate.from(date);
