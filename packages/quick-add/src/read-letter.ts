import { readSentence } from './read-sentence.ts';
import { LONGEST_SENTENCE, type QuickEvent, type QuickLanguage, type QuickQuestion } from './sentence.ts';

/** A mail, as somebody makes an event of it. */
export interface Letter {
  readonly subject: string;
  readonly text: string;
}

/** What an event could be called, and when it could be. A suggestion, to be looked at before anything is made of it. */
export interface LetterEvent {
  readonly title: string;
  /** Null: no day stands in it. */
  readonly when: Pick<QuickEvent, 'start' | 'end' | 'allDay'> | null;
}

/** Characters of a letter; what stands below is history, and signatures. */
const MOST_READ = 2_000;
const MOST_SENTENCES = 40;
const LANGUAGES: readonly QuickLanguage[] = ['en', 'fr'];

/**
 * The first day with a time of it that a letter names, in its subject or in what its author wrote, in English or French;
 * else the first day. @param question `now` is when it was written: "tomorrow" is the day after that.
 */
export function readLetter({ subject, text }: Letter, question: Omit<QuickQuestion, 'without'>): LetterEvent {
  const title = withoutPrefixes(subject);
  const first = question.language;
  const languages = [first, ...LANGUAGES.filter((language) => language !== first)];
  const read = [title, ...sentencesOf(text)].flatMap((sentence) =>
    languages.map((language) =>
      readSentence(sentence, { language, now: question.now, dayFirst: dayFirstIn(language, question) }),
    ),
  );
  const dated = read.filter(namesDay);
  const found = dated.find(({ allDay }) => !allDay) ?? dated[0];
  return { title, when: found ? { start: found.start, end: found.end, allDay: found.allDay } : null };
}

/** As somebody would type it, in their language, so that it is read as it was meant. */
export function letterSentence({ title, when }: LetterEvent, language: QuickLanguage): string {
  if (!when) return title;
  const [day = '', time] = when.start.split('T');
  const [endDay, endTime] = when.end.split('T');
  const [on, from, to] = language === 'fr' ? ['le', 'de', 'à'] : ['on', 'from', 'to'];
  const date = `${on} ${day}`;
  if (time === undefined) return `${title} ${date}`;
  return endDay === day && endTime !== undefined
    ? `${title} ${date} ${from} ${time} ${to} ${endTime}`
    : `${title} ${date} ${from} ${time}`;
}

function dayFirstIn(
  language: QuickLanguage,
  { language: own, dayFirst }: Pick<QuickQuestion, 'language' | 'dayFirst'>,
): boolean {
  return language === own ? (dayFirst ?? own === 'fr') : language === 'fr';
}

function namesDay({ spans, doubts }: QuickEvent): boolean {
  return (
    spans.some(({ kind }) => kind === 'date') &&
    !doubts.some(({ code }) => code === 'no-date' || code === 'past')
  );
}

function withoutPrefixes(subject: string): string {
  return subject.replace(/^(?:\s*(?:re|aw|tr|fwd?|wg|sv)\s*(?:\[\d+\])?\s*:)+/i, '').trim();
}

/** What the author wrote themselves, line by line and sentence by sentence. */
function sentencesOf(text: string): readonly string[] {
  const own = text.split(/^(?:-- ?|-{5,}.*)$/m)[0] ?? '';
  return own
    .split('\n')
    .filter((line) => !line.startsWith('>'))
    .join('\n')
    .slice(0, MOST_READ)
    .split(/\n|(?<=[.!?])\s+/)
    .map((sentence) => sentence.trim().slice(0, LONGEST_SENTENCE))
    .filter((sentence) => sentence !== '')
    .slice(0, MOST_SENTENCES);
}
