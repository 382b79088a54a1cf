/** Raised whenever less or more is let through, or more is kept of a message: what was stored before is made anew. */
export const SANITISER_VERSION = 3;

export interface SafeHtml {
  /** Without scripts, forms, frames, styles that load, names and ids. Pictures name no address that a browser loads. */
  readonly html: string;
  /** Content-IDs of pictures that came with the message. */
  readonly embedded: readonly string[];
  /** Pictures from elsewhere, which are not loaded unasked. */
  readonly remote: number;
  readonly cut: boolean;
}
