import type { Words } from '../words.ts';
import { firstEn } from './parts/first-en.ts';
import { restEn } from './parts/rest-en.ts';

export const en = { ...firstEn, ...restEn };

/** What English says, every other language says too, and no more. */
export type StudioWords = Words<typeof en>;
/** Of these, what is fetched with the first page, and what may come after it. */
export type FirstWords = Words<typeof firstEn>;
export type RestWords = Words<typeof restEn>;
