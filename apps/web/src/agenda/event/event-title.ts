import type { TFunction } from 'i18next';

/** What an event is called on the screen: somebody else's private one is only busy, and a title may be empty. */
export function eventTitle(event: { readonly title: string | null }, t: TFunction): string {
  if (event.title === null) return t('common.busy');
  return event.title.trim() || t('common.untitled');
}
