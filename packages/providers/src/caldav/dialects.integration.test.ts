import type { Effect } from '@atelier/testkit/sandbox/faults/effect';
import { startSandboxServer } from '@atelier/testkit/sandbox-server';
import { describe, expect, test } from 'vitest';
import { createPullMirror } from '../contract/pull-mirror.ts';
import { event } from '../contract/situation.ts';
import { openDavAccount, testGateway } from './testing/dav-account-under-test.ts';

const NAMES = ['a@b.ics', 'bü cher.ics', 'c+d.ics', 'caf\u00e9.ics', 'e', 'f.EML', 'G.ICS', 'g%h.ics'];

/** How servers differ in saying the same. Each is pulled twice, with a change in between, and must come out equal. */
const DIALECTS: readonly Effect[] = [
  { kind: 'href-form', form: 'absolute' },
  { kind: 'href-form', form: 'encoded' },
  { kind: 'href-form', form: 'bare' },
  { kind: 'href-form', form: 'lower-hex' },
  { kind: 'href-form', form: 'double-slash' },
  { kind: 'href-form', form: 'nfd' },
  { kind: 'prefixes', form: 'default' },
  { kind: 'prefixes', form: 'odd' },
  { kind: 'cdata' },
  { kind: 'cdata', multiple: true },
  { kind: 'no-reason' },
  { kind: 'foreign-elements' },
  { kind: 'duplicate-responses' },
  { kind: 'reversed-responses' },
  { kind: 'self-listed' },
  { kind: 'gzip' },
  { kind: 'charset', declared: 'utf-8', written: 'utf8' },
  { kind: 'charset', declared: null, written: 'utf8' },
  { kind: 'multiget', form: 'missing-left-out' },
  { kind: 'multiget', form: 'duplicated' },
  { kind: 'multiget', form: 'omitting' },
  { kind: 'multiget', form: 'unsolicited' },
  { kind: 'etag-form', form: 'weak' },
  { kind: 'etag-form', form: 'missing' },
  { kind: 'etag-form', form: 'unquoted' },
  { kind: 'etag-form', form: 'numeric' },
  { kind: 'etag-form', form: 'changing' },
  { kind: 'etag-form', form: 'gzip-suffix' },
  { kind: 'etag-form', form: 'uri' },
  { kind: 'without', features: ['calendar-data-in-sync'] },
  { kind: 'without', features: ['multiget'] },
  { kind: 'without', features: ['etags-in-listings'] },
  { kind: 'without', features: ['privileges'] },
  { kind: 'without', features: ['ctag'] },
  { kind: 'without', features: ['sync-collection'] },
  { kind: 'without', features: ['sync-collection', 'ctag'] },
  { kind: 'without', features: ['current-user-principal'] },
  { kind: 'paged', size: 3, form: '507' },
  ...([301, 302, 303, 307, 308] as const).map(
    (status): Effect => ({ kind: 'redirect', status, to: 'same-origin' }),
  ),
];

describe('S1 case 9 12 13 14 15 16 17 18 19: every dialect leads to the same calendar', () => {
  test.each(DIALECTS.map((effect) => [JSON.stringify(effect), effect] as const))('%s', async (_, effect) => {
    await using server = await startSandboxServer();
    await using gateway = testGateway();
    const { sandbox } = server;
    sandbox.addCalendar('ann', { uri: 'cal' });
    for (const name of NAMES) sandbox.put('ann', 'cal', name, event(encodeURIComponent(name)));
    sandbox.faults.add({ effect, occurs: 'always' });
    const { provider, calendars } = await openDavAccount(gateway, { ...server, url: server.homeUrl });
    const [calendar] = calendars;
    if (calendar === undefined) throw new Error('no calendar was found');
    const mirror = createPullMirror(provider, calendar);
    await mirror.pull();
    sandbox.put('ann', 'cal', 'a@b.ics', event('a', 'Moved'));
    sandbox.put('ann', 'cal', 'new one.ics', event('new'));
    sandbox.remove('ann', 'cal', 'e');
    expect(await mirror.pull()).toMatchObject({ complete: true, unreadable: [] });

    const remote = [...sandbox.objects('ann', 'cal')].map(([name, { body }]) => [
      name,
      body.replace(/\r/g, ''),
    ]);
    const local = [...mirror.objects].map(([href, { body }]) => [
      // A server that decomposes letters in its listings calls its files so.
      decodeURIComponent(href.split('/').at(-1) ?? '').normalize('NFC'),
      body.replace(/\r/g, ''),
    ]);
    expect(local.sort()).toEqual(remote.sort());
  });
});
