import { lines, type OddMail, type Reading } from './odd-mail.ts';

const HEAD = ['From: a@x.test', 'MIME-Version: 1.0'];
const mail = (
  name: string,
  head: readonly string[],
  body: readonly string[],
  right: Reading,
  disputed?: string,
): OddMail => ({
  name,
  source: lines(...HEAD, ...head, '', ...body),
  right,
  ...(disputed !== undefined && { disputed }),
});
const flowed = (name: string, body: readonly string[], text: string, delsp = false, disputed?: string) =>
  mail(
    `flowed: ${name}`,
    [`Content-Type: text/plain; charset=utf-8; format=flowed${delsp ? '; delsp=yes' : ''}`],
    body,
    { text },
    disputed,
  );
const parts = (type: string, ...all: readonly (readonly string[])[]) => [
  ...all.flatMap((one) => ['--b', ...one]),
  '--b--',
];
const multi = (
  name: string,
  type: string,
  all: readonly (readonly string[])[],
  right: Reading,
  disputed?: string,
) => mail(name, [`Content-Type: multipart/${type}; boundary=b`], parts(type, ...all), right, disputed);
const TEXT = ['Content-Type: text/plain; charset=utf-8', '', 'Bonjour'];
const HTML = ['Content-Type: text/html; charset=utf-8', '', '<p>Salut</p>'];
const file = (...head: readonly string[]) => [...head, 'Content-Transfer-Encoding: base64', '', 'AQID'];
const named = (name: string, head: readonly string[], right: string, disputed?: string) =>
  multi(`file: ${name}`, 'mixed', [TEXT, file(...head)], { text: 'Bonjour', files: [right] }, disputed);
const attached = 'Content-Disposition: attachment';
const ICS = ['BEGIN:VCALENDAR', 'METHOD:REQUEST', 'END:VCALENDAR'];

/** Bodies as programs build them: parts, files, flowed text, calendars, encodings that are not quite. */
export const BODY_MAILS: readonly OddMail[] = [
  flowed('a paragraph', ['One ', 'two ', 'three'], 'One two three'),
  flowed('two paragraphs', ['One ', 'two', 'Three'], 'One two\nThree'),
  flowed('stuffed spaces', [' From here', '  indented'], 'From here\n indented'),
  flowed('delsp', ['inter ', 'national'], 'international', true),
  flowed('quotes', ['> One ', '> two', 'Answer'], '> One two\nAnswer'),
  flowed(
    'quotes of two depths',
    ['>> Old ', '>> words', '> New ', '> words', 'Mine'],
    '>> Old words\n> New words\nMine',
  ),
  flowed('a signature', ['Bye ', 'Léa', '-- ', 'Studio'], 'Bye Léa\n-- \nStudio'),
  flowed('a stuffed quote mark', [' > is greater'], '> is greater'),
  mail('bare line feeds', ['Content-Type: text/plain'], ['one\ntwo\nthree'], { text: 'one\ntwo\nthree' }),
  mail('no Content-Type', [], ['Bonjour'], { text: 'Bonjour' }),
  mail('two Content-Types', ['Content-Type: text/plain', 'Content-Type: text/html'], ['<b>x</b>'], {
    text: '<b>x</b>',
  }),
  mail('an unknown encoding', ['Content-Transfer-Encoding: 8-bit'], ['Bonjour'], { text: 'Bonjour' }),
  mail('an encoding in capitals', ['Content-Transfer-Encoding: BASE64'], ['Qm9uam91cg=='], {
    text: 'Bonjour',
  }),
  mail('base64 with spaces and lines', ['Content-Transfer-Encoding: base64'], ['Qm9u am91', ' cg=='], {
    text: 'Bonjour',
  }),
  mail('base64 without padding', ['Content-Transfer-Encoding: base64'], ['Qm9uam91cg'], { text: 'Bonjour' }),
  mail(
    'quoted-printable that is broken',
    ['Content-Transfer-Encoding: quoted-printable'],
    ['100% =sure =', 'or not=3D'],
    { text: '100% =sure or not=' },
  ),
  mail(
    'quoted-printable in small letters',
    ['Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: quoted-printable'],
    ['caf=c3=a9'],
    { text: 'café' },
  ),
  mail(
    'HTML alone',
    ['Content-Type: text/html; charset=utf-8'],
    ['<p>Hello<br>you</p>'],
    { text: 'Hello\nyou' },
    'the second parser makes no text of it',
  ),
  mail(
    'HTML with entities',
    ['Content-Type: text/html'],
    ['<p>caf&eacute; &amp; th&#233;</p>'],
    { text: 'café & thé' },
    'the second parser makes no text of it',
  ),
  mail('empty', ['Content-Type: text/plain'], [''], { text: '' }),
  mail('no body at all', ['Content-Type: text/plain'], [], { text: '' }),
  multi('text and HTML', 'alternative', [TEXT, HTML], { text: 'Bonjour', files: [] }),
  multi('HTML before text', 'alternative', [HTML, TEXT], { text: 'Bonjour', files: [] }),
  multi('words before and after the parts', 'mixed', [TEXT], { text: 'Bonjour', files: [] }),
  mail('no end', ['Content-Type: multipart/mixed; boundary=b'], ['--b', ...TEXT], { text: 'Bonjour' }),
  mail(
    'a boundary in quotes with spaces',
    ['Content-Type: multipart/mixed; boundary="a b"'],
    ['--a b', ...TEXT, '--a b--'],
    { text: 'Bonjour' },
  ),
  mail(
    'a boundary that begins another',
    ['Content-Type: multipart/mixed; boundary=b'],
    ['--b', 'Content-Type: multipart/alternative; boundary=bb', '', '--bb', ...TEXT, '--bb--', '--b--'],
    { text: 'Bonjour' },
  ),
  mail(
    'a preamble for old programs',
    ['Content-Type: multipart/mixed; boundary=b'],
    ['This is MIME.', '--b', ...TEXT, '--b--', 'epilogue'],
    { text: 'Bonjour' },
  ),
  mail(
    'parameters over lines',
    ['Content-Type: multipart/mixed;\r\n\tboundary=b;\r\n\ttype="x"'],
    ['--b', ...TEXT, '--b--'],
    { text: 'Bonjour' },
  ),
  multi(
    'two texts',
    'mixed',
    [TEXT, ['Content-Type: text/plain', '', 'Footer']],
    { text: 'Bonjour\n\nFooter' },
    'how many empty lines stand between',
  ),
  multi(
    'a picture in the text',
    'related',
    [
      ['Content-Type: text/html', '', '<img src="cid:a@x">'],
      file('Content-Type: image/png; name=a.png', 'Content-ID: <a@x>', 'Content-Disposition: inline'),
    ],
    { files: ['a.png'] },
  ),
  named('plain', ['Content-Type: application/pdf', `${attached}; filename=idea.pdf`], 'idea.pdf'),
  named('quoted', ['Content-Type: application/pdf', `${attached}; filename="my idea.pdf"`], 'my idea.pdf'),
  named('of the type alone', ['Content-Type: application/pdf; name="idea.pdf"'], 'idea.pdf'),
  named(
    'RFC 2231',
    ['Content-Type: application/pdf', `${attached}; filename*=utf-8''caf%C3%A9.pdf`],
    'café.pdf',
  ),
  named(
    'RFC 2231 in Latin-1',
    ['Content-Type: application/pdf', `${attached}; filename*=iso-8859-1''caf%E9.pdf`],
    'café.pdf',
  ),
  named(
    'RFC 2231 in pieces',
    [
      'Content-Type: application/pdf',
      `${attached}; filename*0*=utf-8''caf%C3; filename*1*=%A9; filename*2=.pdf`,
    ],
    'café.pdf',
  ),
  named(
    'RFC 2231 in plain pieces',
    ['Content-Type: application/pdf', `${attached}; filename*0="one "; filename*1="two.pdf"`],
    'one two.pdf',
  ),
  named(
    'an encoded word',
    ['Content-Type: application/pdf', `${attached}; filename="=?utf-8?Q?caf=C3=A9.pdf?="`],
    'café.pdf',
  ),
  named(
    'two encoded words',
    ['Content-Type: application/pdf', `${attached}; filename="=?utf-8?Q?caf=C3=A9?= =?utf-8?Q?.pdf?="`],
    'café.pdf',
  ),
  named('raw UTF-8', ['Content-Type: application/pdf', `${attached}; filename="café.pdf"`], 'café.pdf'),
  named(
    'both, plain and RFC 2231',
    ['Content-Type: application/pdf', `${attached}; filename="cafe.pdf"; filename*=utf-8''caf%C3%A9.pdf`],
    'café.pdf',
  ),
  named(
    'a semicolon in quotes',
    ['Content-Type: application/pdf', `${attached}; filename="a;b.pdf"`],
    'a;b.pdf',
  ),
  named('brackets', ['Content-Type: application/pdf', `${attached}; filename=idea(1).pdf`], 'idea(1).pdf'),
  named('percent signs', ['Content-Type: application/pdf', `${attached}; filename="100%.pdf"`], '100%.pdf'),
  named(
    'a path of Windows',
    ['Content-Type: application/pdf', `${attached}; filename="C:\\\\photos\\\\a.jpg"`],
    'a.jpg',
    'the second parser keeps the path',
  ),
  named('winmail.dat', ['Content-Type: application/ms-tnef; name="winmail.dat"', attached], 'winmail.dat'),
  named(
    'a message',
    ['Content-Type: application/octet-stream', `${attached}; filename="old.eml"`],
    'old.eml',
  ),
  multi(
    'a message that was sent on',
    'mixed',
    [TEXT, ['Content-Type: message/rfc822', '', 'Subject: Old', '', 'Old words']],
    { text: 'Bonjour', files: ['file-1.eml'] },
    'the second parser names it otherwise',
  ),
  multi(
    'a signed message',
    'signed',
    [TEXT, file('Content-Type: application/pgp-signature; name="signature.asc"')],
    { text: 'Bonjour', files: ['signature.asc'] },
  ),
  multi(
    'a report of what did not arrive',
    'report',
    [TEXT, ['Content-Type: message/delivery-status', '', 'Status: 5.1.1']],
    { text: 'Bonjour' },
    'whether the report is a file',
  ),
  multi(
    'an invitation',
    'alternative',
    [TEXT, ['Content-Type: text/calendar; method=REQUEST; charset=utf-8', '', ...ICS]],
    { text: 'Bonjour', calendar: true },
  ),
  multi(
    'an invitation as a file',
    'mixed',
    [
      TEXT,
      ['Content-Type: application/ics; name=invite.ics', `${attached}; filename=invite.ics`, '', ...ICS],
    ],
    { calendar: true, files: ['invite.ics'] },
  ),
  multi(
    'a calendar by its name alone',
    'mixed',
    [TEXT, ['Content-Type: application/octet-stream', `${attached}; filename=a.ics`, '', ...ICS]],
    { calendar: true },
  ),
  mail('nothing but an invitation', ['Content-Type: text/calendar; method=REQUEST'], ICS, { calendar: true }),
  mail('a mail to an mbox', [], ['>From the beginning', 'x'], { text: '>From the beginning\nx' }),
];
