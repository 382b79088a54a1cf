import type { Language } from '../language.ts';

/** What the calendar that everybody has for themselves is called, until they name it. */
export const PRIVATE_NAME: Readonly<Record<Language, string>> = { en: 'Private', fr: 'Privée' };

/** What a calendar file says of an event whose time alone is told. */
export const BUSY_TITLE: Readonly<Record<Language, string>> = { en: 'Busy', fr: 'Occupé' };
