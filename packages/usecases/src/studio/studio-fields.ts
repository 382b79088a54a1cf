import type { StudioRow } from '@atelier/database/studio/studio-store';
import { done, type Outcome, refused } from '../outcome.ts';
import { isTimeZone } from '../time-zone.ts';
import { readGiven, readLine, readText } from '../typed-text.ts';
import { isSender } from './sender.ts';

/** What a person tells of the studio; what is left out stays. */
export type TypedStudio = {
  readonly [Field in keyof Omit<StudioRow, 'demo'>]?: StudioRow[Field] | undefined;
};

const LINES = {
  name: { name: 'The name of the studio', most: 80, needed: true },
  phone: { name: 'The telephone number', most: 40 },
  zone: { name: 'The time zone', most: 60, needed: true },
  language: { name: 'The language', most: 2, needed: true },
  sender: { name: 'The sender', most: 200 },
  url: { name: 'The public address', most: 200 },
} as const;

const TEXTS = { address: { name: 'The address', most: 300 } } as const;

/** The fields as they are kept, or what is wrong with the first one that cannot be right. */
export function readStudioFields(typed: TypedStudio): Outcome<Partial<StudioRow>> {
  const lines = readGiven(typed, LINES, readLine);
  if (!lines.ok) return lines;
  const texts = readGiven(typed, TEXTS, readText);
  if (!texts.ok) return texts;
  const fields = given({ ...typed, ...lines.value, ...texts.value });
  const wrong = wrongField(fields);
  if (wrong !== null) return wrong;
  return done(fields.url ? { ...fields, url: new URL(fields.url).origin } : fields);
}

function given(fields: TypedStudio): Partial<StudioRow> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

function wrongField({ phone, zone, language, sender, url }: Partial<StudioRow>): Outcome<never> | null {
  if (phone && !/^[+(]?\d[\d\s()./-]+$/.test(phone))
    return refused('invalid', 'This is not a telephone number.', 'Write it as +41 22 555 01 02.');
  if (zone !== undefined && !isTimeZone(zone))
    return refused('invalid', `There is no time zone “${zone}”.`, 'Write it as Europe/Zurich.');
  if (language !== undefined && language !== 'en' && language !== 'fr')
    return refused('invalid', 'The language is en or fr.');
  if (sender && !isSender(sender))
    return refused('invalid', 'This is not an e-mail address.', 'Write it as studio@example.org.');
  if (url && !/^https?:$/.test(URL.canParse(url) ? new URL(url).protocol : ''))
    return refused(
      'invalid',
      'This is not an address of a website.',
      'Write it as https://book.example.org.',
    );
  return null;
}
