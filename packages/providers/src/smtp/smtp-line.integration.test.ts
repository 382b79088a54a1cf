import { type BreaksAt, startLostAnswer } from '@atelier/testkit/mail/lost-answer';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { describe, expect, it } from 'vitest';
import { parseAllowList } from '../http/allow-list.ts';
import type { LineReach, MailAccess } from '../port/mail/mail-account.ts';
import { sendBySmtp, testSmtp } from './smtp-line.ts';

const allow = parseAllowList('127.0.0.1');

function accessTo(
  port: number,
  password = 'secret',
  security: 'none' | 'starttls' = 'none',
): MailAccess<LineReach> {
  const server = { host: '127.0.0.1', port, security, pinned: null };
  const username = 'ann@studio.test';
  const credential = { kind: 'password', username, password } as const;
  return { reach: { imap: server, smtp: server }, address: username, credential, accountId: null };
}

const source = new TextEncoder().encode(
  'Subject: Rose\r\nMessage-ID: <1@studio.test>\r\n\r\n.dot\r\nHello\r\n',
);
const mail = (...recipients: readonly string[]) => ({ from: 'ann@studio.test', recipients, source });

async function serve(options: SMTPServerOptions = {}) {
  const taken: string[] = [];
  const server = new SMTPServer({
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    onAuth: ({ password }, _, done) => done(password === 'secret' ? null : new Error('no'), { user: 'ann' }),
    onRcptTo: ({ address }, _, done) =>
      done(
        address.startsWith('no') ? Object.assign(new Error('No such person'), { responseCode: 550 }) : null,
      ),
    onData: (stream, _, done) => {
      let text = '';
      stream.on('data', (piece: Buffer) => {
        text += piece.toString();
      });
      stream.on('end', () => {
        taken.push(text);
        done();
      });
    },
    ...options,
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const close = () => new Promise<void>((resolve) => server.close(() => resolve()));
  return { port, taken, [Symbol.asyncDispose]: close };
}

describe('sending', () => {
  it('M3: hands over the very bytes', async () => {
    await using server = await serve();
    expect(await sendBySmtp(accessTo(server.port), allow, mail('leo@x.test'))).toEqual({
      kind: 'accepted',
      refused: [],
    });
    expect(server.taken).toEqual([new TextDecoder().decode(source)]);
  });

  it('M3: names refused recipients one by one; the others have it', async () => {
    await using server = await serve();
    const refused = [{ address: 'no@x.test', reason: '550 No such person' }];
    expect(await sendBySmtp(accessTo(server.port), allow, mail('leo@x.test', 'no@x.test'))).toEqual({
      kind: 'accepted',
      refused,
    });
    expect(await sendBySmtp(accessTo(server.port), allow, mail('no@x.test'))).toMatchObject({
      kind: 'refused',
      refused,
    });
    expect(server.taken).toHaveLength(1);
  });

  it.each<[BreaksAt, string]>([
    ['rcpt', 'not-sent'],
    ['data', 'not-sent'],
    ['body', 'unknown'],
  ])('M3: a line that breaks at %s leaves it %s', async (at, kind) => {
    await using server = await startLostAnswer(at);
    expect(await sendBySmtp(accessTo(server.port), allow, mail('leo@x.test'))).toMatchObject({ kind });
    expect(server.taken).toHaveLength(kind === 'unknown' ? 1 : 0);
  });

  it('M3: a server that falls silent after the whole mail leaves it unknown', async () => {
    await using server = await serve({ onData: (stream) => void stream.resume() });
    const result = await sendBySmtp(accessTo(server.port), allow, mail('leo@x.test'), { answerMs: 200 });
    expect(result).toMatchObject({ kind: 'unknown' });
  });

  it('M3: what a server does not take now is not sent, what it never takes is refused', async () => {
    for (const [responseCode, kind] of [
      [451, 'not-sent'],
      [554, 'refused'],
    ] as const) {
      await using server = await serve({
        onData: (stream, _, done) => {
          stream.resume();
          stream.on('end', () => done(Object.assign(new Error('no'), { responseCode })));
        },
      });
      expect(await sendBySmtp(accessTo(server.port), allow, mail('leo@x.test'))).toMatchObject({ kind });
    }
  });

  it('S14: no password goes over a line without encryption where that was chosen', async () => {
    const passwords: unknown[] = [];
    await using server = await serve({
      onAuth: ({ password }, _, done) => {
        passwords.push(password);
        done(null, { user: 'ann' });
      },
    });
    await expect(testSmtp(accessTo(server.port, 'secret', 'starttls'), allow)).rejects.toMatchObject({
      kind: 'wrong-service',
    });
    expect(passwords).toEqual([]);
    await expect(testSmtp(accessTo(server.port), parseAllowList(''))).rejects.toMatchObject({
      kind: 'refused-address',
    });
  });

  it('S9: a refused password is said to be one', async () => {
    await using server = await serve();
    await testSmtp(accessTo(server.port), allow);
    await expect(testSmtp(accessTo(server.port, 'wrong'), allow)).rejects.toMatchObject({
      kind: 'credentials',
    });
  });
});
