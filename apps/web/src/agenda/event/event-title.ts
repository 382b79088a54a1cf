import type { StudioWords } from '@atelier/words/studio/en';

/** What an event is called on the screen: somebody else's private one is only busy, and a title may be empty. */
export function eventTitle(event: { readonly title: string | null }, words: StudioWords): string {
  if (event.title === null) return words.common.busy;
  return event.title.trim() || words.common.untitled;
}
