import { describe, expect, test } from 'vitest';
import { watchStalls } from '../testing/stalls.ts';
import { caldav, dav } from './dav-element.ts';
import { calendarDataOf, type DavItem, type DavResponse, etagOf, refusalOf } from './dav-response.ts';
import { ELEMENT_LIMITS, type ElementLimits } from './element-limits.ts';
import { readMultistatus } from './read-multistatus.ts';

async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.byteLength; at += size) yield bytes.subarray(at, at + size);
}

function read(
  xml: string | Uint8Array,
  contentType?: string,
  limits: ElementLimits = ELEMENT_LIMITS,
): Promise<DavItem[]> {
  const bytes = typeof xml === 'string' ? Buffer.from(xml) : xml;
  return Array.fromAsync(readMultistatus(inPieces(bytes, 7), contentType, limits));
}

async function readOne(content: string): Promise<DavResponse> {
  const [item] = await read(multistatus(`<d:response>${content}</d:response>`));
  if (item?.kind !== 'response') throw new Error('no response');
  return item;
}

const multistatus = (content: string): string =>
  `<?xml version="1.0"?><d:multistatus xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav">${content}</d:multistatus>`;

const granted = (props: string, status = 'HTTP/1.1 200 OK'): string =>
  `<d:propstat><d:prop>${props}</d:prop><d:status>${status}</d:status></d:propstat>`;

describe('reading what servers send', () => {
  test('S1 case 18: etag, data and token, as text whatever they look like', async () => {
    const [response, token] = await read(
      multistatus(
        `<d:response><d:href>/c/1.ics</d:href>${granted('<d:getetag>1.10</d:getetag><c:calendar-data>BEGIN&#13;\nX &amp; Y</c:calendar-data>')}</d:response><d:sync-token>63887001234567890123</d:sync-token>`,
      ),
    );
    expect(response?.kind === 'response' && etagOf(response)).toBe('1.10');
    expect(response?.kind === 'response' && calendarDataOf(response)?.text).toBe('BEGIN\r\nX & Y');
    expect(token).toEqual({ kind: 'sync-token', token: '63887001234567890123' });
  });

  test.each([
    ['<x:multistatus xmlns:x="DAV:">', 'x:', '</x:multistatus>'],
    ['<multistatus xmlns="DAV:">', '', '</multistatus>'],
    ['<D:multistatus xmlns:D="DAV:">', 'D:', '</D:multistatus>'],
  ])('S1 case 18: prefixes do not matter: %s', async (open, p, close) => {
    const xml = `${open}<${p}response><${p}href>/c/1.ics</${p}href><${p}status>HTTP/1.1 404</${p}status></${p}response>${close}`;
    expect(await read(xml)).toMatchObject([{ href: '/c/1.ics', status: 404 }]);
  });

  test('S1 case 18: CDATA in several sections is one text', async () => {
    const response = await readOne(
      `<d:href>/c/1.ics</d:href>${granted('<c:calendar-data><![CDATA[BEGIN]]>:<![CDATA[V&<x>]]></c:calendar-data>')}`,
    );
    expect(calendarDataOf(response)?.text).toBe('BEGIN:V&<x>');
  });

  test('S1 case 18: control characters and stray entities do not cost the answer', async () => {
    const response = await readOne(
      `<d:href>/c/1.ics</d:href>${granted('<c:calendar-data>a\u0001b&#2;c&nbsp;d</c:calendar-data>')}`,
    );
    expect(calendarDataOf(response)?.text).toContain('a');
    expect(calendarDataOf(response)?.text).toContain('d');
  });

  test.each([
    ['<d:status>HTTP/1.1 404 Not Found</d:status>', 404],
    ['<d:status>HTTP/1.1 404</d:status>', 404],
    ['<d:status>HTTP/2 410 Gone</d:status>', 410],
    ["<d:status>HTTP/1.1 418 I'm a teapot</d:status>", 418],
    [granted('<d:getetag/>', 'HTTP/1.1 404 Not Found'), 404],
    [granted('<d:getetag/>', "HTTP/1.1 418 I'm a teapot"), 418],
    [granted('<d:getetag>"1"</d:getetag>'), null],
    [granted('<d:resourcetype/>') + granted('<d:getetag/>', 'HTTP/1.1 404 Not Found'), null],
    ['<d:status>HTTP/1.1 200 OK</d:status>', null],
    ['<d:propstat><d:prop><d:getetag>"1"</d:getetag></d:prop></d:propstat>', null],
  ])('S7 case 11 12: %s refuses with %j', async (content, refusal) => {
    expect(refusalOf(await readOne(`<d:href>/c/1.ics</d:href>${content}`))).toBe(refusal);
  });

  test('latin1 by declaration, by header, and bytes that are no UTF-8', async () => {
    const xml = (declaration: string): Uint8Array =>
      Buffer.from(
        `${declaration}<multistatus xmlns="DAV:"><sync-token>é</sync-token></multistatus>`,
        'latin1',
      );
    const declared = await read(xml('<?xml version="1.0" encoding="ISO-8859-1"?>'));
    const byHeader = await read(xml(''), 'text/xml; charset="iso-8859-1"');
    const wrong = await read(xml(''));
    expect(declared).toMatchObject([{ token: 'é' }]);
    expect(byHeader).toMatchObject([{ token: 'é' }]);
    expect(wrong).toMatchObject([{ token: '\ufffd' }]);
  });

  test('a byte order mark and UTF-16 are read', async () => {
    const xml = '\ufeff<multistatus xmlns="DAV:"><sync-token>é</sync-token></multistatus>';
    expect(await read(Buffer.from(xml, 'utf16le'))).toMatchObject([{ token: 'é' }]);
    expect(await read(xml)).toMatchObject([{ token: 'é' }]);
  });
});

describe('S8 what is no proper answer', () => {
  test.each([
    ['', 'malformed'],
    [multistatus('<d:response><d:href>/c/1.ics</d:href></d:response>').slice(0, -12), 'malformed'],
    [`${multistatus('').slice(0, -16)}</d:other>`, 'malformed'],
    ['<html xmlns="http://www.w3.org/1999/xhtml"><body>Sign in</body></html>', 'wrong-service'],
    ['<d:error xmlns:d="DAV:"/>', 'wrong-service'],
    ['<multistatus/>', 'wrong-service'],
    ['{"error": "no"}', 'malformed'],
  ])('%j is %s', async (xml, kind) => {
    await expect(read(xml)).rejects.toMatchObject({ name: 'ProviderFailure', kind });
  });
});

describe('S13 hostile documents', () => {
  test.each(['<!DOCTYPE d [<!ENTITY a "aaaa">]>', '<!DOCTYPE d SYSTEM "file:///etc/passwd">'])(
    '%s',
    async (doctype) => {
      const xml = `${doctype}<multistatus xmlns="DAV:"><sync-token>&a;</sync-token></multistatus>`;
      await expect(read(xml)).rejects.toMatchObject({ kind: 'malformed' });
    },
  );

  test('64 elements inside each other are read, more are not', async () => {
    const nested = (depth: number): string =>
      multistatus('<d:x>'.repeat(depth - 1) + '</d:x>'.repeat(depth - 1));
    expect(await read(nested(64))).toEqual([]);
    await expect(read(nested(65))).rejects.toMatchObject({ kind: 'malformed' });
  });

  const small: ElementLimits = {
    ...ELEMENT_LIMITS,
    maxText: 1000,
    maxWords: 1000,
    maxTag: 1000,
    maxElements: 50,
  };

  test('S10 one text over the cap is dropped and marked, the rest goes on', async () => {
    const response = (name: string, length: number): string =>
      `<d:response><d:href>/c/${name}</d:href>${granted(`<c:calendar-data>${'x'.repeat(length)}</c:calendar-data>`)}</d:response>`;
    const items = await read(multistatus(response('big', 1500) + response('small', 10)), undefined, small);
    const data = items.map((item) => item.kind === 'response' && item.props.get(caldav('calendar-data')));
    expect(data).toMatchObject([
      { overlong: true, text: '' },
      { overlong: false, text: 'x'.repeat(10) },
    ]);
  });

  test.each([
    ['text', (n: number) => `<d:x>${'x'.repeat(n)}</d:x>`],
    ['a comment', (n: number) => `<!--${'x'.repeat(n)}-->`],
    ['an attribute', (n: number) => `<d:x a="${'x'.repeat(n)}"/>`],
    ['CDATA', (n: number) => `<d:x><![CDATA[${'x'.repeat(n)}]]></d:x>`],
  ])('an endless run of %s is cut off', async (_, run) => {
    await expect(read(multistatus(run(100_000)), undefined, small)).rejects.toMatchObject({
      kind: 'too-large',
    });
  });

  test('64 attributes on one tag are read, more are not', async () => {
    const tagged = (count: number): string =>
      multistatus(`<d:x ${Array.from({ length: count }, (_, n) => `a${n}=""`).join(' ')}/>`);
    expect(await read(tagged(64))).toEqual([]);
    await expect(read(tagged(65))).rejects.toMatchObject({ kind: 'malformed' });
  });

  test('so many wrong characters are put up with, and no more', async () => {
    const wrong = (count: number): string => multistatus(`<d:x>${'\u0001'.repeat(count)}</d:x>`);
    const few = { ...ELEMENT_LIMITS, maxRepairs: 10 };
    expect(await read(wrong(10), undefined, few)).toEqual([]);
    await expect(read(wrong(11), undefined, few)).rejects.toMatchObject({ kind: 'malformed' });
  });

  test('one response of endlessly many elements is cut off', async () => {
    const xml = multistatus(`<d:response>${'<d:x/>'.repeat(1000)}</d:response>`);
    await expect(read(xml, undefined, small)).rejects.toMatchObject({ kind: 'too-large' });
  });

  test('a 20 MB answer leaves the event loop its turns and no trace in memory', async () => {
    const one = Buffer.from(
      `<d:response><d:href>/c/1.ics</d:href>${granted(`<d:getetag>"1"</d:getetag><c:calendar-data>${'SUMMARY:x\n'.repeat(50)}</c:calendar-data>`)}</d:response>`.repeat(
        100,
      ),
    );
    async function* answer(): AsyncGenerator<Uint8Array> {
      yield Buffer.from(multistatus('').slice(0, -16));
      for (let sent = 0; sent < 20 * 1024 * 1024; sent += one.byteLength) yield one;
      yield Buffer.from('</d:multistatus>');
    }
    using stalls = watchStalls();
    let count = 0;
    for await (const item of readMultistatus(answer(), undefined)) if (item.kind === 'response') count += 1;
    expect(count).toBeGreaterThan(20_000);
    expect(stalls.longestMs()).toBeLessThan(100);
  });
});

test('what belongs to no response is passed over', async () => {
  const items = await read(
    multistatus(`<d:responsedescription>hm</d:responsedescription><d:response/><x xmlns="y"/>`),
  );
  expect(items).toEqual([]);
  expect(dav('href')).toBe('{DAV:}href');
});
