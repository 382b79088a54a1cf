import { ELEMENT_LIMITS } from './element-builder.ts';
import { readChildren } from './read-children.ts';

/** An error body that says anything says it in this many bytes. */
const ENOUGH = 64 * 1024;

/**
 * Names of the elements inside a DAV error body (RFC 4918 16), e.g. `{DAV:}valid-sync-token`. A body that
 * is no such document, or breaks off, yields what could be read of it: the status has said the main thing.
 */
export async function readPreconditions(
  source: AsyncIterable<Uint8Array>,
  contentType: string | undefined,
): Promise<ReadonlySet<string>> {
  const names = new Set<string>();
  try {
    for await (const element of readChildren(
      firstBytes(source),
      contentType,
      ELEMENT_LIMITS,
      () => undefined,
    )) {
      names.add(element.name);
    }
  } catch {
    // An error page in HTML, or nothing at all.
  }
  return names;
}

async function* firstBytes(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let left = ENOUGH;
  for await (const chunk of source) {
    yield chunk.subarray(0, left);
    left -= chunk.byteLength;
    if (left <= 0) return;
  }
}
