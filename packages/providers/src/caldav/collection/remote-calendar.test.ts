import { describe, expect, test } from 'vitest';
import type { RemoteCalendar } from '../../port/remote-calendar.ts';
import { readMultistatus } from '../wire/read-multistatus.ts';
import { calendarColor } from './calendar-color.ts';
import { calendarTimeZone } from './calendar-time-zone.ts';
import { toRemoteCalendar } from './remote-calendar.ts';

const NAMESPACES =
  'xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav" xmlns:cs="http://calendarserver.org/ns/" xmlns:a="http://apple.com/ns/ical/" xmlns:nc="http://nextcloud.com/ns"';
const CALENDAR = '<d:resourcetype><d:collection/><c:calendar/></d:resourcetype>';

async function calendar(props: string, href = '/home/studio/'): Promise<RemoteCalendar | null> {
  const xml = `<d:multistatus ${NAMESPACES}><d:response><d:href>${href}</d:href><d:propstat><d:prop>${props}</d:prop><d:status>HTTP/1.1 200 OK</d:status></d:propstat></d:response></d:multistatus>`;
  async function* bytes(): AsyncGenerator<Uint8Array> {
    yield Buffer.from(xml);
  }
  for await (const item of readMultistatus(bytes(), undefined)) {
    if (item.kind === 'response') return toRemoteCalendar(item, '/home/');
  }
  throw new Error('nothing read');
}

const privileges = (...names: readonly string[]): string =>
  `${CALENDAR}<d:current-user-privilege-set>${names.map((name) => `<d:privilege><d:${name}/></d:privilege>`).join('')}</d:current-user-privilege-set>`;

test('name, colour, description and version are text', async () => {
  const found = await calendar(
    `${CALENDAR}<d:displayname>2024</d:displayname><a:calendar-color>#FF2968FF</a:calendar-color><c:calendar-description>true</c:calendar-description><cs:getctag>1.10</cs:getctag>`,
  );
  expect(found).toMatchObject({ name: '2024', color: '#ff2968', description: 'true', version: '1.10' });
});

test('the sync token is the version before the ctag', async () => {
  const found = await calendar(`${CALENDAR}<d:sync-token>t/1</d:sync-token><cs:getctag>c</cs:getctag>`);
  expect(found).toMatchObject({ version: 't/1', capabilities: { syncCollection: true, ctag: true } });
});

test('a calendar without a name is called like its folder', async () => {
  expect(await calendar(CALENDAR, '/home/B%C3%BCro%20Z/')).toMatchObject({
    name: 'Büro Z',
    href: '/home/B%C3%BCro%20Z/',
  });
});

test.each([
  ['an inbox', '<d:resourcetype><d:collection/><c:schedule-inbox/></d:resourcetype>'],
  ['the trash', '<d:resourcetype><d:collection/><nc:trash-bin/></d:resourcetype>'],
  ['a deleted calendar', '<d:resourcetype><d:collection/><nc:deleted-calendar/></d:resourcetype>'],
  ['a subscription', '<d:resourcetype><d:collection/><cs:subscribed/></d:resourcetype>'],
  ['the home itself', '<d:resourcetype><d:collection/></d:resourcetype>'],
  [
    'a list of tasks',
    `${CALENDAR}<c:supported-calendar-component-set><c:comp name="VTODO"/></c:supported-calendar-component-set>`,
  ],
])('S1 case 13: %s is no calendar', async (_, props) => {
  expect(await calendar(props)).toBeNull();
});

test('components are in capitals, and none when the server does not say', async () => {
  const set =
    '<c:supported-calendar-component-set><c:comp name="vevent"/><c:comp name="VTODO"/></c:supported-calendar-component-set>';
  expect(await calendar(CALENDAR + set)).toMatchObject({ components: ['VEVENT', 'VTODO'] });
  expect(await calendar(CALENDAR)).toMatchObject({ components: [] });
});

describe('S2 case 33: read-only', () => {
  test.each([
    [['read'], true],
    [['read', 'write-properties'], true],
    [['read', 'write'], false],
    [['read', 'write-content'], false],
    [['bind'], false],
    [['all'], false],
  ])('%j: %s', async (names, readOnly) => {
    expect(await calendar(privileges(...names))).toMatchObject({ readOnly });
  });

  test('not when no privileges are told', async () => {
    expect(await calendar(CALENDAR)).toMatchObject({ readOnly: false });
  });
});

describe('capabilities', () => {
  const reports = (name: string): string =>
    `<d:supported-report-set><d:supported-report><d:report>${name}</d:report></d:supported-report></d:supported-report-set>`;

  test('the report set decides where there is one', async () => {
    const without = `${CALENDAR}${reports('<c:calendar-multiget/>')}<d:sync-token>t</d:sync-token>`;
    expect(await calendar(without)).toMatchObject({ capabilities: { syncCollection: false, ctag: false } });
    const having = CALENDAR + reports('<d:sync-collection/>');
    expect(await calendar(having)).toMatchObject({ capabilities: { syncCollection: true }, version: null });
  });
});

test.each([
  ['#FF2968FF', '#ff2968'],
  ['#ff2968', '#ff2968'],
  ['FF2968', '#ff2968'],
  ['#abc', '#aabbcc'],
  ['red', null],
  ['#12345', null],
  [undefined, null],
])('colour %j is %j', (text, color) => {
  expect(calendarColor(text)).toBe(color);
});

test.each([
  [
    'BEGIN:VCALENDAR\r\nBEGIN:VTIMEZONE\r\nTZID:Europe/Zurich\r\nEND:VTIMEZONE\r\nEND:VCALENDAR',
    'Europe/Zurich',
  ],
  ['BEGIN:VTIMEZONE\nTZID:Custom\nX-LIC-LOCATION:Europe/Paris\nEND:VTIMEZONE', 'Europe/Paris'],
  ['TZID:/citadel.org/20210210_1/Europe/Zurich', 'Europe/Zurich'],
  ['TZID:Europe/\n Zurich', 'Europe/Zurich'],
  ['Europe/Berlin', 'Europe/Berlin'],
  ['TZID:Mars/Olympus', null],
  ['', null],
  [undefined, null],
])('T2 zone of %j is %j', (text, zone) => {
  expect(calendarTimeZone(text)).toBe(zone);
});

describe('S6 whose calendar it is', () => {
  const SELF =
    '<d:current-user-principal><d:href>/remote.php/dav/principals/users/al%20ice/</d:href></d:current-user-principal>';
  const OC = 'xmlns:oc="http://owncloud.org/ns"';

  test.each([
    [
      'somebody else’s, named by href',
      '<d:owner><d:href>/remote.php/dav/principals/users/bob/</d:href></d:owner>',
      true,
    ],
    [
      'somebody else’s, named by a bare path',
      `<oc:owner-principal ${OC}>principals/users/bob</oc:owner-principal>`,
      true,
    ],
    [
      'the account’s own, spelt otherwise',
      '<d:owner><d:href>https://cloud.example/remote.php/dav/principals/users/al ice</d:href></d:owner>',
      false,
    ],
    [
      'the account’s own, named by a bare path',
      `<oc:owner-principal ${OC}>principals/users/al ice</oc:owner-principal>`,
      false,
    ],
    [
      'told twice: the owner of the share counts',
      `<oc:owner-principal ${OC}>principals/users/bob</oc:owner-principal><d:owner><d:href>/remote.php/dav/principals/users/al%20ice/</d:href></d:owner>`,
      true,
    ],
    [
      'a mail address, which cannot be compared',
      '<d:owner><d:href>mailto:bob@example.org</d:href></d:owner>',
      false,
    ],
    ['not told', '', false],
  ])('%s', async (_, owner, ownedByOther) => {
    expect(await calendar(`${CALENDAR}${SELF}${owner}`)).toMatchObject({ ownedByOther });
  });

  test('where the server does not say who is asking, nobody can tell', async () => {
    expect(await calendar(`${CALENDAR}<d:owner><d:href>/p/bob/</d:href></d:owner>`)).toMatchObject({
      ownedByOther: false,
    });
  });
});
