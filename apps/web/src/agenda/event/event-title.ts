import type { StudioWords } from '@atelier/words/studio/en';

/** They turn the direction of everything that is said behind a title in the same sentence. */
const TURNING = /[\u202A-\u202E\u2066-\u2069]/g;
/** Anything that leaves ink: a title may consist of marks and letters that have no width. */
const SEEN = /[^\s\p{Cf}\p{Cc}\u115F\u1160\u2800\u3164\uFFA0]/u;

/** What an event is called on the screen: somebody else's private one is only busy, and a title may be empty. */
export function eventTitle(event: { readonly title: string | null }, words: StudioWords): string {
  if (event.title === null) return words.common.busy;
  return SEEN.test(event.title) ? event.title.replaceAll(TURNING, '').trim() : words.common.untitled;
}
