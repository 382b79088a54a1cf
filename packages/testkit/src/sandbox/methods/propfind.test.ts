import { expect, test } from 'vitest';
import { type ReadResponse, readMultistatus } from '../testing/read-multistatus.ts';
import { nameOf, openWorld } from '../testing/world.ts';
import { type DavName, name } from '../wire/dav-name.ts';

const text = (response: ReadResponse | undefined, property: DavName) =>
  response?.properties.get(property)?.element.text;

test('a calendar tells its name, colour, components, reports and tokens', async () => {
  await using world = await openWorld();
  const [calendar] = await world.propfind(
    world.work,
    '<displayname/><i:calendar-color/><cs:getctag/><sync-token/><supported-report-set/><c:supported-calendar-component-set/><owner/>',
  );
  expect(text(calendar, name('d', 'displayname'))).toBe('Work & play');
  expect(text(calendar, name('ical', 'calendar-color'))).toBe('#FF8800');
  expect(text(calendar, name('cs', 'getctag'))).toBe(text(calendar, name('d', 'sync-token')));
  const reports = calendar?.properties.get(name('d', 'supported-report-set'))?.element.children;
  expect(reports?.map((one) => one.children[0]?.children[0]?.name)).toEqual([
    name('d', 'sync-collection'),
    name('cal', 'calendar-multiget'),
    name('cal', 'calendar-query'),
  ]);
  const components = calendar?.properties.get(name('cal', 'supported-calendar-component-set'))?.element;
  expect(components?.children.map((one) => one.attributes.name)).toEqual(['VEVENT', 'VTODO']);
});

test('what is not there is a 404 propstat beside the rest', async () => {
  await using world = await openWorld();
  const [calendar] = await world.propfind(world.work, '<displayname/><c:calendar-description/><nonsense/>');
  expect(calendar?.properties.get(name('d', 'displayname'))?.status).toBe(200);
  expect(calendar?.properties.get(name('cal', 'calendar-description'))?.status).toBe(404);
  expect(calendar?.properties.get(name('d', 'nonsense'))?.status).toBe(404);
});

test('Depth 1 lists the members with their etags', async () => {
  await using world = await openWorld();
  const listed = await world.propfind(world.work, '<getetag/><getcontenttype/>', '1');
  const etags = new Map(listed.slice(1).map((one) => [nameOf(one), text(one, name('d', 'getetag'))]));
  const stored = Array.from(
    world.sandbox.objects('ann', 'work'),
    ([file, { etag }]) => [file, etag] as const,
  );
  expect(etags).toEqual(new Map(stored));
});

test('allprop and an empty body give the DAV: properties, without those of CalDAV', async () => {
  await using world = await openWorld();
  for (const body of ['', '<propfind xmlns="DAV:"><allprop/></propfind>']) {
    const answer = await world.request('PROPFIND', world.work, {
      headers: { depth: '0' },
      ...(body && { body }),
    });
    const [calendar] = readMultistatus(answer.body).responses;
    expect(calendar?.properties.has(name('d', 'displayname'))).toBe(true);
    expect(calendar?.properties.has(name('cal', 'supported-calendar-data'))).toBe(false);
  }
});

test('a read-only calendar grants no write; on Nextcloud it still grants write-properties', async () => {
  const granted = async (layout: 'sabre' | 'nextcloud') => {
    await using world = await openWorld({ layout });
    world.sandbox.addCalendar('ann', { uri: 'closed', readOnly: true });
    const url = world.sandbox.calendarUrl('ann', 'closed');
    const [calendar] = await world.propfind(url, '<current-user-privilege-set/>');
    const set = calendar?.properties.get(name('d', 'current-user-privilege-set'))?.element.children;
    return set?.map((privilege) => privilege.children[0]?.name.replace('{DAV:}', ''));
  };
  expect(await granted('sabre')).toEqual(['read']);
  expect(await granted('nextcloud')).toEqual(['read', 'write-properties']);
});

test('a zone is shown as a VTIMEZONE', async () => {
  await using world = await openWorld();
  world.sandbox.addCalendar('ann', { uri: 'zoned', zone: 'Europe/Zurich' });
  const [calendar] = await world.propfind(
    world.sandbox.calendarUrl('ann', 'zoned'),
    '<c:calendar-timezone/>',
  );
  expect(text(calendar, name('cal', 'calendar-timezone'))).toContain('\r\nTZID:Europe/Zurich\r\n');
});

test.for([
  ['a DOCTYPE', '<!DOCTYPE a><propfind xmlns="DAV:"><allprop/></propfind>'],
  ['broken XML', '<propfind xmlns="DAV:"><allprop>'],
  ['something else', '<other xmlns="DAV:"/>'],
  ['64 levels', `<propfind xmlns="DAV:">${'<prop>'.repeat(70)}${'</prop>'.repeat(70)}</propfind>`],
])('%s is refused with 400', async ([, body = '']) => {
  await using world = await openWorld();
  expect((await world.request('PROPFIND', world.work, { body })).status).toBe(400);
});
