/** Every bound on what a foreign server may take from us; times in milliseconds. */
export interface HttpLimits {
  readonly connectMs: number;
  /** From the last byte sent to the last header received. Nextcloud delays answers by up to 30 s after wrong sign-ins. */
  readonly headersMs: number;
  /** Longest pause inside a body. */
  readonly idleBodyMs: number;
  /** Whole exchange, unless a request says otherwise. */
  readonly totalMs: number;
  /** A body that stays under this pace is cut off even though it never pauses for long. */
  readonly drip: { readonly bytes: number; readonly perMs: number };
  /** Body bytes after decompression, unless a request says otherwise. */
  readonly maxBytes: number;
  /** For answers that are never long: bytes after decompression, and the time from the last header to the last byte. */
  readonly quick: { readonly maxBytes: number; readonly bodyMs: number };
  /** Requests under way to one host, over all accounts. */
  readonly requestsPerHost: number;
}

export const DEFAULT_HTTP_LIMITS: HttpLimits = {
  connectMs: 15_000,
  headersMs: 60_000,
  idleBodyMs: 60_000,
  totalMs: 300_000,
  drip: { bytes: 1024, perMs: 30_000 },
  maxBytes: 20 * 1024 * 1024,
  quick: { maxBytes: 256 * 1024, bodyMs: 8_000 },
  requestsPerHost: 4,
};
