import type { StudioWords } from '@atelier/words/studio/en';
import type { Formats } from '../../../time/formats.ts';
import { becomesWords } from '../../edit/series/becomes-words.ts';
import { ruleWords } from '../rule-words.ts';
import { type DraftPart, type EventDraft, touchedIn } from './event-draft.ts';
import { timedOf, whenWords } from './when-words.ts';

interface Speech {
  readonly words: StudioWords;
  readonly formats: Formats;
  readonly calendarName: (id: string) => string;
}

/** What becomes of an event, a line for each part of it that changes. */
export function draftChanges(before: EventDraft, after: EventDraft, speech: Speech): readonly string[] {
  const { words, formats } = speech;
  return touchedIn(before, after).map((part) =>
    part === 'when'
      ? becomesWords(words, formats, timedOf(before), timedOf(after), after.zone ?? 'UTC')
      : partWords(part, after, speech),
  );
}

/** What a draft says of one part. */
export function partWords(
  part: DraftPart,
  draft: EventDraft,
  { words, formats, calendarName }: Speech,
): string {
  const { changes, busy, free } = words.edit;
  switch (part) {
    case 'title':
      return changes.title({ text: draft.title || words.common.untitled });
    case 'when':
      return whenWords(draft, formats);
    case 'rule':
      return draft.rrule === null
        ? changes.noRepeats
        : changes.repeats({ text: ruleWords(draft.rrule, words, formats) });
    case 'place':
      return draft.place === '' ? changes.noPlace : changes.place({ text: draft.place });
    case 'notes':
      return changes.notes;
    case 'busy':
      return changes.busy({ text: draft.busy ? busy : free });
    case 'private':
      return draft.private ? changes.private : changes.public;
    case 'alarms':
      return changes.alarms;
    case 'calendar':
      return changes.calendar({ name: calendarName(draft.calendarId) });
  }
}
