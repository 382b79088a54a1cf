import { type CalDavServer, calendarUrl } from '@atelier/testkit/caldav-server';
import { CALENDAR } from './filled-server.ts';

export interface RawFetch {
  readonly ms: number;
  readonly bytes: number;
  readonly token: string;
}

/** Plain HTTP: one sync-collection REPORT, read to the end and thrown away. */
export async function rawSync(server: CalDavServer, token: string): Promise<RawFetch> {
  const body = `<?xml version="1.0"?><d:sync-collection xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav"><d:sync-token>${token}</d:sync-token><d:sync-level>1</d:sync-level><d:prop><d:getetag/><c:calendar-data/></d:prop></d:sync-collection>`;
  const began = performance.now();
  const answer = await fetch(calendarUrl(server, CALENDAR), {
    method: 'REPORT',
    headers: {
      authorization: `Basic ${btoa(`${server.username}:${server.password}`)}`,
      'content-type': 'application/xml',
      depth: '1',
    },
    body,
  });
  const bytes = Buffer.from(await answer.arrayBuffer());
  const ms = performance.now() - began;
  const tail = bytes.subarray(-2_000).toString();
  const next = /sync-token>([^<]*)</.exec(tail)?.[1] ?? '';
  return { ms, bytes: bytes.length, token: next };
}
