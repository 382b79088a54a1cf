const part = (head: readonly string[], body: string) => ['--b', ...head, '', body].join('\r\n');
const mixed = (...parts: readonly string[]) =>
  ['Content-Type: multipart/mixed; boundary=b', '', ...parts, '--b--', ''].join('\r\n');
const named = (name: string, type = 'application/octet-stream') =>
  mixed(
    part(['Content-Type: text/plain'], 'harmless'),
    part([`Content-Type: ${type}`, `Content-Disposition: attachment; filename="${name}"`], 'bytes'),
  );

const NAMES = [
  '../../../etc/passwd',
  '..\\\\..\\\\windows\\\\system32\\\\a.dll',
  '/etc/passwd',
  'C:\\\\autoexec.bat',
  'CON',
  'nul.txt',
  'a\u202egpj.exe',
  'a\u0000.png.exe',
  '<img src=x onerror=alert(1)>.png',
  'a.png\\" onload=\\"alert(1)',
  '......................',
  `${'.'.repeat(100_000)}x`,
  `${'a'.repeat(100_000)}.png`,
  `${'é'.repeat(50_000)}.pdf`,
  ' ',
  '%2e%2e%2fpasswd',
  'a;b=c.png',
  '=?utf-8?Q?=2E=2E=2Fpasswd?=',
  'a\r\n\tX-Injected: y.png',
  'invoice.pdf.html',
];
const TYPES = [
  'text/html',
  'image/svg+xml',
  'application/xhtml+xml',
  'text/xml',
  'application/javascript',
  'application/pdf',
  'image/png; name="a.svg"',
  'text/html\u0000image/png',
  'message/rfc822',
  'message/external-body; access-type=URL; URL="http://x.test"',
  'message/partial; id=a; number=1; total=2',
  'application/ms-tnef',
  'multipart/report; report-type=delivery-status; boundary=c',
  'application/pkcs7-mime; smime-type=enveloped-data',
  'text/calendar; method=REQUEST',
];

/** Bodies, with their Content-Type, that want to stall, to fill memory, or to be taken for what they are not. */
export const STRUCTURE_VECTORS: readonly (readonly [name: string, body: () => string])[] = [
  ...NAMES.map((name, at) => [`a file by a name, ${at}`, () => named(name)] as const),
  ...TYPES.map((type) => [`a file of ${JSON.stringify(type)}`, () => named('a', type)] as const),
  ['400 nested multiparts', () => nest(400)],
  ['40 nested multiparts', () => nest(40)],
  ['2,000 attachments', () => mixed(...Array.from({ length: 2_000 }, (_, n) => file(n)))],
  ['50,000 parts', () => mixed(...Array.from({ length: 50_000 }, () => part([], 'x')))],
  [
    'a boundary of nothing',
    () => 'Content-Type: multipart/mixed; boundary=""\r\n\r\n--\r\n\r\nx\r\n----\r\n',
  ],
  ['no boundary', () => 'Content-Type: multipart/mixed\r\n\r\nharmless'],
  [
    'a boundary that is everywhere',
    () => `Content-Type: multipart/mixed; boundary=b\r\n\r\n${'--b\r\n'.repeat(50_000)}`,
  ],
  [
    'parts that never end',
    () => `Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\n${'x\r\n'.repeat(200_000)}`,
  ],
  ['200 messages in messages', () => rfc822(200)],
  ['one line of a megabyte', () => `Content-Type: text/plain\r\n\r\n${'a'.repeat(1_000_000)}`],
  ['200,000 line ends', () => `Content-Type: text/plain\r\n\r\n${'\n'.repeat(200_000)}`],
  [
    'base64 that is none',
    () => `Content-Type: text/plain\r\nContent-Transfer-Encoding: base64\r\n\r\n${'!'.repeat(500_000)}`,
  ],
  [
    'quoted-printable that is none',
    () =>
      `Content-Type: text/plain\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n${'='.repeat(500_000)}`,
  ],
  [
    'format=flowed of spaces',
    () => `Content-Type: text/plain; format=flowed; delsp=yes\r\n\r\n${'> \r\n'.repeat(100_000)}`,
  ],
  ['200,000 quote marks', () => `Content-Type: text/plain\r\n\r\n${'>'.repeat(200_000)}\r\nx`],
  ['signatures', () => `Content-Type: text/plain\r\n\r\n${'-- \r\n'.repeat(100_000)}`],
  ['links without end', () => `Content-Type: text/plain\r\n\r\n${'http://'.repeat(100_000)}`],
  ['addresses without end', () => `Content-Type: text/plain\r\n\r\n${'a@'.repeat(100_000)}`],
  ['no head', () => '\r\n\r\n\r\n'],
  ['nothing but NUL', () => `Content-Type: text/plain\r\n\r\n${'\0'.repeat(10_000)}`],
  [
    'a hundred texts',
    () =>
      mixed(
        ...Array.from({ length: 100 }, () => part(['Content-Type: text/html'], '<b>x</b><script>1</script>')),
      ),
  ],
  [
    'an unclosed comment over two parts',
    () =>
      mixed(
        part(['Content-Type: text/html'], '<!--'),
        part(['Content-Type: text/html'], '--><script>alert(1)</script>'),
      ),
  ],
  ['a Content-ID that is code', () => cid('"><script>alert(1)</script>')],
  ['a Content-ID of NUL', () => cid('a\u0000b')],
  ['a picture that is a page', () => cid('a@x', '<script>alert(1)</script>')],
];

function nest(depth: number): string {
  return Array.from(
    { length: depth },
    (_, n) => `Content-Type: multipart/mixed; boundary=b${n}\r\n\r\n--b${n}\r\n`,
  ).join('');
}

function rfc822(depth: number): string {
  return `${'Content-Type: message/rfc822\r\n\r\n'.repeat(depth)}Content-Type: text/plain\r\n\r\nx`;
}

function file(n: number): string {
  return part([`Content-Type: application/pdf; name="${n}.pdf"`, 'Content-Disposition: attachment'], 'x');
}

function cid(id: string, bytes = 'x'): string {
  const page = part(
    ['Content-Type: text/html'],
    `<p>harmless</p><img src="cid:${encodeURIComponent(id)}"><img src="cid:${id}">`,
  );
  return mixed(
    page,
    part(['Content-Type: image/png', `Content-ID: <${id}>`, 'Content-Disposition: inline'], bytes),
  );
}
