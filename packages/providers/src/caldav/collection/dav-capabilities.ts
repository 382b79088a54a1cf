import type { Opaque } from '../../json.ts';
import type { PushOffer } from '../push/push-offer.ts';

/** What a calendar told of itself when it was listed. A type, not an interface: it is stored as JSON. */
export type DavCapabilities = {
  /** It reports what changed (RFC 6578). */
  readonly syncCollection: boolean;
  readonly ctag: boolean;
  /** It tells of changes by WebDAV-Push; left out where it does not. */
  readonly push?: PushOffer;
};

export function davCapabilitiesOf({ syncCollection, ctag }: Opaque): DavCapabilities {
  return { syncCollection: syncCollection === true, ctag: ctag === true };
}
