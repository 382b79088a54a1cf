import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { type DovecotServer, startDovecot, type TellsChanges } from './dovecot.ts';

/** One Dovecot for all tests of a block, each of which finds it empty. @returns it, once a test runs */
export function testDovecot(tells?: TellsChanges): () => DovecotServer {
  let server: DovecotServer;
  beforeAll(async () => {
    const started = await startDovecot(tells);
    if (!started) throw new Error('Dovecot vanished');
    server = started;
  });
  afterAll(() => server[Symbol.asyncDispose]());
  beforeEach(() => rm(server.maildir, { recursive: true, force: true }));
  return () => server;
}
