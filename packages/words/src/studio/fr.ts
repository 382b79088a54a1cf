import type { StudioWords } from './en.ts';
import { firstFr } from './parts/first-fr.ts';
import { restFr } from './parts/rest-fr.ts';

export const fr: StudioWords = { ...firstFr, ...restFr };
