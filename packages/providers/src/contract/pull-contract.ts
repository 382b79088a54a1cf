import { describe, expect, test } from 'vitest';
import { createPullMirror, type PullMirror } from './pull-mirror.ts';
import type { StartServer } from './server-under-test.ts';
import { contractServer, event, type FreshCalendar } from './situation.ts';

/** What a provider promises about reading, tried on one server. */
export function pullContract(kind: string, start: StartServer): void {
  describe(`provider contract: ${kind}`, () => {
    const { at, freshCalendar } = contractServer(kind, start);

    test('S1 finds the account and its calendars, with an id that stays', async (context) => {
      const server = at(context);
      const href = await server.makeCalendar('found');
      const result = await server.gateway.test(server.access);
      expect(result.steps.filter(({ outcome }) => outcome === 'failed')).toEqual([]);
      expect(result.ok && result.calendars.map((calendar) => calendar.href)).toContain(href);
      const again = await server.gateway.test(server.access);
      expect(again.ok && again.account).toEqual(result.ok && result.account);
    });

    test('lists the calendars of an account in one request, with a version that follows changes', async (context) => {
      const { server, theirs, provider, calendar } = await freshCalendar(context);
      const before = provider.traffic.requests;
      await theirs.put('a.ics', event('a'));
      const listed = (await provider.listCalendars()).find(({ href }) => href === calendar.href);
      expect(provider.traffic.requests - before).toBe(1);
      if (server.tellsNoVersions) expect(listed?.version).toBeNull();
      else expect(listed?.version).not.toBe(calendar.version);
      const again = (await provider.listCalendars()).find(({ href }) => href === calendar.href);
      expect(again?.version).toBe(listed?.version);
    });

    test('S1 an empty calendar is complete and empty', async (context) => {
      const { mirror } = await freshCalendar(context);
      expect(await mirror.pull()).toMatchObject({ complete: true, changed: [], removed: [] });
    });

    test('S1 a first pull brings everything with body and etag, whatever the names', async (context) => {
      const here = await freshCalendar(context);
      const { theirs, mirror } = here;
      for (const name of NAMES) await theirs.put(name, event(name));
      expect(await mirror.pull()).toMatchObject({ complete: true });
      expect(hrefsIn(here.mirror)).toEqual(hrefsOf(here, NAMES));
      for (const { etag, body } of mirror.objects.values()) {
        expect(etag).not.toBeNull();
        expect(body).toContain('BEGIN:VEVENT');
      }
    });

    test('S5 case 1: a calendar at rest costs one request, no look at what is stored, and brings nothing', async (context) => {
      const { theirs, mirror } = await freshCalendar(context);
      await theirs.put('a.ics', event('a'));
      await mirror.pull();
      expect(await mirror.pull()).toMatchObject({
        complete: true,
        requests: 1,
        knownCalls: 0,
        changed: [],
        removed: [],
      });
    });

    test('S1 case 2: a new, a changed and a deleted object arrive in two requests at most', async (context) => {
      const here = await freshCalendar(context);
      const { theirs, mirror, hrefOf } = here;
      for (const name of ['a', 'b', 'c', 'd']) await theirs.put(`${name}.ics`, event(name));
      await mirror.pull();
      await theirs.put('b.ics', event('b', 'Moved'));
      await theirs.put('e.ics', event('e'));
      await theirs.delete('c.ics');
      const { complete, requests } = await mirror.pull();
      expect([complete, requests <= 2]).toEqual([true, true]);
      expect(hrefsIn(here.mirror)).toEqual(hrefsOf(here, ['a.ics', 'b.ics', 'd.ics', 'e.ics']));
      expect(mirror.objects.get(hrefOf('b.ics'))?.body).toContain('Moved');
    });

    test('S1 an incremental history and a full pull give the same', async (context) => {
      const { theirs, mirror, provider, calendar } = await freshCalendar(context);
      for (const name of ['a', 'b', 'c']) {
        await theirs.put(`${name}.ics`, event(name));
        await mirror.pull();
      }
      await theirs.delete('a.ics');
      await mirror.pull();
      const fresh = createPullMirror(provider, calendar);
      await fresh.pull();
      expect(fresh.objects).toEqual(mirror.objects);
    });

    test('S7 a deletion and a new object under the same name leave the new one', async (context) => {
      const { theirs, mirror, hrefOf } = await freshCalendar(context);
      for (const name of ['a', 'b', 'c']) await theirs.put(`${name}.ics`, event(name));
      await mirror.pull();
      await theirs.delete('a.ics');
      await theirs.put('a.ics', event('a', 'Again'));
      await mirror.pull();
      expect(mirror.objects.get(hrefOf('a.ics'))?.body).toContain('Again');
    });

    test('S12 a full comparison of what is in step asks for no body', async (context) => {
      const { theirs, mirror } = await freshCalendar(context);
      for (const name of ['a', 'b']) await theirs.put(`${name}.ics`, event(name));
      await mirror.pull();
      const audit = await mirror.pull({ full: true });
      expect(audit).toMatchObject({ complete: true, changed: [], removed: [] });
      expect(audit.pages.at(-1)?.listed).toBe(2);
      expect(audit.requests).toBeLessThanOrEqual(2);
    });

    test('S4 case 4: a token the server does not know leads to a full comparison', async (context) => {
      const { server, theirs, provider, calendar, mirror, hrefOf } = await freshCalendar(context);
      for (const name of ['a', 'b']) await theirs.put(`${name}.ics`, event(name));
      await mirror.pull();
      const known = new Map([...mirror.objects].map(([href, { etag }]) => [href, etag]));
      known.set(hrefOf('vanished.ics'), '"1"');
      const pages = await Array.fromAsync(
        provider.changes({
          calendarHref: calendar.href,
          capabilities: calendar.capabilities,
          cursor: server.lostCursor,
          full: false,
          known: async () => known,
          preview: null,
        }),
      );
      expect(pages.flatMap(({ removed }) => removed)).toEqual([hrefOf('vanished.ics')]);
      expect(pages.at(-1)).toMatchObject({ complete: true, listed: 2, removalEvidence: 'missing-from-list' });
    });

    test('S8 a second look tells the calendar and its members', async (context) => {
      const { server, theirs, provider, calendar, hrefOf } = await freshCalendar(context);
      await theirs.put('a b@c.ics', event('a'));
      expect(await provider.recheck(calendar.href)).toEqual({
        isCalendar: true,
        hrefs: new Set([hrefOf('a b@c.ics')]),
      });
      expect(await provider.recheck(server.missingCalendar(calendar.href))).toEqual({
        isCalendar: false,
        hrefs: new Set(),
      });
    });

    test('S9 a calendar that is not there fails as not found', async (context) => {
      const { server, provider, calendar } = await freshCalendar(context);
      const gone = { ...calendar, href: server.missingCalendar(calendar.href) };
      await expect(createPullMirror(provider, gone).pull()).rejects.toMatchObject({ kind: 'not-found' });
    });
  });
}

const NAMES = ['plain.ics', 'with space.ics', 'a+b.ics', 'a@b.ics', 'bücher.ics', '100%.ics'];

const hrefsIn = ({ objects }: PullMirror): readonly string[] => [...objects.keys()].sort();
const hrefsOf = ({ hrefOf }: FreshCalendar, names: readonly string[]): readonly string[] =>
  names.map(hrefOf).sort();
