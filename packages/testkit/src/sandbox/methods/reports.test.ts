import { expect, test } from 'vitest';
import { eventFile } from '../../event-builder.ts';
import { readMultistatus } from '../testing/read-multistatus.ts';
import { nameOf, openWorld, sampleEvent, type World } from '../testing/world.ts';
import { name } from '../wire/dav-name.ts';

test('multiget gives the data of what is there and 404 for what is not', async () => {
  await using world = await openWorld();
  const { responses } = readMultistatus((await world.multiget('b.ics', 'gone.ics')).body);
  expect(responses.map(nameOf)).toEqual(['b.ics', 'gone.ics']);
  expect(responses[0]?.properties.get(name('cal', 'calendar-data'))?.element.text).toBe(sampleEvent('b'));
  expect(responses[1]?.status).toBe(404);
});

test('multiget understands any spelling of an href', async () => {
  await using world = await openWorld();
  world.sandbox.put('ann', 'work', 'ü b@x.ics', sampleEvent('u'));
  const path = new URL(world.work).pathname;
  for (const href of [
    `${path}%C3%BC%20b%40x.ics`,
    `${path}%c3%bc%20b@x.ics`,
    `${world.work}%C3%BC%20b@x.ics`,
  ]) {
    const body = `<c:calendar-multiget xmlns="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav"><prop><getetag/></prop><href>${href}</href></c:calendar-multiget>`;
    const { responses } = readMultistatus((await world.request('REPORT', world.work, { body })).body);
    expect(responses.map(nameOf)).toEqual(['ü b@x.ics']);
    expect(responses[0]?.properties.get(name('d', 'getetag'))?.status).toBe(200);
  }
});

async function query(world: World, inner: string, component = 'VEVENT'): Promise<string[]> {
  const body = `<c:calendar-query xmlns="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav"><prop><getetag/></prop><c:filter><c:comp-filter name="VCALENDAR"><c:comp-filter name="${component}">${inner}</c:comp-filter></c:comp-filter></c:filter></c:calendar-query>`;
  return readMultistatus((await world.request('REPORT', world.work, { body })).body).responses.map(nameOf);
}

const range = (start: string, end: string) => `<c:time-range start="${start}" end="${end}"/>`;

test('a query by component', async () => {
  await using world = await openWorld();
  const todo = sampleEvent('t').replaceAll('VEVENT', 'VTODO');
  world.sandbox.put('ann', 'work', 't.ics', todo);
  expect(await query(world, '')).toEqual(['a.ics', 'b.ics', 'c.ics']);
  expect(await query(world, '', 'VTODO')).toEqual(['t.ics']);
});

test('a query by UID finds just that object', async () => {
  await using world = await openWorld();
  const uid = '<c:prop-filter name="UID"><c:text-match collation="i;octet">b</c:text-match></c:prop-filter>';
  expect(await query(world, uid)).toEqual(['b.ics']);
});

test('a time range: exclusive at both touching ends, in the zone of the event', async () => {
  await using world = await openWorld(); // three events at 10:00-11:00 in Zürich: 09:00-10:00 UTC
  expect(await query(world, range('20261121T085900Z', '20261121T090100Z'))).toHaveLength(3);
  expect(await query(world, range('20261121T100000Z', '20261121T110000Z'))).toEqual([]);
  expect(await query(world, range('20261121T080000Z', '20261121T090000Z'))).toEqual([]);
});

test('a time range over all-day events, durations, points and series', async () => {
  await using world = await openWorld();
  const put = (file: string, ics: string) => world.sandbox.put('ann', 'work', file, ics);
  const at = (text: string) => Temporal.Instant.from(text);
  put('day.ics', eventFile({ uid: 'day', start: Temporal.PlainDate.from('2026-12-01') }));
  put('long.ics', eventFile({ uid: 'long', start: at('2026-12-01T20:00Z'), duration: 'PT6H' }));
  put('point.ics', eventFile({ uid: 'point', start: at('2026-12-02T00:00Z') }));
  put('series.ics', eventFile({ uid: 'series', start: at('2026-12-01T09:00Z'), rrule: 'FREQ=DAILY' }));
  expect(await query(world, range('20261201T100000Z', '20261201T110000Z'))).toEqual([
    'day.ics',
    'series.ics',
  ]);
  expect(await query(world, range('20261202T000000Z', '20261202T010000Z'))).toEqual([
    'long.ics',
    'point.ics',
    'series.ics',
  ]);
  expect(await query(world, range('20261130T000000Z', '20261201T000000Z'))).toEqual([]);
});

test('a filter that is not for calendars is refused', async () => {
  await using world = await openWorld();
  const body =
    '<c:calendar-query xmlns="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav"><prop/></c:calendar-query>';
  expect((await world.request('REPORT', world.work, { body })).status).toBe(403);
});
