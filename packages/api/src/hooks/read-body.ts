import type { Request } from 'express';

/** Why there is no whole body: it was too long, or not there in time. */
export type Unread = 'too-large' | 'too-slow';

/**
 * The body as it came, whatever its type says. Whoever sends it slowly keeps nothing but a connection, and not for long.
 * @param bounds octets, and milliseconds from now to the last of them.
 */
export async function readBody(
  request: Request,
  { most, withinMs }: { readonly most: number; readonly withinMs: number },
): Promise<Uint8Array | Unread> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    request.pause();
    request.emit('close');
  }, withinMs);
  try {
    return await new Promise<Uint8Array | Unread>((resolve) => {
      request.on('data', (chunk: Uint8Array) => {
        length += chunk.byteLength;
        if (length > most) resolve('too-large');
        else chunks.push(chunk);
      });
      request.on('end', () => resolve(Buffer.concat(chunks)));
      request.on('close', () => resolve(late || !request.complete ? 'too-slow' : Buffer.concat(chunks)));
      request.on('error', () => resolve('too-slow'));
    });
  } finally {
    clearTimeout(timer);
  }
}
