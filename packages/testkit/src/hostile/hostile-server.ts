import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { benignAnswer, type HostilePlace, placeOf } from './benign-answer.ts';
import { HOSTILE_BODIES, type HostileBody } from './hostile-body.ts';

/**
 * A calendar server that is well behaved but for one place, in a process of its own: what it does must not count among
 * what it does to others. The first label of the host name says what is wrong and where: `12-list.hostile.test`.
 */
const server = createServer({ maxHeaderSize: 64 * 1024 }, (request, response) => {
  void answer(request, response).catch(() => response.destroy());
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.send?.(typeof address === 'object' ? address?.port : null);
});
process.on('disconnect', () => process.exit(0));

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const asked = placeOf(request, Buffer.concat(parts).toString());
  const [index = '', hostile = ''] = (request.headers.host ?? '').split('.')[0]?.split('-') ?? [];
  const body = Object.values(HOSTILE_BODIES)[Number(index)];
  if (body !== undefined && isHostile(hostile as HostilePlace, asked)) return send(response, body);
  const { status, headers, text } = benignAnswer(request, asked, hostile as HostilePlace);
  response.writeHead(status, { 'content-type': 'application/xml; charset=utf-8', ...headers }).end(text);
}

function isHostile(hostile: HostilePlace, asked: HostilePlace): boolean {
  if (hostile === 'anything' || hostile === asked) return true;
  // Where bodies are asked for by name, the same comes of asking for each.
  return hostile === 'bodies' && asked === 'object';
}

/** Enough to be felt wherever it were read without bounds, at twenty places for each body. */
const MEGABYTES = 1;

async function send(response: ServerResponse, body: HostileBody): Promise<void> {
  const { status = 207, headers, pieces, everyMs = 0, stalls = false } = body;
  response.writeHead(status, 'Hm', { 'content-type': 'application/xml; charset=utf-8', ...headers });
  response.flushHeaders();
  for (const piece of pieces(MEGABYTES)) {
    if (everyMs > 0) await pause(everyMs);
    if (response.destroyed) return;
    if (!response.write(piece)) await drained(response);
  }
  if (!stalls) response.end();
}

function drained(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const go = (): void => {
      response.off('drain', go);
      response.off('close', go);
      resolve();
    };
    response.once('drain', go);
    response.once('close', go);
  });
}
