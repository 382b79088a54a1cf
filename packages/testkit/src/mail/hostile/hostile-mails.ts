import { CALENDAR_VECTORS } from './calendar-vectors.ts';
import { HEADER_VECTORS } from './header-vectors.ts';
import { HTML_VECTORS } from './html-vectors.ts';
import { STALLING_HTML } from './stalling-html.ts';
import { STRUCTURE_VECTORS } from './structure-vectors.ts';

export interface HostileMail {
  readonly name: string;
  readonly source: Uint8Array;
}

export interface Sink {
  /** `http://host:port`: whoever comes there was led by a mail. */
  readonly origin: string;
  /** What is to run, in one line and without double quotes. */
  readonly script: string;
}

/** Mails built to harm: some four hundred, by what they do to HTML, headers, structure, names and calendars. */
export function hostileMails(sink: Sink): readonly HostileMail[] {
  const filled = (text: string) =>
    text
      .replaceAll('{sink}', sink.origin)
      .replaceAll('{host}', new URL(sink.origin).host)
      .replaceAll('{script}', sink.script);
  const html = HTML_VECTORS.map((vector) => filled(vector));
  const all = [
    ...html.map((one, at) => mail(`HTML ${at}: ${HTML_VECTORS[at]?.slice(0, 60)}`, page(one))),
    ...html.map((one, at) =>
      mail(`HTML ${at} quoted, in ${CODINGS[at % CODINGS.length]?.name}`, coded(quoting(one), at)),
    ),
    ...STALLING_HTML.map(([name, make]) => mail(`HTML of ${name}`, page(filled(make())))),
    ...HEADER_VECTORS.map((lines) => mail(`head ${lines[0]?.slice(0, 60)}`, headed(lines))),
    ...STRUCTURE_VECTORS.map(([name, make]) => mail(name, filled(make()))),
    ...CALENDAR_VECTORS.map((lines, at) =>
      mail(`calendar ${at}: ${lines[5]?.slice(0, 60)}`, invitation(lines.map(filled))),
    ),
  ];
  return all.map(withId);
}

/** Each is a message of its own, unless it says itself which it is. */
function withId({ name, source }: HostileMail, at: number): HostileMail {
  const own = /^message-id:/im.test(Buffer.from(source.subarray(0, 1_000)).toString('latin1'));
  const id = Buffer.from(own ? '' : `Message-ID: <${at}@hostile.test>\r\n`);
  return { name, source: Buffer.concat([id, source]) };
}

const HEAD = [
  'From: Mallory <mallory@x.test>',
  'To: ann@studio.test',
  'Date: Tue, 10 Mar 2026 09:00:00 +0000',
];

function mail(name: string, rest: string | Uint8Array): HostileMail {
  const own = typeof rest === 'string' && rest.startsWith('\u0001');
  const head = Buffer.from(`${(own ? HEAD.slice(1) : [...HEAD, 'Subject: Hello']).join('\r\n')}\r\n`);
  const body = typeof rest === 'string' ? Buffer.from(own ? rest.slice(1) : rest) : rest;
  return { name, source: Buffer.concat([head, body]) };
}

function page(html: string): string {
  return `Content-Type: text/html; charset=utf-8\r\n\r\n<p>harmless</p>${html}<p>below</p>`;
}

/** Its own From and Subject count, where it has any. */
function headed(lines: readonly string[]): string {
  const typed = lines.some((line) => /^content-type/i.test(line));
  return `\u0001${[...lines, ...(typed ? [] : ['Content-Type: text/plain; charset=utf-8'])].join('\r\n')}\r\n\r\nharmless`;
}

function quoting(html: string): string {
  return `<p>harmless</p><blockquote type="cite">${html}</blockquote>`;
}

const CODINGS: readonly { readonly name: string; readonly make: (html: string) => string | Uint8Array }[] = [
  {
    name: 'base64',
    make: (html) =>
      `Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(html).toString('base64').replaceAll(/.{76}/g, '$&\r\n')}`,
  },
  {
    name: 'UTF-16',
    make: (html) =>
      Buffer.concat([
        Buffer.from('Content-Type: text/html; charset=utf-16le\r\nContent-Transfer-Encoding: base64\r\n\r\n'),
        Buffer.from(Buffer.from(`\ufeff${html}`, 'utf16le').toString('base64')),
      ]),
  },
  {
    name: 'quoted-printable',
    make: (html) =>
      `Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n${quotedPrintable(html)}`,
  },
  {
    name: 'an alternative beside text',
    make: (html) =>
      `Content-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nharmless\r\n--b\r\nContent-Type: text/html\r\n\r\n${html}\r\n--b--\r\n`,
  },
];

function coded(html: string, at: number): string | Uint8Array {
  return CODINGS[at % CODINGS.length]?.make(html) ?? html;
}

function quotedPrintable(text: string): string {
  return [...Buffer.from(text)]
    .map((byte) =>
      byte > 126 || byte < 32 || byte === 61
        ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
        : String.fromCharCode(byte),
    )
    .join('')
    .replaceAll(/(?:[^=]|=..){1,70}/g, '$&=\r\n');
}

function invitation(lines: readonly string[]): string {
  const text = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//x//',
    'METHOD:REQUEST',
    ...lines,
    'END:VCALENDAR',
  ].join('\r\n');
  return `Content-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nharmless\r\n--b\r\nContent-Type: text/calendar; method=REQUEST; charset=utf-8\r\n\r\n${text}\r\n--b--\r\n`;
}
