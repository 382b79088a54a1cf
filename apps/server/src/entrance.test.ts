import { expect, test } from 'vitest';
import { openEntrance } from './entrance.ts';

test('who is being answered while the server stops gets the answer, and nobody is waited for who asks nothing', async () => {
  const entrance = await openEntrance({ port: 0, host: '127.0.0.1' });
  const asked = Promise.withResolvers<() => void>();
  entrance.open((request, response) => {
    if (request.url === '/quick') return void response.end('quick');
    asked.resolve(() => response.end('whole'));
  });
  const url = `http://127.0.0.1:${entrance.port}`;
  // Its connection is kept open.
  await fetch(`${url}/quick`).then((answer) => answer.text());
  const slow = fetch(`${url}/slow`).then((answer) => answer.text());
  const answer = await asked.promise;
  const stopped = entrance[Symbol.asyncDispose]();
  answer();
  expect(await slow).toBe('whole');
  await stopped;
  await expect(fetch(`${url}/quick`)).rejects.toThrow();
});
