import { expect, it } from 'vitest';
import type { GuardedHttp, HttpRequest } from '../../http/guarded-http.ts';
import { ProviderFailure } from '../../port/failure.ts';
import { mailFinder } from './mail-finder.ts';

/** Domains of nobody: what the DNS says, which pages there are, and which servers answer. */
interface World {
  readonly mx?: readonly string[];
  readonly srv?: Readonly<Record<string, string>>;
  readonly pages?: Readonly<Record<string, string>>;
  readonly answering?: readonly string[];
  readonly directory?: boolean;
}

const PAGE = (host: string) => `<clientConfig><emailProvider>
  <incomingServer type="imap"><hostname>imap.${host}</hostname><port>993</port><socketType>SSL</socketType>
    <username>%EMAILADDRESS%</username></incomingServer>
  <outgoingServer type="smtp"><hostname>smtp.${host}</hostname><port>465</port><socketType>SSL</socketType>
    </outgoingServer></emailProvider></clientConfig>`;

function finding({ mx = [], srv = {}, pages = {}, answering = [], directory = true }: World) {
  const asked: HttpRequest[] = [];
  const looked: string[] = [];
  const http: GuardedHttp = {
    async send(request) {
      asked.push(request);
      const body = pages[request.url.href.split('?')[0] ?? ''];
      if (body === undefined) throw new ProviderFailure('unreachable', 'nobody', '');
      return {
        status: 200,
        url: request.url,
        moved: false,
        header: () => undefined,
        body: (async function* () {
          yield Buffer.from(body);
        })(),
        discard: () => undefined,
      };
    },
    close: async () => undefined,
  };
  const records = {
    texts: async () => [],
    exchanges: async () => mx,
    async targets(name: string) {
      const host = srv[name.replace(/\.studio\.example$/, '')];
      return host === undefined ? [] : [{ name: host, port: 10_993, priority: 0, weight: 0 }];
    },
  };
  const answers = async ({ host }: { readonly host: string }) => {
    looked.push(host);
    return answering.includes(host);
  };
  const list = directory ? new URL('https://list.example/v1.1/') : null;
  const finder = mailFinder({ http, records, directory: list, answers });
  return { asked, looked, find: (address: string) => finder.find(address) };
}

const ADDRESS = 'lea@studio.example';
const OWN = 'https://autoconfig.studio.example/mail/config-v1.1.xml';
const WELL_KNOWN = 'https://studio.example/.well-known/autoconfig/mail/config-v1.1.xml';
const LISTED = 'https://list.example/v1.1/studio.example';

it.each([
  ['lea@gmail.com', 'google', 'imap.gmail.com'],
  ['lea@outlook.com', 'microsoft', 'outlook.office365.com'],
  ['Lea@iCloud.com', null, 'imap.mail.me.com'],
  ['lea@ik.me', null, 'mail.infomaniak.com'],
  ['lea@bluewin.ch', null, 'imaps.bluewin.ch'],
])('M8: %s is known without asking anybody', async (address, signIn, host) => {
  const { asked, looked, find } = finding({});
  expect(await find(address)).toMatchObject({
    found: true,
    by: 'known',
    signIn,
    servers: { imap: { host } },
  });
  expect([asked, looked]).toEqual([[], []]);
});

it('M8: a domain’s own page counts more than the DNS, a directory or a guess, and is asked over HTTPS alone', async () => {
  for (const page of [OWN, WELL_KNOWN]) {
    const { asked, looked, find } = finding({
      pages: { [page]: PAGE('own.example'), [LISTED]: PAGE('listed.example') },
      srv: { '_imaps._tcp': 'srv.studio.example', '_submissions._tcp': 'srv.studio.example' },
    });
    expect(await find(ADDRESS)).toMatchObject({
      by: 'domain',
      username: ADDRESS,
      servers: { imap: { host: 'imap.own.example', port: 993, security: 'tls' } },
    });
    expect(asked.every(({ url }) => url.protocol === 'https:')).toBe(true);
    expect(looked).toEqual([]);
  }
});

it('M8: what the DNS announces is taken within the domain; outside of it, it is shown before a password goes there', async () => {
  const within = finding({
    srv: { '_imaps._tcp': 'in.studio.example.', '_submission._tcp': 'out.studio.example' },
  });
  expect(await within.find(ADDRESS)).toMatchObject({
    by: 'announced',
    elsewhere: false,
    servers: {
      imap: { host: 'in.studio.example', port: 10_993, security: 'tls' },
      smtp: { host: 'out.studio.example', security: 'starttls' },
    },
  });
  const forged = finding({
    srv: { '_imaps._tcp': 'mail.evil.example', '_submissions._tcp': 'mail.evil.example' },
  });
  expect(await forged.find(ADDRESS)).toMatchObject({ by: 'announced', elsewhere: true });
});

it('M8: the directory learns the domain and not the person; without one nobody is asked', async () => {
  const listed = finding({ pages: { [LISTED]: PAGE('listed.example') } });
  expect(await listed.find(ADDRESS)).toMatchObject({ by: 'directory' });
  const toDirectory = listed.asked.filter(({ url }) => url.hostname === 'list.example');
  expect(toDirectory.map(({ url }) => url.href)).toEqual([LISTED]);
  const alone = finding({ directory: false, pages: { [LISTED]: PAGE('listed.example') } });
  expect(await alone.find(ADDRESS)).toEqual({ found: false, why: 'silent', host: 'studio.example' });
});

it.each([
  ['aspmx.l.google.com', 'google', 'imap.gmail.com'],
  ['studio-example.mail.protection.outlook.com', 'microsoft', 'outlook.office365.com'],
  ['mta-gw.infomaniak.ch', null, 'mail.infomaniak.com'],
  ['spool.mail.gandi.net', null, 'mail.gandi.net'],
  ['mx1.mail.ovh.net', null, 'ssl0.ovh.net'],
])(
  'M8: who receives the mails of a domain (%s) tells where they are read',
  async (exchange, signIn, host) => {
    const { find } = finding({ mx: [exchange] });
    expect(await find(ADDRESS)).toMatchObject({ by: 'exchange', signIn, servers: { imap: { host } } });
  },
);

it('M8: at last the usual names are looked at; where none answers, that is said', async () => {
  const { looked, find } = finding({ answering: ['mail.studio.example'] });
  expect(await find(ADDRESS)).toMatchObject({
    by: 'answer',
    servers: { imap: { host: 'mail.studio.example' } },
  });
  expect(looked).toEqual(['imap.studio.example', 'mail.studio.example']);
  expect(await finding({}).find(ADDRESS)).toEqual({ found: false, why: 'silent', host: 'studio.example' });
  expect(await finding({}).find('no address')).toMatchObject({ found: false, why: 'unreadable' });
});

it('S14: pages that lie, are endless words or lead elsewhere are no reason to stop', async () => {
  const { find } = finding({
    pages: { [OWN]: '<clientConfig>'.repeat(5_000), [WELL_KNOWN]: 'no', [LISTED]: PAGE('listed.example') },
  });
  expect(await find(ADDRESS)).toMatchObject({ by: 'directory' });
});
