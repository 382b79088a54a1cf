import { expect, test } from 'vitest';
import { fetchPicture, pictureType } from './fetch-picture.ts';
import type { GuardedHttp, HttpRequest } from './guarded-http.ts';

const bytes = (text: string) => Buffer.from(text, 'latin1');

test.each([
  ['\x89PNG\r\n\x1a\nrest', 'image/png'],
  ['\xff\xd8\xffrest', 'image/jpeg'],
  ['GIF89arest', 'image/gif'],
  ['RIFF\x01\x02\x03\x04WEBPrest', 'image/webp'],
  ['<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>', null],
  ['<html>', null],
  ['', null],
])('M4 %j is %s, whatever it is called', (start, type) => {
  expect(pictureType(bytes(start))).toBe(type);
});

function answering(status: number, body: string) {
  const sent: HttpRequest[] = [];
  const http: GuardedHttp = {
    async send(request) {
      sent.push(request);
      const pieces = (async function* () {
        yield bytes(body);
      })();
      return {
        status,
        url: request.url,
        moved: false,
        header: () => 'image/png',
        body: pieces,
        discard: () => undefined,
      };
    },
    close: async () => undefined,
  };
  return { http, sent };
}

test('M4 a picture is asked for in nobody’s name, and bounded', async () => {
  const { http, sent } = answering(200, 'GIF89a');
  expect(await fetchPicture(http, 'https://x.test/a')).toMatchObject({ type: 'image/gif' });
  expect(Object.keys(sent[0]?.headers ?? {})).toEqual(['accept']);
  expect(sent[0]).toMatchObject({ method: 'GET', elsewhere: true, maxBytes: 5 * 1024 * 1024 });
});

test('M4 what is no picture, not there, or no address of the web is none', async () => {
  expect(await fetchPicture(answering(200, '<html>').http, 'https://x.test/a')).toBeNull();
  expect(await fetchPicture(answering(404, 'GIF89a').http, 'https://x.test/a')).toBeNull();
  const { http, sent } = answering(200, 'GIF89a');
  for (const address of ['file:///etc/passwd', 'data:image/gif,x', 'nonsense'])
    expect(await fetchPicture(http, address)).toBeNull();
  expect(sent).toEqual([]);
});
