import type { ServerResponse } from 'node:http';
import { pipeline, Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import type { FindEffect } from '../faults/effect.ts';
import { splitLetters } from '../methods/served-body.ts';
import type { Answer } from '../wire/answer.ts';

/** How much of the body is sent, and what becomes of the connection then. */
interface Manner {
  readonly portion: 'nothing' | 'half' | 'all';
  readonly end: 'properly' | 'cut' | 'never';
}

export interface Delivery {
  readonly effect: FindEffect;
  readonly pause: (ms: number) => Promise<unknown>;
  /** Told of every piece of the body, in bytes on the wire. */
  readonly count: (bytes: number) => void;
}

/** Sends an answer as the wire effects want it. Resolves when nothing more will be sent. */
export async function deliver(response: ServerResponse, answer: Answer, delivery: Delivery): Promise<void> {
  const { effect, count } = delivery;
  if (effect('reset')?.at === 'answer') return cutOff(response);
  const manner = mannerOf(effect);
  const compressed = effect('gzip') !== undefined || effect('huge')?.gzip === true;
  const encoding = effect('charset')?.written ?? 'utf8';
  const headers = {
    ...answer.headers,
    ...charsetHeader(effect),
    ...(compressed && { 'content-encoding': 'gzip' }),
  };
  if (typeof answer.body === 'string' && manner.end === 'properly' && !compressed && !effect('drip')) {
    const bytes = bytesOf(answer.body, encoding, effect);
    count(bytes.length);
    response.writeHead(answer.status, withLength(answer.status, headers, bytes.length)).end(bytes);
    return;
  }
  response.writeHead(answer.status, headers).flushHeaders();
  const pieces = encoded(answer.body, encoding, effect);
  await send(response, portioned(compressed ? gzipped(pieces) : pieces, manner), delivery);
  if (manner.end === 'properly') response.end();
  if (manner.end === 'cut') response.destroy();
}

/** A reset packet, so that the client cannot take the end for a proper one. */
export function cutOff(response: ServerResponse): void {
  response.socket?.resetAndDestroy();
}

function mannerOf(effect: FindEffect): Manner {
  const reset = effect('reset')?.at;
  if (reset !== undefined) return { portion: reset === 'inside' ? 'half' : 'all', end: 'cut' };
  const stall = effect('stall')?.at;
  if (stall !== undefined) return { portion: stall === 'inside' ? 'half' : 'nothing', end: 'never' };
  return { portion: 'all', end: 'properly' };
}

/** 204 and 304 have no body, so no length either (RFC 9110 8.6). */
const withLength = (status: number, headers: Record<string, string>, length: number) =>
  status === 204 || status === 304 ? headers : { ...headers, 'content-length': String(length) };

function charsetHeader(effect: FindEffect): Record<string, string> {
  const charset = effect('charset');
  if (!charset) return {};
  const suffix = charset.declared === null ? '' : `; charset=${charset.declared}`;
  return { 'content-type': `application/xml${suffix}` };
}

function* encoded(body: Answer['body'], encoding: BufferEncoding, effect: FindEffect): Generator<Buffer> {
  for (const piece of typeof body === 'string' ? [body] : body) yield bytesOf(piece, encoding, effect);
}

function bytesOf(text: string, encoding: BufferEncoding, effect: FindEffect): Buffer {
  const bytes = Buffer.from(text, encoding);
  return effect('octet-folded') ? splitLetters(bytes) : bytes;
}

/** An error on the way is the client's hanging up, and the sender sees that by itself. */
const gzipped = (pieces: Iterable<Buffer>): AsyncIterable<Buffer> =>
  pipeline(Readable.from(pieces), createGzip(), () => {});

async function* portioned(
  pieces: Iterable<Buffer> | AsyncIterable<Buffer>,
  { portion }: Manner,
): AsyncGenerator<Buffer> {
  if (portion === 'nothing') return;
  if (portion === 'all') return yield* pieces;
  const whole = Buffer.concat(await Array.fromAsync(pieces));
  yield whole.subarray(0, whole.length >> 1);
}

async function send(
  response: ServerResponse,
  pieces: AsyncIterable<Buffer>,
  { effect, pause, count }: Delivery,
): Promise<void> {
  const drip = effect('drip');
  for await (const piece of pieces) {
    const size = drip?.bytes ?? (piece.length || 1);
    for (let at = 0; at < piece.length; at += size) {
      if (response.destroyed) return;
      await write(response, piece.subarray(at, at + size));
      count(Math.min(size, piece.length - at));
      if (drip) await pause(drip.everyMs);
    }
  }
}

async function write(response: ServerResponse, bytes: Buffer): Promise<void> {
  if (response.write(bytes) || response.destroyed) return;
  await new Promise<void>((resolve) => {
    const goOn = () => {
      response.off('drain', goOn).off('close', goOn);
      resolve();
    };
    response.on('drain', goOn).on('close', goOn);
  });
}
