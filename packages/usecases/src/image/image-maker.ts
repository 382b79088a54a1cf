import type { Bytes } from '@atelier/database/bytes';

/** A picture as it is kept: made anew, with nothing but its pixels. */
export interface MadeImage {
  readonly contentType: 'image/webp';
  readonly width: number;
  readonly height: number;
  readonly bytes: Bytes;
}

export type ImageProblem =
  | 'not-a-picture' // by its first bytes, whatever it is called
  | 'unreadable' // cut off, or broken inside
  | 'too-large'; // more pixels than anybody needs

export type ImageResult =
  | { readonly ok: true; readonly image: MadeImage }
  | { readonly ok: false; readonly problem: ImageProblem };

/** Reads pictures that strangers send, and makes them anew; what is not one is an answer and no exception. */
export interface ImageMaker {
  /** Turned upright, and 2,000 px at most on its longer side. */
  reference(bytes: Buffer): Promise<ImageResult>;
  /** The middle of it, 512 px square. */
  portrait(bytes: Buffer): Promise<ImageResult>;
}
