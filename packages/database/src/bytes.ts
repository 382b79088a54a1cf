/** What a `bytea` column holds: a hash, a picture. */
export type Bytes = Buffer<ArrayBuffer>;
