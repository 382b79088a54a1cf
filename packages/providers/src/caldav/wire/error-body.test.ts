import { expect, test } from 'vitest';
import { caldav, dav } from './dav-element.ts';
import { readErrorBody } from './error-body.ts';

async function read(inner: string) {
  const text = `<d:error xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav" xmlns:s="http://sabredav.org/ns">${inner}</d:error>`;
  return readErrorBody(bytes(text), 'application/xml');
}

async function* bytes(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text);
}

test('S3 case 30: the conditions, who has the UID, and the words beside them', async () => {
  const body = await read(
    '<s:exception>Sabre\\DAV\\Exception\\Conflict</s:exception><s:message>Taken.</s:message><c:no-uid-conflict><d:href>/c/a%20b.ics</d:href></c:no-uid-conflict>',
  );
  expect(body).toEqual({
    preconditions: new Set([caldav('no-uid-conflict')]),
    holder: '/c/a%20b.ics',
    message: 'Taken.',
  });
});

test('another condition that names an href names nobody who has the UID', async () => {
  const body = await read(
    '<d:need-privileges><d:resource><d:href>/c/</d:href></d:resource></d:need-privileges>',
  );
  expect(body).toEqual({ preconditions: new Set([dav('need-privileges')]), holder: null, message: null });
});

test.each([
  ['Line 3 of C:\\data\\x.ics is bad', 'Line 3 of … is bad'],
  ['See https://dav.example/help now', 'See … now'],
  [`Token ${'a1'.repeat(30)} is wrong`, 'Token … is wrong'],
  ['&lt;script&gt;alert(1)&lt;/script&gt; a\u0007 b', 'alert(1) a b'],
  ['   ', null],
])('S14 %s is told as %s', async (given, told) => {
  expect((await read(`<s:message>${given}</s:message>`)).message).toBe(told);
});

test('a page in HTML, or one that breaks off, says what can be read of it', async () => {
  expect(await readErrorBody(bytes('<html><body>No<br></body>'), 'text/html')).toMatchObject({
    holder: null,
  });
  const cut = '<d:error xmlns:d="DAV:"><d:need-privileges/><d:oth';
  expect((await readErrorBody(bytes(cut), 'application/xml')).preconditions).toEqual(
    new Set([dav('need-privileges')]),
  );
});
