import { addressOf, oneOf } from '../address/address-part.ts';

export const HEALTH_VIEWS = ['calendars', 'accounts', 'log', 'charts'] as const;

/** What of the page is in the address. Nonsense is dropped. */
export const healthSearch = addressOf({ view: oneOf(HEALTH_VIEWS) });
