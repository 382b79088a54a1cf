import type { FetchedPicture } from '../port/picture.ts';
import type { GuardedHttp } from './guarded-http.ts';

/** A photograph in a letter is smaller. */
const MOST_BYTES = 5 * 1024 * 1024;
const PATIENCE_MS = 10_000;

/**
 * Fetches what a stranger's mail shows. Nothing tells who looks: no cookie, no page, no language. What came is judged by
 * its first bytes, whatever the server calls it: SVG is a program, and none.
 * @returns null where it is no picture of points. @throws ProviderFailure
 */
export async function fetchPicture(http: GuardedHttp, address: string): Promise<FetchedPicture | null> {
  const url = URL.parse(address);
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:')) return null;
  const answer = await http.send({
    method: 'GET',
    url,
    headers: { accept: 'image/png, image/jpeg, image/gif, image/webp' },
    maxBytes: MOST_BYTES,
    totalMs: PATIENCE_MS,
    elsewhere: true,
  });
  if (answer.status !== 200) {
    answer.discard();
    return null;
  }
  const bytes = Buffer.concat(await Array.fromAsync(answer.body));
  const type = pictureType(bytes);
  return type && { type, bytes };
}

/** By the bytes that such a file begins with. */
export function pictureType(bytes: Uint8Array): FetchedPicture['type'] | null {
  const start = Buffer.from(bytes.subarray(0, 12)).toString('latin1');
  if (start.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png';
  if (start.startsWith('\xff\xd8\xff')) return 'image/jpeg';
  if (/^GIF8[79]a/.test(start)) return 'image/gif';
  return /^RIFF[\s\S]{4}WEBP/.test(start) ? 'image/webp' : null;
}
