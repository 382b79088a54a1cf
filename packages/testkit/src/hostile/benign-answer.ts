import type { IncomingMessage } from 'node:http';

/** The places at which a gateway reads what a server answers. */
export type HostilePlace =
  | 'anything'
  | 'root'
  | 'principal'
  | 'list'
  | 'state'
  | 'members'
  | 'report'
  | 'bodies'
  | 'query'
  | 'object'
  | 'write';

export function placeOf({ method, url, headers }: IncomingMessage, body: string): HostilePlace {
  if (method === 'PUT' || method === 'DELETE' || method === 'MOVE') return 'write';
  if (method === 'GET') return 'object';
  if (body.includes('calendar-multiget')) return 'bodies';
  if (body.includes('calendar-query')) return 'query';
  if (method === 'REPORT') return 'report';
  if (url === '/p/') return 'principal';
  if (url === '/home/') return 'list';
  if (url === '/home/cal/') return headers['depth'] === '1' ? 'members' : 'state';
  return 'root';
}

export interface Benign {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly text: string;
}

export const HARMLESS_EVENT =
  'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//EN\r\nBEGIN:VEVENT\r\nUID:a\r\nDTSTAMP:20260101T000000Z\r\nDTSTART:20260704T100000Z\r\nDTEND:20260704T110000Z\r\nSUMMARY:Session\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n';

const CALENDAR = '<d:resourcetype><d:collection/><c:calendar/></d:resourcetype>';
const MEMBER = '<d:getetag>"1"</d:getetag><d:resourcetype/>';
const EVENT = `${MEMBER}<c:calendar-data>${HARMLESS_EVENT.replaceAll('\r', '&#13;')}</c:calendar-data>`;

/** What a proper server says there; one that is hostile where single objects are asked for does not do multigets. */
export function benignAnswer(
  { method }: IncomingMessage,
  asked: HostilePlace,
  hostile: HostilePlace,
): Benign {
  switch (asked) {
    case 'write':
      return { status: method === 'DELETE' ? 204 : 201, headers: { etag: '"2"' }, text: '' };
    case 'object':
      return {
        status: 200,
        headers: { etag: '"1"', 'content-type': 'text/calendar; charset=utf-8' },
        text: HARMLESS_EVENT,
      };
    case 'bodies':
      if (hostile === 'object') return { status: 415, text: '' };
      return multistatus(response('/home/cal/a.ics', EVENT));
    case 'query':
      return multistatus(response('/home/cal/a.ics', EVENT));
    case 'report':
      return multistatus(`${response('/home/cal/a.ics', MEMBER)}<d:sync-token>t2</d:sync-token>`);
    case 'members':
      return multistatus(response('/home/cal/', CALENDAR) + response('/home/cal/a.ics', MEMBER));
    case 'state':
      return multistatus(response('/home/cal/', `${CALENDAR}<s:getctag>c1</s:getctag>`));
    case 'list':
      return multistatus(
        response('/home/', '<d:resourcetype><d:collection/></d:resourcetype>') +
          response(
            '/home/cal/',
            `${CALENDAR}<d:displayname>Cal</d:displayname><d:sync-token>t1</d:sync-token>`,
          ),
      );
    case 'principal':
      return multistatus(
        response('/p/', '<c:calendar-home-set><d:href>/home/</d:href></c:calendar-home-set>'),
      );
    default:
      return multistatus(
        response('/', '<d:current-user-principal><d:href>/p/</d:href></d:current-user-principal>'),
      );
  }
}

function multistatus(content: string): Benign {
  const names =
    'xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav" xmlns:s="http://calendarserver.org/ns/"';
  return { status: 207, text: `<?xml version="1.0"?><d:multistatus ${names}>${content}</d:multistatus>` };
}

function response(href: string, props: string): string {
  return `<d:response><d:href>${href}</d:href><d:propstat><d:prop>${props}</d:prop><d:status>HTTP/1.1 200 OK</d:status></d:propstat></d:response>`;
}
