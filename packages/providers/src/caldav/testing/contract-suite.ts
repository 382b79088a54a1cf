import { type CalDavServer, deleteObject, makeCalendar, putObject } from '@atelier/testkit/caldav-server';
import { describe, expect, test } from 'vitest';
import { addressOf, contractServer, event } from './contract-server.ts';
import { createPullMirror, type PullMirror } from './pull-mirror.ts';

/** What the provider promises, tried on one server. `start` gives null where the server is not installed. */
export function contractSuite(kind: string, start: () => Promise<CalDavServer | null>): void {
  describe(`CalDAV contract: ${kind}`, () => {
    const { at, freshCalendar } = contractServer(kind, start);

    test('S1 case 20: finds the calendars from the bare address of the server', async (context) => {
      const { server: host, gateway: through } = at(context);
      await makeCalendar(host, 'found');
      const result = await through.test({ ...addressOf(host), url: new URL(host.url).origin });
      expect(result.steps.filter(({ outcome }) => outcome === 'failed')).toEqual([]);
      expect(result.ok && result.calendars.map(({ href }) => href)).toEqual(
        expect.arrayContaining([expect.stringMatching(/\/found\/$/)]),
      );
    });

    test('finds them from the address of the home and of a calendar', async (context) => {
      const { server: host, gateway: through } = at(context);
      const calendar = await makeCalendar(host, 'typed');
      for (const url of [host.homeUrl, calendar]) {
        const result = await through.test({ ...addressOf(host), url });
        expect(result.ok && result.account.homeUrls).toEqual([host.homeUrl]);
      }
    });

    test('lists the calendars of an account in one request, with a version that follows changes', async (context) => {
      const { server: host, url, provider, calendar } = await freshCalendar(context);
      const before = provider.traffic.requests;
      await putObject(host, url, 'a.ics', event('a'));
      const listed = (await provider.listCalendars()).find(({ href }) => href === calendar.href);
      expect(provider.traffic.requests - before).toBe(1);
      expect(listed?.version).not.toBe(calendar.version);
      const again = (await provider.listCalendars()).find(({ href }) => href === calendar.href);
      expect(again?.version).toBe(listed?.version);
    });

    test('S1 an empty calendar is complete and empty', async (context) => {
      const { mirror } = await freshCalendar(context);
      expect(await mirror.pull()).toMatchObject({ complete: true, changed: [], removed: [] });
    });

    test('S1 a first pull brings everything with body and etag, whatever the names', async (context) => {
      const { server: host, url, mirror } = await freshCalendar(context);
      for (const name of NAMES) await putObject(host, url, name, event(name));
      expect(await mirror.pull()).toMatchObject({ complete: true });
      expect(namesIn(mirror)).toEqual([...NAMES].sort());
      for (const { etag, body } of mirror.objects.values()) {
        expect(etag).not.toBeNull();
        expect(body).toContain('BEGIN:VEVENT');
      }
    });

    test('S5 case 1: a calendar at rest costs one request, no look at what is stored, and brings nothing', async (context) => {
      const { server: host, url, mirror } = await freshCalendar(context);
      await putObject(host, url, 'a.ics', event('a'));
      await mirror.pull();
      expect(await mirror.pull()).toMatchObject({
        complete: true,
        requests: 1,
        knownCalls: 0,
        changed: [],
        removed: [],
      });
    });

    test('S1 case 2: a new, a changed and a deleted object arrive in two requests', async (context) => {
      const { server: host, url, mirror } = await freshCalendar(context);
      for (const name of ['a', 'b', 'c', 'd']) await putObject(host, url, `${name}.ics`, event(name));
      await mirror.pull();
      await putObject(host, url, 'b.ics', event('b', 'Moved'));
      await putObject(host, url, 'e.ics', event('e'));
      await deleteObject(host, url, 'c.ics');
      expect(await mirror.pull()).toMatchObject({ complete: true, requests: 2 });
      expect(namesIn(mirror)).toEqual(['a.ics', 'b.ics', 'd.ics', 'e.ics']);
      expect(bodyOf(mirror, 'b.ics')).toContain('Moved');
    });

    test('S1 an incremental history and a full pull give the same', async (context) => {
      const { server: host, url, mirror, provider, calendar } = await freshCalendar(context);
      for (const name of ['a', 'b', 'c']) {
        await putObject(host, url, `${name}.ics`, event(name));
        await mirror.pull();
      }
      await deleteObject(host, url, 'a.ics');
      await mirror.pull();
      const fresh = createPullMirror(provider, calendar);
      await fresh.pull();
      expect(fresh.objects).toEqual(mirror.objects);
    });

    test('S7 a deletion and a new object under the same name leave the new one', async (context) => {
      const { server: host, url, mirror } = await freshCalendar(context);
      for (const name of ['a', 'b', 'c']) await putObject(host, url, `${name}.ics`, event(name));
      await mirror.pull();
      await deleteObject(host, url, 'a.ics');
      await putObject(host, url, 'a.ics', event('a', 'Again'));
      await mirror.pull();
      expect(bodyOf(mirror, 'a.ics')).toContain('Again');
    });

    test('S12 a full comparison of what is in step asks for no body', async (context) => {
      const { server: host, url, mirror } = await freshCalendar(context);
      for (const name of ['a', 'b']) await putObject(host, url, `${name}.ics`, event(name));
      await mirror.pull();
      const audit = await mirror.pull({ full: true });
      expect(audit).toMatchObject({ complete: true, changed: [], removed: [] });
      expect(audit.pages.at(-1)?.listed).toBe(2);
      expect(audit.requests).toBeLessThanOrEqual(2);
    });

    test('S4 case 4: a token the server does not know leads to a full comparison', async (context) => {
      const { server: host, url, provider, calendar, mirror } = await freshCalendar(context);
      for (const name of ['a', 'b']) await putObject(host, url, `${name}.ics`, event(name));
      await mirror.pull();
      const known = new Map([...mirror.objects].map(([href, { etag }]) => [href, etag]));
      known.set(`${calendar.href}vanished.ics`, '"1"');
      const pages = await Array.fromAsync(
        provider.changes({
          calendarHref: calendar.href,
          capabilities: calendar.capabilities,
          cursor: { phase: 'done', token: 'http://nobody.example/ns/sync/xyz', ctag: null },
          full: false,
          known: async () => known,
          preview: null,
        }),
      );
      expect(pages.flatMap(({ removed }) => removed)).toEqual([`${calendar.href}vanished.ics`]);
      expect(pages.at(-1)).toMatchObject({ complete: true, listed: 2, removalEvidence: 'missing-from-list' });
    });

    test('S8 a second look tells the calendar and its members', async (context) => {
      const { server: host, url, provider, calendar } = await freshCalendar(context);
      await putObject(host, url, 'a b@c.ics', event('a'));
      expect(await provider.recheck(calendar.href)).toEqual({
        isCalendar: true,
        hrefs: new Set([`${calendar.href}a%20b%40c.ics`]),
      });
      expect(await provider.recheck(`${calendar.href.slice(0, -1)}-nowhere/`)).toEqual({
        isCalendar: false,
        hrefs: new Set(),
      });
    });

    test('S9 a calendar that is not there fails as not found', async (context) => {
      const { provider, calendar } = await freshCalendar(context);
      const gone = { ...calendar, href: `${calendar.href.slice(0, -1)}-nowhere/` };
      await expect(createPullMirror(provider, gone).pull()).rejects.toMatchObject({ kind: 'not-found' });
    });
  });
}

const NAMES = ['plain.ics', 'with space.ics', 'a+b.ics', 'a@b.ics', 'bücher.ics', '100%.ics'];

function namesIn(mirror: PullMirror): readonly string[] {
  return [...mirror.objects.keys()].map((href) => decodeURIComponent(href.split('/').at(-1) ?? '')).sort();
}

function bodyOf(mirror: PullMirror, name: string): string {
  return [...mirror.objects].find(([href]) => href.endsWith(`/${name}`))?.[1].body ?? '';
}
