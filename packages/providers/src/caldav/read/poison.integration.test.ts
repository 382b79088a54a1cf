import type { Effect } from '@atelier/testkit/sandbox/faults/effect';
import type { DavRequest } from '@atelier/testkit/sandbox/faults/exchange';
import { startSandboxServer } from '@atelier/testkit/sandbox-server';
import { describe, expect, test } from 'vitest';
import { createPullMirror, type PullMirror } from '../../contract/pull-mirror.ts';
import { event } from '../../contract/situation.ts';
import { openDavAccount, testGateway } from '../testing/dav-account-under-test.ts';

interface Situation extends AsyncDisposable {
  readonly mirror: PullMirror;
  fault(effect: Effect, match: (request: DavRequest) => boolean): void;
}

/** A calendar that was never pulled, on a server that sends bodies by multiget and GET only. */
async function situation(names: readonly string[]): Promise<Situation> {
  const server = await startSandboxServer();
  const gateway = testGateway();
  const { sandbox } = server;
  sandbox.addCalendar('ann', { uri: 'cal' });
  for (const name of names) sandbox.put('ann', 'cal', name, event(name));
  sandbox.faults.add({ effect: { kind: 'without', features: ['calendar-data-in-sync'] }, occurs: 'always' });
  const { provider, calendars } = await openDavAccount(gateway, server);
  const [calendar] = calendars;
  if (calendar === undefined) throw new Error('the sandbox shows no calendar');
  return {
    mirror: createPullMirror(provider, calendar),
    fault: (effect, match) => void sandbox.faults.add({ effect, match, occurs: 'always' }),
    async [Symbol.asyncDispose]() {
      await gateway.close();
      await server[Symbol.asyncDispose]();
    },
  };
}

const multigetOf =
  (name: string) =>
  ({ dav }: DavRequest): boolean =>
    dav !== null &&
    dav !== 'unreadable' &&
    dav.kind === 'calendar-multiget' &&
    dav.hrefs.some((href) => href.includes(name));
const getOf =
  (name: string) =>
  ({ method, path }: DavRequest): boolean =>
    method === 'GET' && path.includes(name);

const MANY = [...Array.from({ length: 40 }, (_, index) => `e${index}.ics`), 'bad.ics'];

describe('S10 one object that cannot be had stays alone', () => {
  test.each([403, 423, 500])('with status %i inside the answer', async (status) => {
    await using it = await situation(['a.ics', 'bad.ics', 'c.ics']);
    it.fault({ kind: 'member-status', status, names: (name) => name === 'bad.ics' }, multigetOf(''));
    const report = await it.mirror.pull();
    expect(report).toMatchObject({
      complete: true,
      unreadable: [{ href: expect.stringContaining('bad.ics') }],
    });
    expect(report.changed).toHaveLength(2);
  });

  test.each<Effect>([{ kind: 'status', status: 500 }, { kind: 'truncate' }, { kind: 'non-xml' }])(
    'when it spoils every answer that holds it: %j',
    async (effect) => {
      await using it = await situation(MANY);
      it.fault(effect, multigetOf('bad'));
      it.fault({ kind: 'status', status: 500 }, getOf('bad'));
      const report = await it.mirror.pull();
      expect(report).toMatchObject({
        complete: true,
        unreadable: [{ href: expect.stringContaining('bad.ics') }],
      });
      expect(report.changed).toHaveLength(40);
    },
  );

  test('unless a plain GET does bring it', async () => {
    await using it = await situation(MANY);
    it.fault({ kind: 'status', status: 500 }, multigetOf('bad'));
    const report = await it.mirror.pull();
    expect(report).toMatchObject({ complete: true, unreadable: [] });
    expect(report.changed).toHaveLength(41);
  });
});

test('S9 a server that can hand out nothing is ill; no object is blamed', async () => {
  await using it = await situation(MANY);
  it.fault({ kind: 'status', status: 500 }, multigetOf(''));
  it.fault({ kind: 'status', status: 500 }, getOf(''));
  await expect(it.mirror.pull()).rejects.toMatchObject({ kind: 'server-error' });
});

test('S7 an object that vanishes between list and multiget is not unreadable', async () => {
  await using it = await situation(['a.ics', 'bad.ics']);
  it.fault({ kind: 'member-status', status: 404, names: (name) => name === 'bad.ics' }, multigetOf(''));
  it.fault({ kind: 'status', status: 404 }, getOf('bad'));
  expect(await it.mirror.pull()).toMatchObject({
    complete: true,
    unreadable: [],
    changed: [expect.stringContaining('a.ics')],
  });
});
