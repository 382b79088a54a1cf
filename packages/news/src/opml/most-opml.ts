/** Of a list of feeds, in bytes. */
export const MOST_OPML = 1024 * 1024;
