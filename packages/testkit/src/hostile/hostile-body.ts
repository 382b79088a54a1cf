import { gzipSync } from 'node:zlib';

/** An answer that no calendar server gives by accident; made while it is sent, so that it costs its sender little. */
export interface HostileBody {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Pieces of the body; asked for one at a time. */
  readonly pieces: (megabytes: number) => Iterable<Uint8Array>;
  /** Milliseconds before each piece. */
  readonly everyMs?: number;
  /** Says nothing more after the pieces, and does not hang up. */
  readonly stalls?: boolean;
}

const MB = 1024 * 1024;
const OPEN =
  '<d:multistatus xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav" xmlns:s="http://sabredav.org/ns">';
/** In an answer to any question, what is asked for most. */
const INSIDE = `${OPEN}<d:response><d:href>/home/cal/a.ics</d:href><d:propstat><d:prop>`;
const DATA = `${INSIDE}<d:getetag>"1"</d:getetag><c:calendar-data>`;
const BLOCK = 64 * 1024;

function text(head: string, tail = '', status?: number): HostileBody {
  return { ...(status !== undefined && { status }), pieces: () => [Buffer.from(head + tail)] };
}

/** `unit` again and again, for so many megabytes. */
function* repeated(head: string, unit: string, megabytes: number, tail: string): Generator<Uint8Array> {
  yield Buffer.from(head);
  const block = Buffer.from(unit.repeat(Math.ceil(BLOCK / unit.length)));
  for (let sent = 0; sent < megabytes * MB; sent += block.byteLength) yield block;
  yield Buffer.from(tail);
}

function many(head: string, unit: string, tail = ''): HostileBody {
  return { pieces: (megabytes) => repeated(head, unit, megabytes, tail) };
}

function* numbered(head: string, unit: (index: number) => string, count: number, tail: string) {
  yield Buffer.from(head);
  for (let from = 0; from < count; from += 1000) {
    yield Buffer.from(Array.from({ length: 1000 }, (_, index) => unit(from + index)).join(''));
  }
  yield Buffer.from(tail);
}

/** As many for each megabyte that others have. */
function counted(each: number, head: string, unit: (index: number) => string, tail: string): HostileBody {
  return { pieces: (megabytes) => numbered(head, unit, megabytes * each, tail) };
}

function encoded(encoding: string, make: () => Uint8Array): HostileBody {
  let made: Uint8Array | null = null;
  return { headers: { 'content-encoding': encoding }, pieces: () => [(made ??= make())] };
}

function bytes(make: () => Uint8Array, contentType: string): HostileBody {
  return { headers: { 'content-type': contentType }, pieces: () => [make()] };
}

function* endless(piece: string): Generator<Uint8Array> {
  for (;;) yield Buffer.from(piece);
}

const proper = (props: string): string =>
  `${INSIDE}${props}</d:prop><d:status>HTTP/1.1 200 OK</d:status></d:propstat></d:response></d:multistatus>`;
const event = (lines: string): string =>
  `BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nUID:a\nDTSTART:20260704T100000Z\n${lines}\nEND:VEVENT\nEND:VCALENDAR\n`;
const entities = `<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa">${Array.from({ length: 20 }, (_, n) => `<!ENTITY a${n} "${'&a;'.repeat(10)}">`).join('')}]>`;

/** By what is wrong with it; how much of it is up to who asks for it. */
export const HOSTILE_BODIES: Readonly<Record<string, HostileBody>> = {
  'elements inside each other': many('', '<a>', ''),
  'elements inside each other, in one namespace': many(OPEN, '<d:response>'),
  'a million attributes on one tag': counted(50_000, `${OPEN}<d:response `, (n) => `a${n}="x" `, '/>'),
  'a million attributes on the root': counted(
    50_000,
    '<d:multistatus xmlns:d="DAV:" ',
    (n) => `a${n}="" `,
    '/>',
  ),
  'the same attribute again and again': many(`${OPEN}<d:response `, 'a="x" ', '/>'),
  'an attribute of megabytes': many(`${OPEN}<d:response a="`, 'x', '"/>'),
  'an attribute of line ends': many(`${OPEN}<d:response a="`, '\r\n\t', '"/>'),
  'an attribute of entities': many(`${OPEN}<d:response a="`, '&amp;', '"/>'),
  'a tag name of megabytes': many(`${OPEN}<`, 'n', '/>'),
  'a tag name of colons': many(`${OPEN}<`, 'n:', '/>'),
  'a closing tag of megabytes': many(`${OPEN}</`, 'n', '>'),
  'a hundred thousand namespaces': counted(50_000, `${OPEN}<d:x `, (n) => `xmlns:n${n}="urn:${n}" `, '/>'),
  'namespaces on every element': many(OPEN, '<a xmlns="u" xmlns:b="v" xmlns:c="w" b:x="1"/>'),
  'a million entities': many(DATA, '&amp;'),
  'a million numbered entities': many(DATA, '&#65;'),
  'a million unknown entities': many(DATA, '&zz;'),
  'an entity name of megabytes': many(`${DATA}&`, 'z'),
  'a million control characters': many(DATA, '\u0001'),
  'a million ends of CDATA': many(DATA, ']]>'),
  'brackets without end': many(`${DATA}<![CDATA[`, ']'),
  'a CDATA section of megabytes': many(`${DATA}<![CDATA[`, 'x', ']]>'),
  'a million CDATA sections': many(DATA, '<![CDATA[x]]>'),
  'a comment of megabytes': many(`${OPEN}<!--`, '-x', '-->'),
  'a million comments': many(OPEN, '<!---->'),
  'an instruction of megabytes': many(`${OPEN}<?x `, '?x', '?>'),
  'a million instructions': many(OPEN, '<?x y?>'),
  'a document type that blows up': text(
    `${entities}${OPEN}<d:sync-token>&a19;</d:sync-token></d:multistatus>`,
  ),
  'a document type of megabytes': many('<!DOCTYPE x [', '<!ENTITY a "b">', ']>'),
  'a document type from a file': text(`<!DOCTYPE d SYSTEM "file:///etc/passwd">${OPEN}</d:multistatus>`),
  'cut short': text(`${INSIDE}<d:getetag>"1"</d:ge`),
  'a million siblings': counted(
    10_000,
    OPEN,
    (n) => `<d:response><d:href>/home/cal/${n}.ics</d:href><d:status>HTTP/1.1 200 OK</d:status></d:response>`,
    '</d:multistatus>',
  ),
  'a million empty siblings': many(OPEN, '<a/>'),
  'a million properties': many(INSIDE, '<a/>'),
  'an address of megabytes': many(`${OPEN}<d:response><d:href>`, '/%41'),
  'addresses of slashes': many(OPEN, `<d:response><d:href>a${'/'.repeat(8_000)}b</d:href></d:response>`),
  'a name of megabytes': many(`${INSIDE}<d:displayname>`, 'x'),
  'a zone of slashes': text(
    proper(
      `<d:resourcetype><d:collection/><c:calendar/></d:resourcetype><c:calendar-timezone>TZID:${'a/'.repeat(30_000)}</c:calendar-timezone>`,
    ),
  ),
  'an explanation of brackets': text(
    `<d:error xmlns:d="DAV:" xmlns:s="http://sabredav.org/ns"><s:message><![CDATA[${'<'.repeat(60_000)}]]></s:message></d:error>`,
    '',
    403,
  ),
  'spaces without end': many(OPEN, ' '),
  'line ends without end': many(OPEN, '\r\n'),
  'nothing but NULs': many('', '\0'),
  'a gzip bomb': encoded('gzip', () => gzipSync(Buffer.alloc(64 * MB, 'x'))),
  'a gzip bomb of elements': encoded('gzip', () =>
    gzipSync(Buffer.from(OPEN + '<d:response/>'.repeat(4_000_000))),
  ),
  'gzip in gzip': encoded('gzip', () => gzipSync(gzipSync(Buffer.alloc(32 * MB)))),
  'said to be gzipped twice': encoded('gzip, gzip', () => gzipSync(gzipSync(Buffer.alloc(MB)))),
  'said to be gzipped': encoded('gzip', () => Buffer.from(`${OPEN}</d:multistatus>`)),
  'an unknown encoding': encoded('zstd', () => Buffer.from(`${OPEN}</d:multistatus>`)),
  'an endless drip': { pieces: () => endless('<a/>'), everyMs: 20 },
  'an endless drip of spaces': { pieces: () => endless(' '), everyMs: 20 },
  'silence after the headers': { pieces: () => [Buffer.from(OPEN)], stalls: true },
  'endless redirects': { status: 308, headers: { location: '/again/' }, pieces: () => [] },
  'a redirect to another host': {
    status: 302,
    headers: { location: 'http://169.254.169.254/' },
    pieces: () => [],
  },
  'a redirect that is none': { status: 302, headers: { location: 'http://[' }, pieces: () => [] },
  'headers of megabytes': { headers: { 'x-much': 'x'.repeat(MB) }, pieces: () => [] },
  'thousands of headers': {
    headers: Object.fromEntries(Array.from({ length: 2_500 }, (_, n) => [`x-${n}`, 'y'])),
    pieces: () => [],
  },
  'UTF-16 said to be UTF-8': bytes(
    () => Buffer.from(`${OPEN}</d:multistatus>`, 'utf16le'),
    'application/xml; charset=utf-8',
  ),
  'UTF-8 said to be UTF-16': bytes(() => Buffer.from(OPEN.repeat(1000)), 'application/xml; charset=utf-16'),
  'an unknown character set': bytes(
    () => Buffer.from(`${OPEN}</d:multistatus>`),
    'application/xml; charset=klingon',
  ),
  'bytes that are no text': { pieces: (megabytes) => repeated(DATA, '\ud83d\ude00', megabytes, '') },
  'wrong bytes': bytes(
    () => Buffer.concat([Buffer.from(DATA), Buffer.alloc(4 * MB, 0xff)]),
    'application/xml',
  ),
  'a letter that is folded without end': bytes(
    () => Buffer.concat([Buffer.from(DATA), Buffer.from([0xf0]), Buffer.alloc(4 * MB, '\r\n ')]),
    'application/xml',
  ),
  'a web page': {
    status: 200,
    headers: { 'content-type': 'text/html' },
    pieces: (megabytes) => repeated('<html>', '<p>Sign in', megabytes, ''),
  },
  'a web page that calls itself an answer': many('<html><body>', '<br>'),
  'JSON that calls itself an answer': {
    headers: { 'content-type': 'application/json' },
    pieces: (megabytes) => repeated('[', '{"a":[', megabytes, ''),
  },
  nothing: text(''),
  'nothing, with success': text('', '', 200),
  'no content': text('', '', 204),
  'an unheard-of status': text('', '', 999),
  'a failure of megabytes': { status: 500, pieces: (megabytes) => repeated('', 'x', megabytes, '') },
  'a refusal of megabytes': {
    status: 403,
    pieces: (megabytes) => repeated('<d:error xmlns:d="DAV:">', '<a>', megabytes, ''),
  },
  'an event in one line': many(`${DATA}BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:`, 'x'),
  'an event of three megabytes in one line': text(
    proper(
      `<d:getetag>"1"</d:getetag><c:calendar-data>${event(`SUMMARY:${'x'.repeat(3 * MB)}`)}</c:calendar-data>`,
    ),
  ),
  'an event of a million folds': text(
    proper(
      `<d:getetag>"1"</d:getetag><c:calendar-data>${event(`SUMMARY:${'x\n '.repeat(1_000_000)}`)}</c:calendar-data>`,
    ),
  ),
  'an event of a million parameters': text(
    proper(
      `<d:getetag>"1"</d:getetag><c:calendar-data>${event(`SUMMARY${';A=1'.repeat(900_000)}:x`)}</c:calendar-data>`,
    ),
  ),
  'an event of components inside each other': text(
    proper(
      `<d:getetag>"1"</d:getetag><c:calendar-data>${event('BEGIN:VALARM\n'.repeat(250_000))}</c:calendar-data>`,
    ),
  ),
  'an event of a million lines': text(
    proper(`<d:getetag>"1"</d:getetag><c:calendar-data>${event('X:\n'.repeat(1_000_000))}</c:calendar-data>`),
  ),
};
