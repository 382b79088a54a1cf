import { ProviderFailure } from './failure.ts';

/** By which a server tells whether anything is new (RFC 9110, 13.1); null where it does not. */
export interface Validators {
  readonly etag: string | null;
  readonly modified: string | null;
}

export interface FetchedNews extends Validators {
  /** Whole, decompressed; null: the same as before. */
  readonly document: FetchedDocument | null;
  /** Where it has moved to for good, as every redirect on the way says; null where it has not. */
  readonly movedTo: string | null;
  /** For how long its server says that nothing new is to be expected, in milliseconds; null where it does not say. */
  readonly restMs: number | null;
}

export interface FetchedDocument {
  readonly bytes: Uint8Array;
  readonly contentType: string | null;
  /** Where it came from, after redirects. */
  readonly url: string;
  /** Equal for equal bytes. */
  readonly digest: string;
}

/** Fetches what strangers publish, from addresses that people typed. */
export interface NewsGateway {
  /** @param had of the last time; null: whatever is there. @throws ProviderFailure */
  fetch(url: string, had: Validators | null): Promise<FetchedNews>;
}

/** Something answers, with something else. */
export function noFeed(): ProviderFailure {
  return new ProviderFailure(
    'wrong-service',
    'There is no feed at this address.',
    'Add the address of the page: its feeds are looked for.',
  );
}

/** It takes longer to read than anything that was made to be read. */
export function unreadableNews(): ProviderFailure {
  return new ProviderFailure(
    'malformed',
    'What is at this address cannot be read.',
    'It will be tried again by itself.',
  );
}
