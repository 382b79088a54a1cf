import type { Opaque } from '../../json.ts';

/** What a calendar told of itself when it was listed. A type, not an interface: it is stored as JSON. */
export type DavCapabilities = {
  /** It reports what changed (RFC 6578). */
  readonly syncCollection: boolean;
  readonly ctag: boolean;
};

export function davCapabilitiesOf({ syncCollection, ctag }: Opaque): DavCapabilities {
  return { syncCollection: syncCollection === true, ctag: ctag === true };
}
