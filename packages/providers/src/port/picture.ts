/** A picture from a stranger's server, known by its own first bytes. */
export interface FetchedPicture {
  readonly type: 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp';
  readonly bytes: Uint8Array;
}

/**
 * Fetches a picture of a message, in nobody's name. @returns null where what is there is no picture of points.
 * @throws ProviderFailure
 */
export type FetchPicture = (address: string) => Promise<FetchedPicture | null>;
