import { describe, expect, type TestContext, test } from 'vitest';
import type { StartServer } from './server-under-test.ts';
import { contractServer, event, type FreshCalendar } from './situation.ts';

interface Second extends Pick<FreshCalendar['theirs'], 'put' | 'get'> {
  readonly calendarHref: string;
  hrefOf(name: string): string;
}

/** UIDs, names and places: who has what, and where it may go. */
export function lookupContract(kind: string, start: StartServer): void {
  describe(`provider contract, looking up: ${kind}`, () => {
    const { freshCalendar } = contractServer(kind, start);

    /** Beside the calendar of the test, of the same account. */
    const withSecond = async (context: TestContext): Promise<{ here: FreshCalendar; second: Second }> => {
      const here = await freshCalendar(context);
      const { server } = here;
      const calendarHref = await server.makeCalendar(`${here.calendar.name}-second`);
      return {
        here,
        second: {
          calendarHref,
          hrefOf: (name) => server.hrefOf(calendarHref, name),
          put: (name, body) => server.put(calendarHref, name, body),
          get: (name) => server.get(calendarHref, name),
        },
      };
    };

    test('S3 case 30: a UID that is in use is said to be, and where', async (context) => {
      const here = await freshCalendar(context);
      const first = await here.create('first.ics', event('same'));
      const outcome = await here.put(here.hrefOf('second.ics'), event('same', 'Other'), null);
      expect(outcome).toEqual({ outcome: 'duplicate', href: first.href });
      expect(await here.theirs.get('second.ics')).toBeNull();
    });

    test('S3 case 43: the same UID in another calendar is another object', async (context) => {
      const { here, second } = await withSecond(context);
      await here.create('a.ics', event('both'));
      const there = await here.provider.put({
        calendarHref: second.calendarHref,
        href: second.hrefOf('a.ics'),
        body: event('both'),
        base: null,
      });
      expect(there).toMatchObject({ outcome: 'stored' });
    });

    test('S3 case 24: an object is found by its UID, and by nothing like it', async (context) => {
      const here = await freshCalendar(context);
      for (const uid of ['abc', 'abcd', 'ABC', 'x & <y>', 'ü-録音']) {
        await here.theirs.put(`${uid.length}-${[...uid][0]}.ics`, event(uid, uid));
      }
      for (const uid of ['abc', 'abcd', 'ABC', 'x & <y>', 'ü-録音']) {
        const found = await here.provider.findByUid(here.calendar.href, `${uid}@atelier.test`);
        expect(found?.body.split(/\r?\n/)).toContain(`SUMMARY:${uid}`);
        expect(found?.etag).not.toBeNull();
      }
      for (const uid of ['ab@atelier.test', 'bc@atelier.test', 'nobody', '']) {
        expect(await here.provider.findByUid(here.calendar.href, uid)).toBeNull();
      }
    });

    test('S7 missing is only what the server says is missing', async (context) => {
      const here = await freshCalendar(context);
      const { href, etag, body } = await here.create('a.ics', event('a'));
      const nowhere = here.hrefOf('nowhere.ics');
      const fetched = await here.provider.fetch(here.calendar.href, [nowhere, href]);
      expect(fetched).toEqual({
        found: [{ href, etag, body: expect.any(String) }],
        missing: [nowhere],
        unreadable: [],
      });
      expect(fetched.found[0]?.body.replaceAll('\r\n', '\n').trimEnd()).toBe(
        body.replaceAll('\r\n', '\n').trimEnd(),
      );
    });

    test('S3 case 32: a move takes an object over whole, or says that it cannot', async (context) => {
      const { here, second } = await withSecond(context);
      const base = await here.create('a.ics', event('a'));
      const to = { calendarHref: second.calendarHref, href: second.hrefOf('moved.ics') };
      const outcome = await here.move(base.href, base, to);
      if (outcome.outcome === 'unsupported') {
        expect((await here.theirs.get('a.ics'))?.body).toBe(base.body);
        expect(await second.get('moved.ics')).toBeNull();
        return;
      }
      if (outcome.outcome === 'stored') here.server.called?.(second.calendarHref, 'moved.ics', outcome.href);
      const there = await second.get('moved.ics');
      const href = second.hrefOf('moved.ics');
      expect(outcome).toEqual({ outcome: 'stored', href, etag: there?.etag, body: base.body });
      expect(await here.theirs.get('a.ics')).toBeNull();
      expect(await here.move(base.href, base, to)).toEqual({ outcome: 'gone' });
    });

    test('S2 case 32: a move overwrites nothing', async (context) => {
      const { here, second } = await withSecond(context);
      const base = await here.create('a.ics', event('a'));
      await second.put('taken.ics', event('taken'));
      const to = { calendarHref: second.calendarHref, href: second.hrefOf('taken.ics') };
      expect(['changed', 'unsupported']).toContain((await here.move(base.href, base, to)).outcome);
      expect((await second.get('taken.ics'))?.body).toContain('UID:taken');
      expect((await here.theirs.get('a.ics'))?.body).toContain('UID:a@');
    });

    test('S2 case 32: a move of an old version loses nobody’s text', async (context) => {
      const { here, second } = await withSecond(context);
      const base = await here.create('a.ics', event('a'));
      await here.theirs.put('a.ics', event('a', 'Theirs'));
      const to = { calendarHref: second.calendarHref, href: second.hrefOf('moved.ics') };
      const { outcome } = await here.move(base.href, base, to);
      // Radicale looks at no condition of a MOVE: then it is the newer text that went.
      const there = await (outcome === 'stored' ? second.get('moved.ics') : here.theirs.get('a.ics'));
      expect(there?.body).toContain('SUMMARY:Theirs');
    });

    test('S9 a write into a calendar that is not there is a failure, not an answer about the object', async (context) => {
      const here = await freshCalendar(context);
      const calendarHref = here.server.missingCalendar(here.calendar.href);
      const href = here.server.hrefOf(calendarHref, 'a.ics');
      const base = { etag: '"1"', body: event('a') };
      const { provider } = here;
      const body = event('a');
      const notFound = { kind: 'not-found' };
      await expect(provider.put({ calendarHref, href, body, base: null })).rejects.toMatchObject(notFound);
      await expect(provider.put({ calendarHref, href, body, base })).rejects.toMatchObject(notFound);
      await expect(provider.remove({ calendarHref, href, base })).rejects.toMatchObject(notFound);
      await expect(provider.fetch(calendarHref, [href])).rejects.toMatchObject(notFound);
      await expect(provider.findByUid(calendarHref, 'a')).rejects.toMatchObject(notFound);
    });

    test('S10 case 29: a text that is no event is refused, with the reason', async (context) => {
      const here = await freshCalendar(context);
      const outcome = await here.put(here.hrefOf('bad.ics'), 'BEGIN:VCALENDAR\r\nnonsense\r\n', null);
      expect(outcome).toMatchObject({ outcome: 'refused', reason: 'invalid' });
      expect(outcome.outcome === 'refused' && outcome.message).toMatch(
        /^The calendar server refuses this event: /,
      );
    });
  });
}
