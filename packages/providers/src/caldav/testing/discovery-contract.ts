import { type CalDavServer, makeCalendar } from '@atelier/testkit/caldav-server';
import { afterAll, beforeAll, describe, expect, type TestContext, test } from 'vitest';
import type { CalDavGateway } from '../caldav-gateway.ts';
import { davAccountOf } from '../dav-account.ts';
import { accessTo, testGateway } from './dav-account-under-test.ts';

/** From which addresses an account is found, tried on one server. `start` gives null where the server is not installed. */
export function discoveryContract(kind: string, start: () => Promise<CalDavServer | null>): void {
  describe(`CalDAV discovery: ${kind}`, () => {
    let gateway: CalDavGateway;
    let server: CalDavServer | null = null;
    beforeAll(async () => {
      gateway = testGateway();
      server = await start();
    });
    afterAll(async () => {
      await gateway.close();
      await server?.[Symbol.asyncDispose]();
    });
    const at = (context: TestContext): CalDavServer =>
      server ?? context.skip(`${kind} is not installed here`);

    test('S1 case 20: finds the calendars from the bare address of the server', async (context) => {
      const host = at(context);
      await makeCalendar(host, 'found');
      const result = await gateway.test(accessTo(host, new URL(host.url).origin));
      expect(result.steps.filter(({ outcome }) => outcome === 'failed')).toEqual([]);
      expect(result.ok && result.calendars.map(({ href }) => href)).toEqual(
        expect.arrayContaining([expect.stringMatching(/\/found\/$/)]),
      );
    });

    test('finds them from the address of the home and of a calendar', async (context) => {
      const host = at(context);
      const calendar = await makeCalendar(host, 'typed');
      for (const url of [host.homeUrl, calendar]) {
        const result = await gateway.test(accessTo(host, url));
        expect(result.ok && davAccountOf(result.account.reach).homeUrls).toEqual([host.homeUrl]);
      }
    });
  });
}
