import type { ProviderKind } from '../../kinds.ts';
import { ProviderFailure } from '../../port/failure.ts';
import type { DavClient } from '../wire/dav-client.ts';
import { announcedElsewhere, announcedService } from './announced-service.ts';
import { discoveryCandidates } from './discovery-candidates.ts';
import { findRoot, type Root } from './find-root.ts';
import type { ServiceRecords } from './service-records.ts';

export interface RootSearch {
  readonly anonymous: DavClient;
  /** Signed in. */
  readonly client: DavClient;
  readonly typed: URL;
  readonly kind: ProviderKind;
  readonly records: ServiceRecords;
}

/** From the typed address to the DAV root: what the DNS announces comes first, then the usual places. Throws ProviderFailure. */
export async function reachRoot({ anonymous, client, typed, kind, records }: RootSearch): Promise<Root> {
  const { here, elsewhere } = await announcedService(typed, { kind }, records);
  const announced = here.length === 0 ? null : await unlessFailed(() => findRoot(anonymous, client, here));
  if (announced !== null && !(announced instanceof ProviderFailure)) return announced;
  const found = await unlessFailed(() => findRoot(anonymous, client, discoveryCandidates(typed, kind)));
  if (!(found instanceof ProviderFailure)) return found;
  // What a domain announces is its calendar service; that its web server is none is no news then.
  throw announced ?? (elsewhere === null ? found : announcedElsewhere(typed, elsewhere));
}

/** A refused password and a plea to be left alone end the search: another try would count as guessing. */
async function unlessFailed<T>(look: () => Promise<T>): Promise<T | ProviderFailure> {
  try {
    return await look();
  } catch (error) {
    const isFinal = !(error instanceof ProviderFailure) || ['credentials', 'throttled'].includes(error.kind);
    if (isFinal) throw error;
    return error;
  }
}
