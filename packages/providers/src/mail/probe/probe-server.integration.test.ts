import { selfSigned } from '@atelier/testkit/mail/certificate';
import { type Greets, startGreeting } from '@atelier/testkit/mail/greeting-server';
import { startImapDouble } from '@atelier/testkit/mail/imap-double';
import { describe, expect, it } from 'vitest';
import { parseAllowList } from '../../http/allow-list.ts';
import type { MailAccess, MailServer } from '../../port/mail/mail-account.ts';
import { createMailGateway } from '../mail-gateway.ts';
import { probeServer } from './probe-server.ts';

const allow = parseAllowList('127.0.0.1,localhost');
const QUICK = { wholeMs: 700, quietMs: 400 };
const SECRET = 'a secret that nobody hears';

function serverAt(port: number, security: MailServer['security'] = 'tls'): MailServer {
  return { host: '127.0.0.1', port, security, pinned: null };
}

const at = (port: number, security?: MailServer['security'], kind: 'imap' | 'smtp' = 'imap') =>
  probeServer(serverAt(port, security), kind, allow, QUICK);

const WEB = (line: string) => (line.startsWith('GET') ? 'HTTP/1.1 200 OK\r\n\r\n<html>' : null);

describe('S14: what answers instead of the mail server that was meant is said, and given no password', () => {
  it.each<[string, Greets, MailServer['security'], 'imap' | 'smtp', string]>([
    ['SSH, asked in TLS', { hello: 'SSH-2.0-OpenSSH_9.6\r\n' }, 'tls', 'imap', 'ssh'],
    ['SSH, asked in clear', { hello: 'SSH-2.0-OpenSSH_9.6\r\n' }, 'starttls', 'imap', 'ssh'],
    ['POP3', { hello: '+OK ready\r\n' }, 'starttls', 'imap', 'pop3'],
    ['POP3, asked in TLS', { hello: '+OK ready\r\n' }, 'tls', 'imap', 'pop3'],
    ['a web server, asked in clear', { answer: WEB }, 'starttls', 'imap', 'web'],
    ['a web server, asked in TLS', { answer: WEB }, 'tls', 'smtp', 'web'],
    ['SMTP where IMAP was meant', { hello: '220 mx\r\n' }, 'starttls', 'imap', 'sends'],
    ['IMAP where SMTP was meant', { hello: '* OK ready\r\n' }, 'starttls', 'smtp', 'reads'],
    ['IMAP in clear, asked in TLS', { hello: '* OK ready\r\n' }, 'tls', 'imap', 'wants-starttls'],
    ['something mute', {}, 'starttls', 'imap', 'silent'],
  ])('%s', async (_, greets, security, kind, trouble) => {
    await using server = await startGreeting(greets);
    await expect(at(server.port, security, kind)).rejects.toMatchObject({ trouble });
    expect(server.heard()).not.toContain(SECRET);
  });

  it('TLS where STARTTLS was meant', async () => {
    await using server = await startGreeting({ tls: await selfSigned() });
    await expect(at(server.port, 'starttls')).rejects.toMatchObject({ trouble: 'wants-tls' });
  });

  it('a port at which nothing listens, and a name that nobody has', async () => {
    await expect(at(1)).rejects.toMatchObject({ trouble: 'closed' });
    const nobody = { ...serverAt(993), host: 'nobody.invalid' };
    await expect(probeServer(nobody, 'imap', allow, QUICK)).rejects.toMatchObject({ trouble: 'no-name' });
  });

  it('a host of an inner network, a port that is none of mail, a line in clear', async () => {
    const strict = parseAllowList('');
    const probe = (server: MailServer) => probeServer(server, 'imap', strict, QUICK);
    await expect(probe(serverAt(993))).rejects.toMatchObject({ trouble: 'refused-host' });
    const far = { ...serverAt(22), host: '192.0.2.1' };
    await expect(probe(far)).rejects.toMatchObject({ kind: 'refused-address' });
  });
});

describe('S14: encryption that is taken away on the way', () => {
  it.each([
    ['imap', '* OK ready\r\n', (line: string) => (line === 'a STARTTLS' ? 'a BAD unknown\r\n' : null)],
    ['smtp', '220 mx\r\n', (line: string) => (line.startsWith('EHLO') ? '250 mx\r\n' : '502 unknown\r\n')],
  ] as const)('is refused, and the password is not sent (%s)', async (kind, hello, answer) => {
    await using server = await startGreeting({ hello, answer });
    await expect(at(server.port, 'starttls', kind)).rejects.toMatchObject({ trouble: 'no-encryption' });
  });

  it('is refused by the line itself as well, when it is taken away later', async () => {
    await using imap = await startImapDouble();
    const access: MailAccess = {
      reach: { imap: serverAt(imap.port, 'starttls'), smtp: serverAt(1) },
      address: 'ann@x.test',
      credential: { kind: 'password', username: 'ann', password: SECRET },
      accountId: null,
    };
    await expect(createMailGateway({ allow, graph: null }).connect(access)).rejects.toMatchObject({
      trouble: 'no-encryption',
    });
    expect(imap.heard()).not.toContain(SECRET);
    expect(imap.heard()).not.toMatch(/LOGIN|AUTHENTICATE/);
  });
});

describe('S14: a certificate that nobody vouches for', () => {
  it('is shown with its fingerprint, and nothing else is said', async () => {
    const certificate = await selfSigned();
    await using server = await startGreeting({ tls: certificate, hello: '* OK ready\r\n' });
    const offered = await at(server.port);
    expect(offered?.fingerprint).toMatch(/^(?:[0-9A-F]{2}:){31}[0-9A-F]{2}$/);
    expect(offered?.certificate.trim()).toBe(certificate.cert.trim());
    expect(server.heard()).toBe('');
  });
});

describe('M8: why somebody is not let in', () => {
  it.each([
    ['no', 'password', 'credentials'],
    ['too-many', 'too-many', 'throttled'],
    ['app-password', 'app-password', 'credentials'],
  ] as const)('%s is %s', async (verdict, trouble, kind) => {
    await using imap = await startImapDouble({ login: () => verdict });
    const access: MailAccess = {
      reach: { imap: serverAt(imap.port, 'none'), smtp: serverAt(1) },
      address: 'ann@x.test',
      credential: { kind: 'password', username: 'ann', password: SECRET },
      accountId: null,
    };
    await expect(createMailGateway({ allow, graph: null }).connect(access)).rejects.toMatchObject({
      trouble,
      kind,
    });
  });
});

describe('P1: a sign-in at the provider instead of a password', () => {
  const signedIn = { personId: 'p', tenantId: null, name: 'ann@x.test' };
  const accessBy = (port: number, accessToken: (refused?: string) => Promise<string>): MailAccess => ({
    reach: { imap: serverAt(port, 'none'), smtp: serverAt(1) },
    address: 'ann@x.test',
    credential: { kind: 'oauth', signedIn, accessToken },
    accountId: null,
  });

  it('a token opens the mailbox; one that is refused is asked for anew, once', async () => {
    const tried: string[] = [];
    await using imap = await startImapDouble({
      capabilities: 'AUTH=XOAUTH2 AUTH=PLAIN SASL-IR',
      token: (user, token) => {
        tried.push(`${user} ${token}`);
        return token === 'fresh' ? 'in' : 'no';
      },
    });
    const gateway = createMailGateway({ allow, graph: null });
    const provider = await gateway.connect(
      accessBy(imap.port, async (refused) => (refused === 'old' ? 'fresh' : 'old')),
    );
    expect((await provider.folders()).map(({ path }) => path)).toEqual(['INBOX']);
    await provider.close();
    expect(tried).toEqual(['ann@x.test old', 'ann@x.test fresh']);
    await expect(gateway.connect(accessBy(imap.port, async () => 'old'))).rejects.toMatchObject({
      trouble: 'signed-out',
      kind: 'signed-out',
    });
    expect(tried).toHaveLength(4);
  });
});
