import { createHash } from 'node:crypto';
import { busyText } from '@atelier/calendar/feed/busy-text';
import { joinObjects } from '@atelier/calendar/import/object-file';
import type { EventText } from '@atelier/database/sharing/feed-objects';
import { BUSY_TITLE } from '@atelier/words/calendars/private-name';
import { nearestLanguage } from '@atelier/words/language';
import type { Told } from './told-to.ts';

interface Saying {
  readonly calendar: { readonly id: string; readonly name: string };
  readonly told: Told;
  /** Of the word that stands where a title is not told. */
  readonly language: string;
}

/** A file of a calendar's events, series whole, with their rules and zones. */
export function calendarText(
  texts: readonly EventText[],
  { calendar, told, language }: Saying,
): { readonly ics: string; readonly objects: number } {
  const words = {
    title: BUSY_TITLE[nearestLanguage(language)],
    nameFor: (uid: string) => hidden(calendar.id, uid),
  };
  const sources = texts.flatMap(({ source, private: secret }) =>
    told === 'all' || (told === 'public' && !secret) ? [source] : (busyText(source, words) ?? []),
  );
  return { ics: joinObjects(sources, calendar.name), objects: sources.length };
}

/** The same each time, so that a program knows an event again; nobody can tell the UID from it. */
function hidden(calendarId: string, uid: string): string {
  const digest = createHash('sha256').update(calendarId).update('\n').update(uid).digest('base64url');
  return `busy-${digest.slice(0, 24)}`;
}
