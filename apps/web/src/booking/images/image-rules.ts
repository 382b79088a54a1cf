export const MOST_IMAGES = 5;
export const LARGEST_IMAGE = 10_000_000;
const KINDS = ['image/jpeg', 'image/png', 'image/webp', 'image/avif', 'image/gif'];
/** For the file picker. Without HEIC among them, an iPhone hands its photographs over as JPEG. */
export const ACCEPTED: string = KINDS.join(',');

export type ImageProblem = 'tooLarge' | 'notImage' | 'tooMany' | 'failed' | 'limited';

/** What can be told of a file before it is sent. @param there how many images there are already */
export function checkImage({ size, type }: Pick<File, 'size' | 'type'>, there: number): ImageProblem | null {
  if (there >= MOST_IMAGES) return 'tooMany';
  if (!KINDS.includes(type)) return 'notImage';
  return size > LARGEST_IMAGE ? 'tooLarge' : null;
}

/** What the server's "no" means. @param status of HTTP; 0 where nothing answered */
export function problemOfStatus(status: number): ImageProblem {
  if (status === 413) return 'tooLarge';
  if (status === 415 || status === 422) return 'notImage';
  return status === 429 ? 'limited' : 'failed';
}
