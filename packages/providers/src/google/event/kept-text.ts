import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { GoogleEvent } from './google-event.ts';

/**
 * Google chooses UIDs by itself and has no place for most of what a calendar file may say. So the UID and the whole
 * text of what Atelier writes are kept beside the event, in properties that only this account's copy has.
 */
export const UID_PROPERTY = 'atelierUid';
const PARTS_PROPERTY = 'atelierParts';
const partProperty = (at: number): string => `atelierText${at}`;

/** Characters that a property may hold, and how many of them may be spent on one event of the 32 KB it has. */
const PART = 1_000;
const MOST_PARTS = 24;
/** Bytes of a text that somebody else may have put there. */
const MOST_TEXT = 4 * 1024 * 1024;

export type KeptProperties = Readonly<Record<string, string>>;

/** Of a text too long for it the UID alone is kept. */
export function keptProperties(uid: string, text: string): KeptProperties {
  const packed = deflateRawSync(Buffer.from(text, 'utf8')).toString('base64');
  const parts = packed.match(new RegExp(`.{1,${PART}}`, 'g')) ?? [];
  const fits = parts.length <= MOST_PARTS ? parts : [];
  return {
    [UID_PROPERTY]: uid,
    [PARTS_PROPERTY]: String(fits.length),
    ...Object.fromEntries(fits.map((part, at) => [partProperty(at), part])),
  };
}

export function canKeep(text: string): boolean {
  return deflateRawSync(Buffer.from(text, 'utf8')).length * 4 <= PART * MOST_PARTS * 3;
}

export function ownUid({ extendedProperties }: GoogleEvent): string | null {
  return extendedProperties?.private?.[UID_PROPERTY] || null;
}

/** Null where none is kept, or not one that can be read. */
export function keptText({ extendedProperties }: GoogleEvent): string | null {
  const own = extendedProperties?.private ?? {};
  const count = Number(own[PARTS_PROPERTY] ?? 0);
  if (!Number.isInteger(count) || count < 1 || count > MOST_PARTS) return null;
  const packed = Array.from({ length: count }, (_, at) => own[partProperty(at)] ?? '').join('');
  try {
    return inflateRawSync(Buffer.from(packed, 'base64'), { maxOutputLength: MOST_TEXT }).toString('utf8');
  } catch {
    return null;
  }
}
