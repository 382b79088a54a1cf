import { describe, expect, test } from 'vitest';
import type { StartServer } from './server-under-test.ts';
import { contractServer, event } from './situation.ts';
import { contentOf, RICH_EVENT } from './written-text.ts';

/** What a provider promises about writing, tried on one server. */
export function writeContract(kind: string, start: StartServer): void {
  describe(`provider contract, writing: ${kind}`, () => {
    const { freshCalendar } = contractServer(kind, start);

    test('S2 a new object is stored, and what comes back is what the server has', async (context) => {
      const here = await freshCalendar(context);
      const stored = await here.create('new.ics', event('new'));
      const there = await here.theirs.get('new.ics');
      const href = here.hrefOf('new.ics');
      expect(stored).toEqual({ outcome: 'stored', href, etag: there?.etag, body: there?.body });
      expect(stored.etag).not.toBeNull();
      expect(contentOf(stored.body)).toEqual(contentOf(event('new')));
    });

    test('S3 case 24: creating it a second time changes nothing and says so', async (context) => {
      const here = await freshCalendar(context);
      const { href, body } = await here.create('a.ics', event('a'));
      expect(await here.put(href, event('a', 'Other'), null)).toEqual({ outcome: 'changed' });
      expect((await here.theirs.get('a.ics'))?.body).toBe(body);
    });

    test('S2 an update is made on the version that it was made from, time after time', async (context) => {
      const here = await freshCalendar(context);
      let base = await here.create('a.ics', event('a'));
      for (const summary of ['Two', 'Three', 'Four']) {
        const stored = await here.put(base.href, event('a', summary), base);
        expect(stored).toMatchObject({
          outcome: 'stored',
          href: base.href,
          body: expect.stringContaining(summary),
        });
        base = stored as typeof base;
      }
    });

    test('S2 case 25: an update of an old version changes nothing and says so', async (context) => {
      const here = await freshCalendar(context);
      const base = await here.create('a.ics', event('a'));
      await here.theirs.put('a.ics', event('a', 'Theirs'));
      expect(await here.put(base.href, event('a', 'Mine'), base)).toEqual({ outcome: 'changed' });
      expect(await here.put(base.href, event('a', 'Mine'), { etag: null, body: base.body })).toEqual({
        outcome: 'changed',
      });
      expect((await here.theirs.get('a.ics'))?.body).toContain('SUMMARY:Theirs');
    });

    test('S2 case 26: an update of what is gone does not bring it back', async (context) => {
      const here = await freshCalendar(context);
      const base = await here.create('a.ics', event('a'));
      await here.theirs.delete('a.ics');
      expect(await here.put(base.href, event('a', 'Mine'), base)).toEqual({ outcome: 'gone' });
      expect(await here.theirs.get('a.ics')).toBeNull();
    });

    test('S2 case 26: a deletion takes the version that is meant, once', async (context) => {
      const here = await freshCalendar(context);
      const base = await here.create('a.ics', event('a'));
      await here.theirs.put('a.ics', event('a', 'Theirs'));
      expect(await here.remove(base.href, base)).toEqual({ outcome: 'changed' });
      const [theirs] = (await here.provider.fetch(here.calendar.href, [base.href])).found;
      expect(theirs?.body).toContain('SUMMARY:Theirs');
      const meant = { etag: theirs?.etag ?? null };
      expect(await here.remove(base.href, meant)).toEqual({ outcome: 'removed' });
      expect(await here.remove(base.href, meant)).toEqual({ outcome: 'gone' });
      expect(await here.theirs.get('a.ics')).toBeNull();
    });

    test('S2 of eight updates of one version one is made', async (context) => {
      const here = await freshCalendar(context);
      const base = await here.create('a.ics', event('a'));
      const all = await Promise.all(
        Array.from({ length: 8 }, (_, number) => here.put(base.href, event('a', `Writer ${number}`), base)),
      );
      const outcomes = all.map(({ outcome }) => outcome).toSorted();
      expect(outcomes).toEqual([...Array<string>(7).fill('changed'), 'stored']);
    });

    test.for(NAMES)('S3 case 14: %s is created, changed, fetched and deleted', async (name, context) => {
      const here = await freshCalendar(context);
      const first = await here.create(name, event('odd'));
      const second = await here.put(first.href, event('odd', 'Second'), first);
      expect(second).toMatchObject({ outcome: 'stored', href: first.href });
      await here.mirror.pull();
      expect([...here.mirror.objects.keys()]).toEqual([first.href]);
      const { found, missing } = await here.provider.fetch(here.calendar.href, [first.href]);
      expect([found.map(({ href }) => href), missing]).toEqual([[first.href], []]);
      expect(await here.remove(first.href, { etag: found[0]?.etag ?? null })).toEqual({ outcome: 'removed' });
      expect(await here.provider.fetch(here.calendar.href, [first.href])).toMatchObject({
        missing: [first.href],
      });
    });

    test('S6 case 34: what the server keeps says the same, to the last unknown parameter', async (context) => {
      const here = await freshCalendar(context);
      const { href, body } = await here.create('rich.ics', RICH_EVENT);
      expect(contentOf(body)).toEqual(contentOf(RICH_EVENT));
      const { found } = await here.provider.fetch(here.calendar.href, [href]);
      expect(contentOf(found[0]?.body ?? '')).toEqual(contentOf(RICH_EVENT));
    });

    test('S5 case 27: what was written comes back from a pull as it was stored, and then there is rest', async (context) => {
      const here = await freshCalendar(context);
      await here.mirror.pull();
      const { href, etag, body } = await here.create('a.ics', RICH_EVENT);
      await here.mirror.pull();
      expect(here.mirror.objects.get(href)?.etag).toBe(etag);
      expect(contentOf(here.mirror.objects.get(href)?.body ?? '')).toEqual(contentOf(body));
      expect(await here.mirror.pull()).toMatchObject({ changed: [], requests: 1 });
      // Writing back what the server made of it is no reason for it to make something else again.
      expect(await here.put(href, body, { etag })).toMatchObject({ outcome: 'stored', body });
    });
  });
}

const NAMES = [
  'plain.ics',
  'with space.ics',
  'a+b.ics',
  'a@b.ics',
  'bücher.ics',
  '100%.ics',
  'ü b@x.ics',
  "it's (a) ;=&,#?.ics",
  'no-ending',
  'UPPER.ICS',
  '録音.ics',
];
