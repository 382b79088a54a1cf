import type { EffectOf } from '@atelier/testkit/sandbox/faults/effect';
import { describe, expect, test } from 'vitest';
import { event } from '../../contract/situation.ts';
import { writeCalendar } from '../testing/write-calendar.ts';

describe('S10 case 29: one event is refused, with the reason', () => {
  test.each([
    [400, '', 'invalid', /asked for by a fault/],
    [403, '<cal:valid-calendar-object-resource/>', 'invalid', /does not belong into one event/],
    [403, '<cal:supported-calendar-component/>', 'invalid', /events of this kind/],
    [403, '<cal:max-date-time/>', 'invalid', /too far in the future/],
    [403, '<cal:max-instances/>', 'invalid', /repeated too often/],
    [403, '<cal:max-attendees-per-instance/>', 'invalid', /too many guests/],
    [412, '<cal:valid-calendar-data/>', 'invalid', /does not understand/],
    [415, '', 'invalid', /asked for by a fault/],
    [422, '', 'invalid', /asked for by a fault/],
    [403, '<cal:max-resource-size/>', 'too-large', /of this size/],
    [413, '', 'too-large', /of this size/],
    [423, '', 'locked', /Somebody else/],
    [507, '', 'no-room', /no room/],
    [403, '<d:quota-not-exceeded/>', 'no-room', /no room/],
  ] as const)('%i %s', async (status, error, reason, message) => {
    await using it = await writeCalendar();
    it.on('PUT', { kind: 'status', status, error }, 2);
    const refused = { outcome: 'refused', reason, message: expect.stringMatching(message) };
    expect(await it.here.put(it.base.href, event('e', 'Mine'), it.base)).toMatchObject(refused);
    expect(await it.here.put(`${it.here.calendar.href}n.ics`, event('n'), null)).toMatchObject(refused);
    expect(it.text('e.ics')).toBe(event('e'));
  });

  test('inside a 207 that looks like success', async () => {
    await using it = await writeCalendar();
    it.always({ kind: 'errors-as-207' });
    const { here } = it;
    const bad = event('n').replace(/^DTSTART.*\r\n/m, '');
    expect(await here.put(`${here.calendar.href}n.ics`, bad, null)).toMatchObject({ reason: 'invalid' });
    expect(await here.put(it.base.href, event('e'), null)).toEqual({ outcome: 'changed' });
    expect(await here.put(`${here.calendar.href}n.ics`, event('e'), null)).toEqual({
      outcome: 'duplicate',
      href: it.base.href,
    });
    expect(await here.remove(it.base.href, { etag: '"old"' })).toEqual({ outcome: 'changed' });
    expect(it.names()).toEqual(['e.ics']);
  });

  test('S14 in plain words: no markup, no paths, no keys, and not much', async () => {
    await using it = await writeCalendar();
    const words = `<s:message>&lt;b&gt;Bad&lt;/b&gt; line 7 in /var/www/dav/e.ics token ${'k'.repeat(50)} ${'so '.repeat(200)}</s:message>`;
    // The first message counts.
    it.on('PUT', { kind: 'status', status: 400, error: words });
    const outcome = await it.here.put(it.base.href, event('e', 'Mine'), it.base);
    const message = outcome.outcome === 'refused' ? outcome.message : '';
    expect(message).toContain('Bad line 7 in … token … so so');
    expect(message).not.toMatch(/[<>]|var|kkk/);
    expect(message.length).toBeLessThan(260);
  });

  test('S2 case 25: a 409 that means another version is one', async () => {
    await using it = await writeCalendar();
    it.sandbox.put('ann', 'cal', 'e.ics', event('e', 'Theirs'));
    it.on('PUT', { kind: 'status', status: 409 });
    expect(await it.here.put(it.base.href, event('e', 'Mine'), it.base)).toEqual({ outcome: 'changed' });
  });

  test('a server at odds with itself is tried again, and nothing is taken for gone', async () => {
    await using it = await writeCalendar();
    const odd = { outcome: 'refused', reason: 'locked' };
    it.on('PUT', { kind: 'status', status: 404 }, 'always');
    it.on('DELETE', { kind: 'status', status: 404 }, 'always');
    expect(await it.here.put(it.base.href, event('e', 'Mine'), it.base)).toMatchObject(odd);
    expect(await it.here.put(`${it.here.calendar.href}n.ics`, event('n'), null)).toMatchObject(odd);
    expect(await it.here.remove(it.base.href, it.base)).toMatchObject(odd);
  });

  test('case 31: a deletion that the trash bin refuses is done when the object is away', async () => {
    await using it = await writeCalendar();
    it.on('DELETE', { kind: 'status', status: 403 }, 2);
    expect(await it.here.remove(it.base.href, it.base)).toMatchObject({ reason: 'invalid' });
    it.sandbox.remove('ann', 'cal', 'e.ics');
    expect(await it.here.remove(it.base.href, it.base)).toEqual({ outcome: 'gone' });
  });
});

describe('S3 case 30: the UID is in use', () => {
  test.each([undefined, '400', '403', '409-without-href'] as const)('told as %s', async (form) => {
    await using it = await writeCalendar();
    if (form !== undefined) it.always({ kind: 'uid-conflict', form });
    expect(await it.here.put(`${it.here.calendar.href}n.ics`, event('e', 'Other'), null)).toEqual({
      outcome: 'duplicate',
      href: it.base.href,
    });
    expect(it.names()).toEqual(['e.ics']);
  });

  test('told without a word, and seen all the same', async () => {
    await using it = await writeCalendar();
    it.on('PUT', { kind: 'status', status: 409 });
    expect(await it.here.put(`${it.here.calendar.href}n.ics`, event('e'), null)).toEqual({
      outcome: 'duplicate',
      href: it.base.href,
    });
  });

  test('by a server that cannot find it again', async () => {
    await using it = await writeCalendar();
    it.always({ kind: 'uid-conflict', form: '409-without-href' });
    it.sandbox.faults.add({
      effect: { kind: 'emptied' },
      occurs: 'always',
      match: ({ method, dav }) =>
        method === 'REPORT' && (dav as { kind?: string } | null)?.kind === 'calendar-query',
    });
    expect(await it.here.put(`${it.here.calendar.href}n.ics`, event('e'), null)).toEqual({
      outcome: 'duplicate',
      href: it.base.href,
    });
  });

  test('by one of another calendar: nobody says where', async () => {
    await using it = await writeCalendar();
    const error = `<cal:no-uid-conflict><d:href>${it.second.href}</d:href></cal:no-uid-conflict>`;
    it.on('PUT', { kind: 'status', status: 403, error });
    expect(await it.here.put(`${it.here.calendar.href}n.ics`, event('n'), null)).toEqual({
      outcome: 'duplicate',
      href: null,
    });
  });

  test.each([undefined, '400', '403', '409-without-href'] as const)(
    'S3 case 42: by a twin of the one that is to change, told as %s: it is refused, and nothing is made',
    async (form) => {
      await using it = await writeCalendar();
      if (form !== undefined) it.always({ kind: 'uid-conflict', form });
      it.sandbox.put('ann', 'cal', 'twin.ics', event('e', 'Twin'));
      expect(await it.here.put(it.base.href, event('e', 'Mine'), it.base)).toMatchObject({
        outcome: 'refused',
        reason: 'invalid',
      });
      expect([it.names(), it.text('e.ics')]).toEqual([['e.ics', 'twin.ics'], event('e')]);
    },
  );

  test('of one that is to change, by what it has become elsewhere: there it is', async () => {
    await using it = await writeCalendar();
    it.sandbox.remove('ann', 'cal', 'e.ics');
    it.sandbox.put('ann', 'cal', 'elsewhere.ics', event('e'));
    const error = `<cal:no-uid-conflict><d:href>${it.here.calendar.href}elsewhere.ics</d:href></cal:no-uid-conflict>`;
    it.on('PUT', { kind: 'status', status: 409, error });
    expect(await it.here.put(it.base.href, event('e', 'Mine'), it.base)).toEqual({
      outcome: 'duplicate',
      href: `${it.here.calendar.href}elsewhere.ics`,
    });
  });

  test.each([false, true])('case 31: by one in the trash bin (told inside a 207: %s)', async (wrapped) => {
    await using it = await writeCalendar();
    it.always({ kind: 'trash-bin' });
    if (wrapped) it.always({ kind: 'errors-as-207' });
    expect(await it.here.remove(it.base.href, it.base)).toEqual({ outcome: 'removed' });
    expect(await it.here.put(`${it.here.calendar.href}n.ics`, event('e'), null)).toEqual({
      outcome: 'duplicate',
      href: null,
    });
  });
});

describe('S2 case 33: a calendar that may not be written into', () => {
  const forms: readonly (EffectOf<'read-only-form'>['form'] | undefined)[] = [undefined, 'bare-403', '404'];

  test.each(forms)('told as %s', async (form) => {
    await using it = await writeCalendar({ layout: 'nextcloud' });
    it.sandbox.addCalendar('ann', { uri: 'cal', readOnly: true });
    it.sandbox.put('ann', 'cal', 'e.ics', event('e'));
    if (form !== undefined) it.always({ kind: 'read-only-form', form });
    const { here, base } = it;
    const refused = { outcome: 'refused', reason: 'read-only' };
    expect(await here.put(base.href, event('e', 'Mine'), base)).toMatchObject(refused);
    expect(await here.put(`${here.calendar.href}n.ics`, event('n'), null)).toMatchObject(refused);
    expect(await here.remove(base.href, base)).toMatchObject(refused);
    const moved = await here.move(base.href, base, it.second);
    expect(moved).toMatchObject(form === '404' ? { outcome: 'unsupported' } : refused);
    expect([it.text('e.ics'), it.names('second')]).toEqual([event('e'), []]);
  });

  test('a bare 403 in a calendar that may be written into is about the event', async () => {
    await using it = await writeCalendar();
    it.on('PUT', { kind: 'status', status: 403 });
    expect(await it.here.put(it.base.href, event('e', 'Mine'), it.base)).toMatchObject({ reason: 'invalid' });
  });
});

describe('S3 case 32: what cannot be moved stays where it is', () => {
  test.each([400, 403, 405, 409, 501, 502])('%i', async (status) => {
    await using it = await writeCalendar();
    it.on('MOVE', { kind: 'status', status });
    expect(await it.here.move(it.base.href, it.base, it.second)).toEqual({ outcome: 'unsupported' });
    expect([it.text('e.ics'), it.names('second')]).toEqual([event('e'), []]);
  });

  test('a server without MOVE, an old version, a taken place, a missing one', async () => {
    await using it = await writeCalendar();
    const move = () => it.here.move(it.base.href, it.base, it.second);
    it.sandbox.put('ann', 'second', 'e.ics', event('other'));
    expect(await move()).toEqual({ outcome: 'changed' });
    it.sandbox.removeCalendar('ann', 'second');
    expect(await move()).toEqual({ outcome: 'unsupported' });
    it.sandbox.addCalendar('ann', { uri: 'second' });
    it.sandbox.put('ann', 'cal', 'e.ics', event('e', 'Theirs'));
    expect(await move()).toEqual({ outcome: 'changed' });
    it.always({ kind: 'without', features: ['move'] });
    expect(await move()).toEqual({ outcome: 'unsupported' });
    expect(it.text('e.ics')).toBe(event('e', 'Theirs'));
    expect(it.sandbox.blindWrites).toEqual([]);
  });
});
