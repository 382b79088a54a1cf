import { expect, test } from 'vitest';
import { openWorld, sampleEvent } from '../testing/world.ts';

test('PUT creates with 201, changes with 204, and its ETag is that of GET', async () => {
  await using world = await openWorld();
  const created = await world.put('n.ics', sampleEvent('n'), { 'if-none-match': '*' });
  expect(created.status).toBe(201);
  const changed = await world.put('n.ics', sampleEvent('n', 'new'), { 'if-match': created.etag ?? '' });
  expect(changed.status).toBe(204);
  const read = await world.request('GET', `${world.work}n.ics`);
  expect([read.body, read.etag]).toEqual([sampleEvent('n', 'new'), changed.etag]);
});

test('a condition that does not hold is a 412 and changes nothing', async () => {
  await using world = await openWorld();
  const before = world.sandbox.objects('ann', 'work').get('a.ics');
  const next = sampleEvent('a', 'new');
  expect((await world.put('a.ics', next, { 'if-none-match': '*' })).status).toBe(412);
  expect((await world.put('a.ics', next, { 'if-match': '"old"' })).status).toBe(412);
  expect((await world.put('a.ics', next, { 'if-match': `W/${before?.etag}` })).status).toBe(412);
  expect((await world.put('none.ics', sampleEvent('z'), { 'if-match': '*' })).status).toBe(412);
  const stale = await world.request('DELETE', `${world.work}a.ics`, { headers: { 'if-match': '"old"' } });
  expect(stale.status).toBe(412);
  expect(world.sandbox.objects('ann', 'work').get('a.ics')).toEqual(before);
});

test('of eight writers with the same etag one wins', async () => {
  await using world = await openWorld();
  const etag = world.sandbox.objects('ann', 'work').get('a.ics')?.etag ?? '';
  const writers = Array.from({ length: 8 }, (_, n) =>
    world.put('a.ics', sampleEvent('a', `writer ${n}`), { 'if-match': etag }),
  );
  const statuses = (await Promise.all(writers)).map(({ status }) => status);
  expect(statuses.toSorted()).toEqual([204, 412, 412, 412, 412, 412, 412, 412]);
});

test('DELETE removes once', async () => {
  await using world = await openWorld();
  expect((await world.request('DELETE', `${world.work}a.ics`)).status).toBe(204);
  expect((await world.request('DELETE', `${world.work}a.ics`)).status).toBe(404);
});

test('a conditional GET is a 304, HEAD has the headers alone', async () => {
  await using world = await openWorld();
  const { etag } = await world.request('HEAD', `${world.work}a.ics`);
  const again = await world.request('GET', `${world.work}a.ics`, {
    headers: { 'if-none-match': etag ?? '' },
  });
  expect([again.status, again.body]).toEqual([304, '']);
});

test('a second object with the same UID in a calendar is a conflict that names the first', async () => {
  await using world = await openWorld();
  const answer = await world.put('other.ics', sampleEvent('a'), { 'if-none-match': '*' });
  expect(answer.status).toBe(409);
  expect(answer.body).toContain(`<cal:no-uid-conflict><d:href>${new URL(world.work).pathname}a.ics</d:href>`);
  world.sandbox.addCalendar('ann', { uri: 'second' });
  const url = `${world.sandbox.calendarUrl('ann', 'second')}other.ics`;
  expect((await world.request('PUT', url, { body: sampleEvent('a') })).status).toBe(201);
});

test.for([
  ['no calendar', 'hello', 415],
  ['an open component', 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nEND:VCALENDAR\r\n', 415],
  ['no component', 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n', 400],
  ['no UID', sampleEvent('x').replace('UID:x\r\n', ''), 415],
  ['no DTSTART', sampleEvent('x').replace(/^DTSTART;.*\r\n/m, ''), 415],
  ['a METHOD', sampleEvent('x').replace('VERSION', 'METHOD:PUBLISH\r\nVERSION'), 415],
  ['a journal', sampleEvent('x').replaceAll('VEVENT', 'VJOURNAL'), 403],
] as const)('%s is not stored', async ([, body, status]) => {
  await using world = await openWorld();
  expect((await world.put('bad.ics', body)).status).toBe(status);
  expect(world.sandbox.objects('ann', 'work').has('bad.ics')).toBe(false);
});

test('a read-only calendar refuses writes with need-privileges', async () => {
  await using world = await openWorld();
  world.sandbox.addCalendar('ann', { uri: 'closed', readOnly: true });
  world.sandbox.put('ann', 'closed', 'x.ics', sampleEvent('x'));
  const url = `${world.sandbox.calendarUrl('ann', 'closed')}x.ics`;
  for (const method of ['PUT', 'DELETE']) {
    const answer = await world.request(method, url, method === 'PUT' ? { body: sampleEvent('x') } : {});
    expect(answer.status).toBe(403);
    expect(answer.body).toContain('<d:need-privileges/>');
  }
});

test('MOVE takes an object to another calendar, and both sides tell', async () => {
  await using world = await openWorld();
  world.sandbox.addCalendar('ann', { uri: 'second' });
  const { token } = await world.changes('');
  const destination = `${world.sandbox.calendarUrl('ann', 'second')}moved.ics`;
  const move = () =>
    world.request('MOVE', `${world.work}a.ics`, { headers: { destination, overwrite: 'F' } });
  expect((await move()).status).toBe(201);
  expect((await world.changes(token)).removed).toEqual(['a.ics']);
  expect([...world.sandbox.objects('ann', 'second').keys()]).toEqual(['moved.ics']);
  world.sandbox.put('ann', 'work', 'a.ics', sampleEvent('a'));
  expect((await move()).status).toBe(412);
});

test('a PUT into a calendar that does not exist is a 409', async () => {
  await using world = await openWorld();
  const url = `${world.sandbox.calendarUrl('ann', 'nowhere')}x.ics`;
  expect((await world.request('PUT', url, { body: sampleEvent('x') })).status).toBe(409);
});

test('writes without a condition are remembered, and requests with what they said', async () => {
  await using world = await openWorld();
  await world.put('a.ics', sampleEvent('a', 'blind'));
  await world.put('n.ics', sampleEvent('n'), { 'if-none-match': '*' });
  await world.sync('');
  expect(world.sandbox.blindWrites.map(({ path }) => path)).toEqual([`${new URL(world.work).pathname}a.ics`]);
  expect(world.sandbox.requests).toMatchObject([
    { method: 'PUT', status: 204, ifNoneMatch: null },
    { method: 'PUT', status: 201, ifNoneMatch: '*' },
    { method: 'REPORT', status: 207, body: 'sync-collection', user: 'ann' },
  ]);
  world.sandbox.clearRequests();
  expect([world.sandbox.requests, world.sandbox.blindWrites]).toEqual([[], []]);
});
