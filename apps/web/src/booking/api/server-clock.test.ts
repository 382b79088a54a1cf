import { expect, test } from 'vitest';
import { createServerClock } from './server-clock.ts';

const HERE = Date.parse('2026-11-21T10:00:00Z');
const answers = (date: string | null) => () =>
  Promise.resolve(new Response(null, date ? { headers: { date } } : {}));

async function told(date: string | null): Promise<string> {
  const clock = createServerClock(answers(date), () => HERE);
  await clock.fetch('/trpc');
  return clock.now().toISOString();
}

test('a phone that is ten minutes late still counts down by the server’s clock', async () => {
  expect(await told('Sat, 21 Nov 2026 10:10:00 GMT')).toBe('2026-11-21T10:10:00.000Z');
});

test('what whole seconds and a slow answer explain is no difference', async () => {
  expect(await told('Sat, 21 Nov 2026 09:59:58 GMT')).toBe('2026-11-21T10:00:00.000Z');
  expect(await told(null)).toBe('2026-11-21T10:00:00.000Z');
});
