import { expect, test } from 'vitest';
import { davRequest } from '../../caldav-server.ts';
import { startSandbox } from '../sandbox.ts';
import { readMultistatus } from '../testing/read-multistatus.ts';
import { nameOf, openWorld } from '../testing/world.ts';
import { name } from '../wire/dav-name.ts';

test('the well-known address leads to the root, without asking who one is', async () => {
  await using world = await openWorld();
  const answer = await fetch(`${world.sandbox.origin}/.well-known/caldav`, { redirect: 'manual' });
  expect(answer.status).toBe(301);
  expect(new URL(answer.headers.get('location') ?? '', world.sandbox.origin).href).toBe(world.sandbox.url);
});

test.for(['sabre', 'nextcloud', 'infomaniak', 'icloud'] as const)(
  '%s: root, principal, home, calendar',
  async (layout) => {
    await using world = await openWorld({ layout });
    const { sandbox } = world;
    const [root] = await world.propfind(sandbox.url, '<current-user-principal/>');
    const principal = root?.properties.get(name('d', 'current-user-principal'))?.element.children[0]?.text;
    expect(new URL(principal ?? '', sandbox.url).href).toBe(sandbox.principalUrl('ann'));
    const [own] = await world.propfind(sandbox.principalUrl('ann'), '<c:calendar-home-set/>');
    const home = own?.properties.get(name('cal', 'calendar-home-set'))?.element.children[0]?.text;
    expect(new URL(home ?? '', sandbox.url).href).toBe(sandbox.homeUrl('ann'));
    const children = await world.propfind(sandbox.homeUrl('ann'), '<resourcetype/>', '1');
    const calendars = children.filter((one) =>
      one.properties
        .get(name('d', 'resourcetype'))
        ?.element.children.some((type) => type.name === name('cal', 'calendar')),
    );
    expect(calendars.map(({ href }) => new URL(href, sandbox.url).href)).toEqual([world.work]);
  },
);

test('a Nextcloud home lists things that are no calendars', async () => {
  await using world = await openWorld({ layout: 'nextcloud' });
  const children = await world.propfind(world.sandbox.homeUrl('ann'), '<resourcetype/>', '1');
  expect(children.map(({ href }) => href.split('/').at(-2))).toEqual([
    'ann',
    'work',
    'inbox',
    'outbox',
    'trashbin',
  ]);
});

test('a wrong password, an unknown name and no credentials are 401 with a challenge', async () => {
  await using world = await openWorld();
  for (const [username, password] of [
    ['ann', 'wrong'],
    ['bob', 'secret'],
    ['', ''],
  ] as const) {
    const answer = await davRequest({ username, password }, 'PROPFIND', world.work);
    expect(answer.status).toBe(401);
    expect(answer.headers.get('www-authenticate')).toMatch(/^Basic realm=/);
  }
});

test('with echoed names a known password is enough at the root, and nothing is found beyond it', async () => {
  await using sandbox = await startSandbox({ layout: 'infomaniak', names: 'echo' });
  sandbox.addUser('AB12345', 'application password');
  const stranger = { username: 'ann@studio.example', password: 'application password' };
  const root = await davRequest(stranger, 'PROPFIND', sandbox.url, { headers: { depth: '0' } });
  expect(readMultistatus(root.body).responses[0]?.href).toBe('/');
  const home = await davRequest(stranger, 'PROPFIND', sandbox.homeUrl(stranger.username));
  expect(home.status).toBe(404);
  expect((await davRequest({ ...stranger, password: 'no' }, 'PROPFIND', sandbox.url)).status).toBe(401);
});

test("another user's calendar is forbidden", async () => {
  await using world = await openWorld();
  world.sandbox.addUser('bob', 'x');
  world.sandbox.addCalendar('bob', { uri: 'private' });
  expect((await world.request('PROPFIND', world.sandbox.calendarUrl('bob', 'private'))).status).toBe(403);
});

test('OPTIONS tells what the server can', async () => {
  await using world = await openWorld();
  const answer = await world.request('OPTIONS', world.work);
  expect(answer.headers.get('dav')).toMatch(/1, 3, .*calendar-access/);
  expect(answer.headers.get('allow')).toContain('REPORT');
});

test('a report on what is no calendar is refused, or empty where Infomaniak answers', async () => {
  await using sabre = await openWorld();
  const body =
    '<sync-collection xmlns="DAV:"><sync-token/><sync-level>1</sync-level><prop/></sync-collection>';
  expect((await sabre.request('REPORT', sabre.sandbox.url, { body })).status).toBe(403);
  await using infomaniak = await openWorld({ layout: 'infomaniak' });
  const answer = await infomaniak.request('REPORT', infomaniak.sandbox.url, { body });
  expect(answer.status).toBe(207);
  expect(readMultistatus(answer.body).responses.map(nameOf)).toEqual([]);
});
