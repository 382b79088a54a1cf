import { expect, test } from 'vitest';
import { readMultistatus } from '../testing/read-multistatus.ts';
import { openWorld } from '../testing/world.ts';
import { name } from '../wire/dav-name.ts';

const namespaces = 'xmlns="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav" xmlns:i="http://apple.com/ns/ical/"';

test.for([
  ['MKCALENDAR', 'c:mkcalendar', ''],
  ['MKCOL', 'mkcol', '<resourcetype><collection/><c:calendar/></resourcetype>'],
])('%s makes a calendar with the properties that are set', async ([method = '', element, extra]) => {
  await using world = await openWorld();
  const url = world.sandbox.calendarUrl('ann', 'ink & co');
  const body = `<${element} ${namespaces}><set><prop>${extra}<displayname>Ink &amp; co</displayname><i:calendar-color>#123456</i:calendar-color><c:supported-calendar-component-set><c:comp name="VEVENT"/></c:supported-calendar-component-set></prop></set></${element}>`;
  expect((await world.request(method, url, { body })).status).toBe(201);
  expect((await world.request(method, url, { body })).status).toBe(405);
  const [calendar] = await world.propfind(
    url,
    '<displayname/><i:calendar-color/><c:supported-calendar-component-set/><resourcetype/>',
  );
  const property = (key: Parameters<typeof name>) => calendar?.properties.get(name(...key))?.element;
  expect(property(['d', 'displayname'])?.text).toBe('Ink & co');
  expect(property(['ical', 'calendar-color'])?.text).toBe('#123456');
  expect(property(['cal', 'supported-calendar-component-set'])?.children).toHaveLength(1);
  expect(property(['d', 'resourcetype'])?.children).toHaveLength(2);
});

test('PROPPATCH sets and removes, own properties too', async () => {
  await using world = await openWorld();
  const set = `<propertyupdate ${namespaces}><set><prop><displayname>New</displayname><x:mark xmlns:x="urn:x">1</x:mark></prop></set><remove><prop><i:calendar-color/></prop></remove></propertyupdate>`;
  const answer = await world.request('PROPPATCH', world.work, { body: set });
  const [patched] = readMultistatus(answer.body).responses;
  expect([...(patched?.properties.values() ?? [])].map(({ status }) => status)).toEqual([200, 200, 200]);
  const [calendar] = await world.propfind(
    world.work,
    '<displayname/><i:calendar-color/><x:mark xmlns:x="urn:x"/>',
  );
  expect(calendar?.properties.get(name('d', 'displayname'))?.element.text).toBe('New');
  expect(calendar?.properties.get('{urn:x}mark')?.element.text).toBe('1');
  expect(calendar?.properties.get(name('ical', 'calendar-color'))?.status).toBe(404);
});

test('PROPPATCH of a protected property changes nothing at all', async () => {
  await using world = await openWorld();
  const body = `<propertyupdate ${namespaces}><set><prop><displayname>New</displayname><sync-token>1</sync-token></prop></set></propertyupdate>`;
  const answer = await world.request('PROPPATCH', world.work, { body });
  const [patched] = readMultistatus(answer.body).responses;
  expect(patched?.properties.get(name('d', 'sync-token'))?.status).toBe(403);
  expect(patched?.properties.get(name('d', 'displayname'))?.status).toBe(424);
  const [calendar] = await world.propfind(world.work, '<displayname/>');
  expect(calendar?.properties.get(name('d', 'displayname'))?.element.text).toBe('Work & play');
});

test('DELETE of a calendar takes its objects with it', async () => {
  await using world = await openWorld();
  expect((await world.request('DELETE', world.work)).status).toBe(204);
  expect((await world.request('PROPFIND', world.work)).status).toBe(404);
  expect((await world.sync('')).status).toBe(404);
});
