import type { IncomingMessage } from 'node:http';
import type { DavRequest } from '../faults/exchange.ts';
import { aliasedPath } from '../faults/instead-effect.ts';
import { type DavBody, readDavBody } from '../wire/dav-body.ts';
import { type Layout, targetOf } from '../wire/layout.ts';
import { XmlRefused } from '../wire/xml-reader.ts';

/** Takes a request in whole; null where its body is longer than `limit` bytes. */
export async function readRequest(
  incoming: IncomingMessage,
  layout: Layout,
  limit: number,
): Promise<DavRequest | null> {
  const body = await readBody(incoming, limit);
  if (!body) return null;
  const method = incoming.method ?? 'GET';
  const path = (incoming.url ?? '/').replace(/[?#].*$/, '').replace(/^https?:\/\/[^/]+/, '');
  return {
    method,
    path,
    target: targetOf(layout, aliasedPath(path) ?? path),
    headers: incoming.headers,
    depth: depthOf(incoming.headers.depth),
    body,
    dav: readDav(method, body),
  };
}

async function readBody(incoming: IncomingMessage, limit: number): Promise<Buffer | null> {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of incoming) {
    length += piece.length;
    if (length <= limit) pieces.push(piece);
  }
  return length <= limit ? Buffer.concat(pieces) : null;
}

function depthOf(header: string | string[] | undefined): DavRequest['depth'] {
  return header === '0' || header === '1' || header === 'infinity' ? header : null;
}

const withXml = new Set(['PROPFIND', 'PROPPATCH', 'REPORT', 'MKCALENDAR', 'MKCOL']);

function readDav(method: string, body: Buffer): DavBody | 'unreadable' | null {
  if (body.length === 0 || !withXml.has(method)) return null;
  try {
    return readDavBody(body.toString('utf8').replace(/^\uFEFF/, ''));
  } catch (error) {
    if (error instanceof XmlRefused) return 'unreadable';
    throw error;
  }
}
