import { expect, test } from 'vitest';
import { davRequest } from '../../caldav-server.ts';
import { startSandbox } from '../sandbox.ts';
import { openWorld, sampleEvent } from '../testing/world.ts';

const ann = { username: 'ann', password: 'secret' };

test('a saved sandbox goes on where it was: objects, etags, tokens, UIDs', async () => {
  await using before = await openWorld();
  const { token } = await before.changes('');
  before.sandbox.remove('ann', 'work', 'b.ics');
  await using after = await startSandbox({ saved: before.sandbox.save() });
  expect(after.objects('ann', 'work')).toEqual(before.sandbox.objects('ann', 'work'));
  const url = after.calendarUrl('ann', 'work');
  const body = `<sync-collection xmlns="DAV:"><sync-token>${token}</sync-token><sync-level>1</sync-level><prop/></sync-collection>`;
  const changes = await davRequest(ann, 'REPORT', url, { body });
  expect(changes.body).toContain('b.ics</d:href><d:status>HTTP/1.1 404');
  const conflict = await davRequest(ann, 'PUT', `${url}z.ics`, { body: sampleEvent('a') });
  expect(conflict.status).toBe(409);
});

test('text of something else is refused', async () => {
  await expect(startSandbox({ saved: '{"version":2,"users":[]}' })).rejects.toThrow('version');
});
