import { LANGUAGES } from '@atelier/words/language';
import { z } from 'zod';
import type { StudioSettings } from '../api/answers.ts';
import { isZone } from '../time/known-zone.ts';

const ADDRESS = /^[^\s@,;:<>"]+@[^\s@,;:<>"]+$/;

/** What the studio says of itself, as it is typed. */
export const studioForm = z.object({
  name: z.string().trim().min(1).max(80),
  address: z.string().trim().max(300),
  phone: z
    .string()
    .trim()
    .max(40)
    .regex(/^([+(]?\d[\d\s()./-]+)?$/),
  zone: z.string().trim().refine(isZone),
  language: z.enum(LANGUAGES),
  sender: z
    .string()
    .trim()
    .max(200)
    .refine((text) => text === '' || ADDRESS.test(/<([^<>]*)>$/.exec(text)?.[1] ?? text)),
  senderRead: z.boolean(),
  replies: z.enum(['artist', 'studio']),
  url: z
    .string()
    .trim()
    .max(200)
    .refine((text) => text === '' || /^https?:\/\/./.test(URL.canParse(text) ? text : '')),
});
export type StudioTyped = z.infer<typeof studioForm>;

/** Guesses of this browser, to be confirmed where nobody has told anything yet. */
export interface Guesses {
  readonly zone: string;
  readonly language: StudioTyped['language'];
  readonly origin: string;
}

export function typedOf(studio: StudioSettings, guesses: Guesses): StudioTyped {
  const { name, address, phone, zone, language, sender, senderRead, replies, url, urlTold, fixed } = studio;
  const open = studio.standing === 'open';
  return {
    name: open && fixed.name === undefined ? '' : name,
    address: address ?? '',
    phone: phone ?? '',
    zone: open && fixed.zone === undefined ? (studio.artistsZone ?? guesses.zone) : zone,
    language: open ? guesses.language : language,
    sender: sender ?? '',
    senderRead,
    replies,
    url: urlTold ? url : open ? guessedUrl(guesses.origin) : '',
  };
}

/** The address of this very page, unless it means "this machine", which is another one for everybody else. */
function guessedUrl(origin: string): string {
  return /^https?:\/\/(localhost|127\.|\[::1\])/.test(origin) ? '' : origin;
}

/** What is sent: everything but what the environment has set. */
export function toldOf(typed: StudioTyped, { fixed }: Pick<StudioSettings, 'fixed'>): Partial<StudioTyped> {
  return Object.fromEntries(Object.entries(typed).filter(([field]) => !(field in fixed)));
}
