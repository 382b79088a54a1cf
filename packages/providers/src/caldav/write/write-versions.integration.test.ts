import type { EffectOf } from '@atelier/testkit/sandbox/faults/effect';
import { describe, expect, test } from 'vitest';
import { event } from '../../contract/situation.ts';
import type { PutOutcome, StoredVersion } from '../../port/writes.ts';
import { interfere, writeCalendar } from '../testing/write-calendar.ts';

const FORMS: readonly EffectOf<'etag-form'>['form'][] = ['weak', 'unquoted', 'numeric', 'gzip-suffix', 'uri'];
const MATCHES: readonly (EffectOf<'if-match'>['form'] | 'any')[] = ['any', 'strong-only', 'star-only'];
/** The numeric etags of the sandbox are strong and not its own: a server that then takes nothing but `*` is at odds with itself. */
const COMBINED = FORMS.flatMap((form) => MATCHES.map((match) => [form, match] as const)).filter(
  ([form, match]) =>
    match === 'any' || !['numeric', 'uri'].includes(form) || (form === 'uri' && match === 'star-only'),
);

describe('S2 case 16: a write is made on its version, however the server spells it', () => {
  test.each(COMBINED)('%s etags, If-Match %s', async (form, match) => {
    await using it = await writeCalendar();
    it.always({ kind: 'etag-form', form });
    if (match !== 'any') it.always({ kind: 'if-match', form: match });
    const [known] = (await it.here.provider.fetch(it.here.calendar.href, [it.base.href])).found;
    const base = known ?? it.base;
    it.sandbox.clearRequests();
    const mine = stored(await it.here.put(base.href, event('e', 'Mine'), { etag: base.etag }));
    expect(mine.body).toBe(event('e', 'Mine'));
    it.sandbox.put('ann', 'cal', 'e.ics', event('e', 'Theirs'));
    expect(await it.here.put(base.href, event('e', 'Late'), mine)).toEqual({ outcome: 'changed' });
    expect(await it.here.remove(base.href, mine)).toEqual({ outcome: 'changed' });
    expect(it.text('e.ics')).toBe(event('e', 'Theirs'));
    expect(it.sandbox.blindWrites).toEqual([]);
    // Any version will do only for a server that takes nothing else.
    if (match !== 'star-only') expect(it.sandbox.requests.some(({ ifMatch }) => ifMatch === '*')).toBe(false);
  });

  test('S2 a strong etag that is refused is never widened to any version', async () => {
    await using it = await writeCalendar();
    it.always({ kind: 'if-match', form: 'star-only' });
    expect(await it.here.put(it.base.href, event('e', 'Mine'), it.base)).toEqual({ outcome: 'changed' });
    expect(it.sandbox.requests.some(({ ifMatch }) => ifMatch === '*')).toBe(false);
  });

  test.each(['strong-only', 'star-only'] as const)(
    'S2 somebody is quicker between a look and a try: %s',
    async (form) => {
      await using it = await writeCalendar();
      it.always({ kind: 'etag-form', form: 'weak' });
      it.always({ kind: 'if-match', form });
      interfere(it, 'PUT', 2, () => it.sandbox.put('ann', 'cal', 'e.ics', event('e', 'Theirs')));
      const base = { etag: `W/${it.base.etag}` };
      expect(await it.here.put(it.base.href, event('e', 'Mine'), base)).toEqual({ outcome: 'changed' });
      expect(it.text('e.ics')).toBe(event('e', 'Theirs'));
    },
  );

  test('S2 an etag that changes by itself leads to no end of tries, and to no write', async () => {
    await using it = await writeCalendar();
    it.always({ kind: 'etag-form', form: 'changing' });
    const outcome = await it.here.put(it.base.href, event('e', 'Mine'), {
      etag: '"old"',
      body: it.base.body,
    });
    expect(outcome).toEqual({ outcome: 'changed' });
    expect(it.asked().split(' ').length).toBeLessThan(10);
  });

  test('S2 a server without etags is taken at its word only for the text that is meant', async () => {
    await using it = await writeCalendar();
    it.always({ kind: 'etag-form', form: 'missing' });
    const base = { etag: null, body: it.base.body };
    const mine = stored(await it.here.put(it.base.href, event('e', 'Mine'), base));
    expect([mine.etag, mine.body]).toEqual([null, event('e', 'Mine')]);
    expect(it.sandbox.requests.filter(({ method }) => method === 'PUT')).toMatchObject([{ ifMatch: '*' }]);
    expect(await it.here.put(it.base.href, event('e', 'Late'), base)).toEqual({ outcome: 'changed' });
    expect(await it.here.remove(it.base.href, base)).toEqual({ outcome: 'changed' });
    expect(await it.here.remove(it.base.href, mine)).toEqual({ outcome: 'removed' });
    expect(it.sandbox.blindWrites).toEqual([]);
  });

  test('S2 an etag that was never told is asked for', async () => {
    await using it = await writeCalendar();
    expect(await it.here.put(it.base.href, event('e', 'Mine'), { etag: null })).toMatchObject({
      outcome: 'stored',
    });
    expect(it.sandbox.requests.find(({ method }) => method === 'PUT')?.ifMatch).toBe(it.base.etag);
  });
});

describe('S2 case 28: an etag of before the last write', () => {
  test('is made good by the text: one more try', async () => {
    await using it = await writeCalendar();
    it.sandbox.put('ann', 'cal', 'e.ics', event('e', 'Newer'));
    it.always({ kind: 'stale-etag' });
    const [known] = (await it.here.provider.fetch(it.here.calendar.href, [it.base.href])).found;
    expect(known).toMatchObject({ etag: it.base.etag, body: event('e', 'Newer') });
    it.asked();
    const base = known ?? it.base;
    expect(await it.here.put(base.href, event('e', 'Mine'), base)).toMatchObject({ outcome: 'stored' });
    expect(it.asked()).toBe('PUT GET PUT GET');
  });

  test('is an old version where the text says so', async () => {
    await using it = await writeCalendar();
    it.sandbox.put('ann', 'cal', 'e.ics', event('e', 'Newer'));
    expect(await it.here.put(it.base.href, event('e', 'Mine'), it.base)).toEqual({ outcome: 'changed' });
    expect(it.text('e.ics')).toBe(event('e', 'Newer'));
  });
});

describe('S5 case 27: the stored version is the server’s', () => {
  test.each([
    { kind: 'put-without-etag' },
    { kind: 'put-rewritten', etag: 'given' },
    { kind: 'put-rewritten', etag: 'absent' },
  ] as const)('%j', async (effect) => {
    await using it = await writeCalendar();
    it.always(effect);
    const mine = stored(await it.here.put(it.base.href, event('e', 'Mine'), it.base));
    const there = it.sandbox.objects('ann', 'cal').get('e.ics');
    expect([mine.etag, mine.body]).toEqual([there?.etag, there?.body]);
    await it.here.mirror.pull();
    expect(it.here.mirror.objects.get(mine.href)).toEqual({ etag: mine.etag, body: mine.body });
  });

  test('S3 a server that names new objects itself is followed', async () => {
    await using it = await writeCalendar();
    it.always({ kind: 'put-renamed' });
    const asked = `${it.here.calendar.href}asked.ics`;
    const { href, body } = stored(await it.here.put(asked, event('n'), null));
    expect(href).not.toBe(asked);
    expect([it.text(href.split('/').at(-1) ?? ''), it.text('asked.ics')]).toEqual([body, null]);
  });

  test('one that is deleted at once is gone', async () => {
    await using it = await writeCalendar();
    interfere(it, 'GET', 1, () => it.sandbox.remove('ann', 'cal', 'e.ics'));
    expect(await it.here.put(it.base.href, event('e', 'Mine'), it.base)).toEqual({ outcome: 'gone' });
  });
});

describe('S2 what goes out with a write', () => {
  test('case 36: no server writes to guests; case 37: no Schedule-Tag is relied upon', async () => {
    await using it = await writeCalendar();
    it.always({ kind: 'schedule-tag' });
    const sent: Record<string, unknown>[] = [];
    it.sandbox.faults.add({
      effect: { kind: 'no-reason' },
      occurs: 'always',
      match: ({ method, headers }) => {
        if (['PUT', 'DELETE', 'MOVE'].includes(method)) sent.push({ method, ...headers });
        return false;
      },
    });
    const mine = stored(await it.here.put(it.base.href, event('e', 'Mine'), it.base));
    const moved = await it.here.move(mine.href, mine, it.second);
    expect(moved).toMatchObject({ outcome: 'stored', href: it.second.href });
    const back = {
      calendarHref: it.second.calendarHref,
      href: it.second.href,
      base: stored(moved as PutOutcome),
    };
    expect(await it.here.provider.remove(back)).toEqual({ outcome: 'removed' });
    expect(sent).toMatchObject([
      { method: 'PUT', 'schedule-reply': 'F', 'content-type': 'text/calendar; charset=utf-8' },
      { method: 'MOVE', 'schedule-reply': 'F', overwrite: 'F', 'if-match': mine.etag },
      { method: 'DELETE', 'schedule-reply': 'F' },
    ]);
    expect(sent.filter((headers) => 'if-schedule-tag-match' in headers)).toEqual([]);
  });
});

function stored(outcome: PutOutcome): StoredVersion {
  if (outcome.outcome !== 'stored') throw new Error(`It was not stored: ${JSON.stringify(outcome)}`);
  return outcome;
}
