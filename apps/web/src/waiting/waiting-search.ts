import { addressOf, oneOf } from '../address/address-part.ts';
import { KINDS } from './kind-look.ts';

/** What of the list is in the address. Nonsense is dropped. */
export const waitingSearch = addressOf({
  kind: oneOf(KINDS),
  view: oneOf(['settled']),
});
export type WaitingSearch = ReturnType<typeof waitingSearch>;
