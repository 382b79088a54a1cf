import { expect, test } from 'vitest';
import { announcedService } from './announced-service.ts';
import type { ServiceRecords, ServiceTarget } from './service-records.ts';

const target = (name: string, more: Partial<ServiceTarget> = {}): ServiceTarget => ({
  name,
  port: 443,
  priority: 0,
  weight: 0,
  ...more,
});

function dns(targets: readonly ServiceTarget[], texts: readonly string[] = []) {
  const asked: string[] = [];
  const records: ServiceRecords = {
    targets: async (name) => {
      asked.push(name);
      return targets;
    },
    texts: async () => texts,
  };
  return { records, asked };
}

async function announced(
  typed: string,
  targets: readonly ServiceTarget[],
  texts?: readonly string[],
): Promise<{ here: readonly string[]; elsewhere: string | null }> {
  const { here, elsewhere } = await announcedService(
    new URL(typed),
    { kind: 'caldav' },
    dns(targets, texts).records,
  );
  return { here: here.map(({ href }) => href), elsewhere: elsewhere?.href ?? null };
}

test.each([
  [[], 'https://cal.studio.example/.well-known/caldav'],
  [['path=/dav/'], 'https://cal.studio.example/dav/'],
  [['v=1', 'PATH=/dav'], 'https://cal.studio.example/dav/'],
  [['path=dav'], 'https://cal.studio.example/.well-known/caldav'],
  [['path=/..//evil.example/'], 'https://cal.studio.example//evil.example/'],
])('S1 case 20: a host of the domain, with the path of %j', async (texts, url) => {
  expect(await announced('https://studio.example/', [target('cal.studio.example.')], texts)).toEqual({
    here: [url],
    elsewhere: null,
  });
});

test('S1 case 20: by priority, then by weight, and with their ports', async () => {
  const targets = [
    target('c.studio.example', { priority: 2 }),
    target('b.studio.example', { priority: 1, weight: 10, port: 8443 }),
    target('a.studio.example', { priority: 1, weight: 60 }),
    target('d.studio.example', { priority: 3 }),
  ];
  expect(await announced('https://studio.example/', targets, ['path=/'])).toMatchObject({
    here: ['https://a.studio.example/', 'https://b.studio.example:8443/', 'https://c.studio.example/'],
  });
});

test('S14 case 20: another host is named and not tried', async () => {
  for (const name of ['studio.example.evil.test', 'evilstudio.example', 'caldav.host.test']) {
    expect(await announced('https://studio.example/', [target(name)])).toEqual({
      here: [],
      elsewhere: `https://${name}/.well-known/caldav`,
    });
  }
});

test.each([
  '.',
  '',
  '127.0.0.1',
  'localhost',
  'a b.studio.example',
  'x@cal.studio.example',
  'cal.studio.example/x',
])('S14 case 20: %j is no host to be asked', async (name) => {
  expect(await announced('https://studio.example/', [target(name)])).toEqual({ here: [], elsewhere: null });
});

test('S14 case 20: a path leads to no other host', async () => {
  const { here, elsewhere } = await announced(
    'https://studio.example/',
    [target('cal.studio.example')],
    ['path=//evil.test/'],
  );
  expect([here, elsewhere]).toEqual([[], null]);
});

test.each([
  ['http://studio.example/', 'caldav'],
  ['https://studio.example:8443/', 'caldav'],
  ['https://studio.example/dav/', 'caldav'],
  ['https://192.0.2.1/', 'caldav'],
  ['https://[2001:db8::1]/', 'caldav'],
  ['https://studio.example/', 'nextcloud'],
  ['https://studio.example/', 'infomaniak'],
] as const)('the DNS is not asked for %s (%s)', async (typed, kind) => {
  const { records, asked } = dns([target('cal.studio.example')]);
  expect(await announcedService(new URL(typed), { kind }, records)).toEqual({ here: [], elsewhere: null });
  expect(asked).toEqual([]);
});

test('it is asked for the encrypted service of the domain', async () => {
  const { records, asked } = dns([]);
  await announcedService(new URL('https://studio.example/'), { kind: 'caldav' }, records);
  expect(asked).toEqual(['_caldavs._tcp.studio.example']);
});
