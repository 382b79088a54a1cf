import { readSentence } from './read-sentence.ts';
import type { QuickQuestion } from './sentence.ts';
import { plainText } from './text/tokens.ts';

/** From when on, and for how long, somebody is looked for who is free. */
export interface FreeQuestion {
  /** `YYYY-MM-DDTHH:MM` on the clocks of the zone; null where no time is said. */
  readonly start: string | null;
  readonly minutes: number;
}

const ASKED = {
  en: /^\s*(?:who(?:'s| is| are|s)?\s+(?:still\s+)?(?:free|available)|(?:is\s+)?any(?:one|body)\s+(?:free|available)|free|available)(?=[\s?]|$)/,
  fr: /^\s*(?:qui\s+(?:est|serait|sera)\s+(?:encore\s+)?(?:libre|dispo(?:nible)?)s?|quelqu'un\s+(?:de\s+)?(?:libre|dispo(?:nible)?)|libre|dispo(?:nible)?)(?=[\s?]|$)/,
} as const;

/**
 * "Who is free for 3 h at 14:00 on Thursday", "qui est libre 3 h à 14 h jeudi"; null for everything that does not ask
 * this. Without a length an hour is meant.
 */
export function readFree(
  text: string,
  question: Pick<QuickQuestion, 'language' | 'now' | 'dayFirst'>,
): FreeQuestion | null {
  // Accents are two signs before they go: what was asked is cut off where the plain text is as long as it.
  const whole = text.normalize('NFC');
  const asked = ASKED[question.language].exec(plainText(whole));
  if (!asked) return null;
  const rest = whole.slice(asked[0].length).replaceAll('?', ' ').trim();
  const { start, end, allDay, rrule } = readSentence(withLength(rest), question);
  if (allDay || rrule !== null) return { start: null, minutes: 0 };
  return { start, minutes: minutesBetween(start, end) };
}

/** "3 h à 14 h": the studio opens at none of these hours, so that they are a length. "9 h à 12 h" are two times. */
function withLength(rest: string): string {
  const [length, hours, minutes = '00'] = /^([1-8])\s*h(?:eures?)?\s*(\d\d)?\s+(?=à\s)/i.exec(rest) ?? [];
  return length === undefined ? rest : `${rest.slice(length.length)} pendant ${hours}h${minutes}`;
}

/** Of two local times; a day on which the clocks change is an hour out, which the end that is shown tells. */
function minutesBetween(start: string, end: string): number {
  return (Date.parse(`${end}:00Z`) - Date.parse(`${start}:00Z`)) / 60_000;
}
