import { expect, it } from 'vitest';
import { readAutoconfig } from './read-autoconfig.ts';

const ADDRESS = 'lea@studio.example';

function file(...servers: readonly string[]): string {
  return `<?xml version="1.0"?><clientConfig version="1.1"><emailProvider id="studio.example">
    <domain>studio.example</domain>${servers.join('')}</emailProvider></clientConfig>`;
}

function server(kind: 'incoming' | 'outgoing', type: string, host: string, port: number, socket: string) {
  return `<${kind}Server type="${type}"><hostname>${host}</hostname><port>${port}</port>
    <socketType>${socket}</socketType><username>%EMAILLOCALPART%</username>
    <authentication>OAuth2</authentication><authentication>password-cleartext</authentication></${kind}Server>`;
}

const SMTP = server('outgoing', 'smtp', 'out.studio.example', 587, 'STARTTLS');

it('M8: the encrypted servers are taken, TLS before STARTTLS, with what stands for the address filled in', () => {
  const text = file(
    server('incoming', 'pop3', 'pop.studio.example', 995, 'SSL'),
    server('incoming', 'imap', 'plain.studio.example', 143, 'plain'),
    server('incoming', 'imap', 'IMAP.%EMAILDOMAIN%', 143, 'STARTTLS'),
    server('incoming', 'imap', 'imap.%EMAILDOMAIN%', 993, 'SSL'),
    SMTP,
  );
  expect(readAutoconfig(text, ADDRESS)).toEqual({
    servers: {
      imap: { host: 'imap.studio.example', port: 993, security: 'tls' },
      smtp: { host: 'out.studio.example', port: 587, security: 'starttls' },
    },
    username: 'lea',
  });
});

it.each([
  ['nothing', ''],
  ['a web page', '<!doctype html><p>Hello</p>'],
  ['no server that is encrypted', file(server('incoming', 'imap', 'a.example', 143, 'plain'), SMTP)],
  ['no server for sending', file(server('incoming', 'imap', 'a.example', 993, 'SSL'))],
  ['an address instead of a name', file(server('incoming', 'imap', '127.0.0.1:22/', 993, 'SSL'), SMTP)],
  ['no port', file(server('incoming', 'imap', 'a.example', 0, 'SSL'), SMTP)],
  ['an unclosed file', file(server('incoming', 'imap', 'a.example', 993, 'SSL')).slice(0, 180)],
])('S14: %s leads to no server', (_, text) => {
  expect(readAutoconfig(text, ADDRESS)).toBeNull();
});

it('S14: a file of a hundred thousand servers, and one of nested entities, are read in bounds', () => {
  const many = file(
    server('incoming', 'imap', 'a.example', 993, 'SSL'),
    SMTP,
    ...Array.from({ length: 1_000 }, (_, n) => server('incoming', 'imap', `n${n}.example`, 993, 'SSL')),
  );
  expect(readAutoconfig(many, ADDRESS)?.servers.imap.host).toBe('a.example');
  const laughs = `<!DOCTYPE a [<!ENTITY l "lol"><!ENTITY m "&l;&l;">]>${file(SMTP)}`;
  expect(readAutoconfig(laughs, ADDRESS)).toBeNull();
});
