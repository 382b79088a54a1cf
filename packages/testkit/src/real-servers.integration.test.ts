import { describe, expect, test } from 'vitest';
import {
  type CalDavServer,
  calendarUrl,
  davRequest,
  deleteObject,
  getObject,
  makeCalendar,
  putObject,
} from './caldav-server.ts';
import { eventFile } from './event-builder.ts';
import { findProgram } from './find-program.ts';
import { startRadicale, startXandikos } from './real-servers.ts';
import { startSandboxServer } from './sandbox-server.ts';

const starters: readonly { kind: string; installed: boolean; start: () => Promise<CalDavServer | null> }[] = [
  { kind: 'sandbox', installed: true, start: startSandboxServer },
  { kind: 'radicale', installed: findProgram('radicale') !== null, start: startRadicale },
  { kind: 'xandikos', installed: findProgram('xandikos') !== null, start: startXandikos },
];

const ics = eventFile({
  uid: 'one',
  start: Temporal.ZonedDateTime.from('2026-11-21T10:00[Europe/Zurich]'),
  end: Temporal.ZonedDateTime.from('2026-11-21T11:00[Europe/Zurich]'),
  summary: 'Séance',
});

for (const { kind, installed, start } of starters) {
  describe.skipIf(!installed)(kind, () => {
    test('another client makes a calendar, writes, reads and deletes', async () => {
      await using server = await start();
      if (!server) throw new Error(`${kind} vanished`);
      const url = await makeCalendar(server, 'work', 'Work');
      expect(url).toBe(calendarUrl(server, 'work'));
      await putObject(server, url, 'one.ics', ics, { 'if-none-match': '*' });
      expect((await getObject(server, url, 'one.ics'))?.body).toContain('SUMMARY:Séance');
      await expect(putObject(server, url, 'one.ics', ics, { 'if-none-match': '*' })).rejects.toThrow('412');
      await deleteObject(server, url, 'one.ics');
      expect(await getObject(server, url, 'one.ics')).toBeNull();
    });

    test('discovery leads from the url to the home', async () => {
      await using server = await start();
      if (!server) throw new Error(`${kind} vanished`);
      const principal = await hrefIn(server, server.url, '<current-user-principal xmlns="DAV:"/>');
      const home = await hrefIn(
        server,
        principal,
        '<calendar-home-set xmlns="urn:ietf:params:xml:ns:caldav"/>',
      );
      expect(home).toBe(server.homeUrl);
    });
  });
}

/** The href inside the one property asked for. */
async function hrefIn(server: CalDavServer, url: string, property: string): Promise<string> {
  const body = `<d:propfind xmlns:d="DAV:"><d:prop>${property}</d:prop></d:propfind>`;
  const answer = await davRequest(server, 'PROPFIND', url, { body, headers: { depth: '0' } });
  const hrefs = [...answer.body.matchAll(/<(?:\w+:)?href>([^<]*)</g)].map(([, href]) => href);
  const found = hrefs[1];
  if (found === undefined) throw new Error(`no href in ${answer.body}`);
  return new URL(found, url).href;
}
