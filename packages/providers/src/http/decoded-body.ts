import { pipeline, Readable, type Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';

export interface BodyLimits {
  /** After decompression. */
  readonly maxBytes: number;
  /** The slowest pace that is put up with, before decompression. */
  readonly drip: { readonly bytes: number; readonly perMs: number };
  /** Milliseconds on a clock that never goes back. */
  readonly monotonicMs: () => number;
}

/** Why a body was cut off by us, or could not be decoded. */
export class BodyRefusedError extends Error {
  override readonly name = 'BodyRefusedError';
  readonly reason: 'too-large' | 'too-slow' | 'undecodable';

  constructor(reason: BodyRefusedError['reason'], options?: ErrorOptions) {
    super(reason, options);
    this.reason = reason;
  }
}

/** Small answers compress well (repeated XML); only beyond this size does a high ratio mean a bomb. */
const RATIO_FREE_BYTES = 8 * 1024 * 1024;
const MAX_RATIO = 400;

/** The body's bytes, decompressed, in bounded pieces. Throws BodyRefusedError, or what the socket threw. */
export async function* decodedBody(
  raw: AsyncIterable<Uint8Array>,
  contentEncoding: string | undefined,
  limits: BodyLimits,
): AsyncGenerator<Uint8Array> {
  const decoder = decoderFor(contentEncoding);
  const paced = atLeastDripping(raw, limits);
  const chunks = decoder === null ? paced : through(paced, decoder);
  let received = 0;
  try {
    for await (const chunk of chunks) {
      received += chunk.byteLength;
      if (received > limits.maxBytes || isBomb(received, decoder)) throw new BodyRefusedError('too-large');
      yield chunk;
    }
  } catch (error) {
    throw isZlibError(error) ? new BodyRefusedError('undecodable', { cause: error }) : error;
  }
}

function decoderFor(contentEncoding: string | undefined): ZlibStream | null {
  switch (contentEncoding?.trim().toLowerCase() ?? '') {
    case '':
    case 'identity':
      return null;
    case 'gzip':
    case 'x-gzip':
      return createGunzip({ chunkSize: CHUNK });
    case 'deflate':
      return createInflate({ chunkSize: CHUNK });
    case 'br':
      return createBrotliDecompress({ chunkSize: CHUNK });
    default:
      throw new BodyRefusedError('undecodable');
  }
}

const CHUNK = 64 * 1024;
type ZlibStream = Transform & { readonly bytesWritten: number };

async function* through(source: AsyncIterable<Uint8Array>, decoder: ZlibStream): AsyncGenerator<Uint8Array> {
  // The callback is needed for pipeline to pass errors on instead of throwing them; they surface in the loop.
  yield* pipeline(Readable.from(source), decoder, () => undefined);
}

/** Counts only the time spent waiting for the server: a consumer that takes its time is not the server's fault. */
async function* atLeastDripping(
  source: AsyncIterable<Uint8Array>,
  limits: BodyLimits,
): AsyncGenerator<Uint8Array> {
  let waited = 0;
  let bytes = 0;
  let since = limits.monotonicMs();
  for await (const chunk of source) {
    waited += limits.monotonicMs() - since;
    bytes += chunk.byteLength;
    if (waited >= limits.drip.perMs) {
      if (bytes < limits.drip.bytes) throw new BodyRefusedError('too-slow');
      waited = 0;
      bytes = 0;
    }
    yield chunk;
    since = limits.monotonicMs();
  }
}

function isBomb(received: number, decoder: ZlibStream | null): boolean {
  if (decoder === null || received <= RATIO_FREE_BYTES) return false;
  return received / Math.max(1, decoder.bytesWritten) > MAX_RATIO;
}

function isZlibError(error: unknown): boolean {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return false;
  return (
    error.code.startsWith('Z_') ||
    error.code.startsWith('ERR_BROTLI') ||
    error.code.startsWith('ERR__ERROR_FORMAT')
  );
}
