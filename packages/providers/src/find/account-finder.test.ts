import { expect, test } from 'vitest';
import type { GuardedHttp, HttpAnswer, HttpRequest } from '../http/guarded-http.ts';
import { PROVIDER_KINDS } from '../kinds.ts';
import { ProviderFailure } from '../port/failure.ts';
import { accountFinder, type DomainRecords } from './account-finder.ts';

interface Said {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Domains and hosts of nobody: what the DNS says, and what answers, by method and address. */
interface World {
  readonly srv?: Readonly<Record<string, string>>;
  readonly mx?: Readonly<Record<string, readonly string[]>>;
  readonly answers?: Readonly<Record<string, Said>>;
  /** In a network that the guards refuse. */
  readonly private?: readonly string[];
}

const STATUS = JSON.stringify({ installed: true, version: '33.0.0.1', productname: 'Nextcloud' });
const NEXTCLOUD: Said = { body: STATUS, headers: { 'content-type': 'application/json' } };
const ASKS: Said = { status: 401, headers: { 'www-authenticate': 'Basic realm="dav"' } };
const PAGE: Said = { body: '<!doctype html><p>Hello</p>', headers: { 'content-type': 'text/html' } };

function finding({ srv = {}, mx = {}, answers = {}, private: inside = [] }: World) {
  const asked: HttpRequest[] = [];
  const http: GuardedHttp = {
    async send(request) {
      asked.push(request);
      const { hostname, href } = request.url;
      if (inside.includes(hostname)) throw new ProviderFailure('refused-address', 'private', '');
      const said = answers[`${request.method} ${href}`] ?? (answers[hostname] as Said | undefined);
      if (said === undefined) throw new ProviderFailure('unreachable', 'nobody', '');
      return answerOf(request, said);
    },
    close: async () => undefined,
  };
  const records: DomainRecords = {
    async targets(name) {
      const host = srv[name.replace('_caldavs._tcp.', '')];
      return host === undefined ? [] : [{ name: host, port: 443, priority: 0, weight: 0 }];
    },
    texts: async () => [],
    exchanges: async (domain) => mx[domain] ?? [],
  };
  return { asked, find: (typed: string) => accountFinder({ http, records }).find(typed) };
}

function answerOf({ url }: HttpRequest, { status = 200, headers = {}, body = '' }: Said): HttpAnswer {
  return {
    status,
    url,
    moved: false,
    header: (name) => headers[name],
    body: (async function* () {
      yield Buffer.from(body);
    })(),
    discard: () => undefined,
  };
}

test.each([
  ['lea@gmail.com', 'google'],
  [' Lea@GoogleMail.com ', 'google'],
  ['lea@outlook.com', 'microsoft'],
  ['lea@hotmail.fr', 'microsoft'],
  ['lea@live.ch', 'microsoft'],
  ['mailto:lea@icloud.com', 'icloud'],
  ['lea@me.com', 'icloud'],
  ['lea@mac.com', 'icloud'],
  ['lea@ik.me', 'infomaniak'],
  ['https://calendar.google.com/calendar/u/0/r', 'google'],
  ['outlook.office.com/calendar', 'microsoft'],
  ['https://www.icloud.com/calendar', 'icloud'],
  ['sync.infomaniak.com', 'infomaniak'],
])('P9 %s is known without asking anybody', async (typed, kind) => {
  const { asked, find } = finding({});
  expect(await find(typed)).toMatchObject({ found: true, kind, by: 'host' });
  expect(asked).toEqual([]);
});

test.each([
  ['studio-ch.mail.protection.outlook.com', 'microsoft'],
  ['aspmx.l.google.com', 'google'],
  ['smtp.google.com.', 'google'],
  ['mx01.mail.icloud.com', 'icloud'],
  ['mta-gw.infomaniak.ch', 'infomaniak'],
])('P9 a domain whose mails %s receives is at %s', async (exchange, kind) => {
  const { asked, find } = finding({ mx: { 'studio.example': [exchange] } });
  const username = kind === 'infomaniak' ? null : 'lea@studio.example';
  expect(await find('lea@studio.example')).toMatchObject({ found: true, kind, by: 'mail', username });
  expect(asked).toEqual([]);
});

test('P9 what a domain announces counts more than who receives its mails, and is shown before anything goes there', async () => {
  const { find } = finding({
    srv: { 'studio.example': 'dav.hoster.example' },
    mx: { 'studio.example': ['aspmx.l.google.com'] },
    answers: { 'dav.hoster.example': ASKS },
  });
  expect(await find('lea@studio.example')).toEqual({
    found: true,
    kind: 'caldav',
    by: 'announced',
    url: 'https://dav.hoster.example/',
    username: 'lea@studio.example',
    host: 'studio.example',
  });
});

test.each(['cloud.studio.example', 'https://cloud.studio.example/apps/calendar', 'lea@cloud.studio.example'])(
  'P9 a Nextcloud is told by its status: %s',
  async (typed) => {
    const { find } = finding({
      answers: { 'GET https://cloud.studio.example/status.php': NEXTCLOUD, 'cloud.studio.example': PAGE },
    });
    expect(await find(typed)).toMatchObject({
      found: true,
      kind: 'nextcloud',
      by: 'answer',
      url: 'https://cloud.studio.example/',
    });
  },
);

test('P9 a Nextcloud in a folder is found there', async () => {
  const { find } = finding({
    answers: { 'GET https://studio.example/cloud/status.php': NEXTCLOUD, 'studio.example': PAGE },
  });
  expect(await find('https://studio.example/cloud/index.php/login')).toMatchObject({
    kind: 'nextcloud',
    url: 'https://studio.example/cloud/',
  });
});

test.each([
  ['that asks who is there', ASKS],
  ['that says so', { status: 200, headers: { dav: '1, 3, calendar-access' } }],
  ['that answers in many parts', { status: 207, headers: { 'content-type': 'application/xml' } }],
])('P9 a server %s is one of CalDAV', async (_, said) => {
  const { find } = finding({
    answers: { 'PROPFIND https://dav.studio.example/': said, 'dav.studio.example': PAGE },
  });
  expect(await find('dav.studio.example')).toMatchObject({ kind: 'caldav', by: 'answer' });
});

test('P9 a calendar at an address is told by its name, by its scheme, or by what is there', async () => {
  const body = '\uFEFFBEGIN:VCALENDAR\r\nVERSION:2.0\r\n';
  const { find } = finding({
    answers: { 'GET https://shows.example/feed?id=1': { body }, 'shows.example': PAGE },
  });
  expect(await find('https://calendar.google.com/calendar/ical/x/basic.ics')).toMatchObject({ kind: 'ics' });
  expect(await find('webcal://shows.example/x')).toMatchObject({ kind: 'ics', by: 'shape' });
  expect(await find('https://shows.example/feed?id=1')).toMatchObject({
    kind: 'ics',
    by: 'answer',
    url: 'https://shows.example/feed?id=1',
  });
});

test.each([
  ['', 'unreadable'],
  ['my calendar', 'unreadable'],
  ['ftp://studio.example', 'unreadable'],
  ['nobody', 'unreadable'],
  ['lea@nowhere.example', 'silent'],
  ['nowhere.example', 'silent'],
  ['www.pages.example', 'unknown'],
  ['lea@pages.example', 'unknown'],
  ['http://intranet.example', 'private'],
])('P9 of %s it is said honestly that nothing was found: %s', async (typed, why) => {
  const { find } = finding({
    answers: { 'www.pages.example': PAGE, 'pages.example': PAGE },
    private: ['intranet.example'],
  });
  expect(await find(typed)).toMatchObject({ found: false, why });
});

test('P9 S14 no password and no name is sent while looking, whatever is typed', async () => {
  const { asked, find } = finding({ answers: { 'dav.studio.example': ASKS } });
  await find('lea@dav.studio.example');
  await find('https://lea:secret@dav.studio.example/');
  expect(asked.length).toBeGreaterThan(0);
  for (const { url, headers, body } of asked) {
    expect(headers).not.toHaveProperty('authorization');
    expect(`${url.href}${body ?? ''}`).not.toMatch(/lea|secret/);
  }
});

test('P9 every kind can be found', async () => {
  const { find } = finding({ answers: { 'cloud.example': NEXTCLOUD, 'dav.example': ASKS } });
  const typed = [
    'a@outlook.com',
    'a@gmail.com',
    'cloud.example',
    'a@ik.me',
    'a@me.com',
    'dav.example',
    'webcal://x.example',
  ];
  const kinds = (await Promise.all(typed.map((one) => find(one)))).map((one) => one.found && one.kind);
  expect(kinds).toEqual(PROVIDER_KINDS);
});
