import type { StudioRow } from '@atelier/database/studio/studio-store';
import { done, type Outcome, refusedFor } from '../outcome.ts';
import { isTimeZone } from '../time-zone.ts';
import { readGiven, readLine, readText } from '../typed-text.ts';
import { isSender } from './sender.ts';

/** What a person tells of the studio; what is left out stays. */
export type TypedStudio = {
  readonly [Field in keyof Omit<StudioRow, 'demo'>]?: StudioRow[Field] | undefined;
};

const LINES = {
  name: { field: 'studio', most: 80, needed: true },
  phone: { field: 'phone', most: 40 },
  zone: { field: 'zone', most: 60, needed: true },
  language: { field: 'language', most: 2, needed: true },
  sender: { field: 'sender', most: 200 },
  url: { field: 'url', most: 200 },
} as const;

const TEXTS = { address: { field: 'address', most: 300 } } as const;

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
  if (phone && !/^[+(]?\d[\d\s()./-]+$/.test(phone)) return refusedFor('invalid', 'studio-phone');
  if (zone !== undefined && !isTimeZone(zone)) return refusedFor('invalid', 'no-zone', { zone });
  if (language !== undefined && language !== 'en' && language !== 'fr')
    return refusedFor('invalid', 'studio-language');
  if (sender && !isSender(sender)) return refusedFor('invalid', 'studio-email');
  if (url && !/^https?:$/.test(URL.canParse(url) ? new URL(url).protocol : ''))
    return refusedFor('invalid', 'studio-url');
  return null;
}
