import { CHARSET_SAMPLES } from './charset-samples.ts';
import { lines, type OddMail, rawLines } from './odd-mail.ts';

const HEAD = ['From: Lea <lea@x.test>', 'MIME-Version: 1.0'];

/** Text, subject and name in each charset, and charsets that are missing, wrong or misspelt. */
export const CHARSET_MAILS: readonly OddMail[] = [
  ...CHARSET_SAMPLES.flatMap(([charset, text, bytes]) => inCharset(charset, text, bytes)),
  ...labelled(),
];

function inCharset(charset: string, text: string, bytes: string): readonly OddMail[] {
  const coded = Buffer.from(bytes, 'base64');
  const quoted = [...coded].map((byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');
  const body: OddMail = {
    name: `text in ${charset}`,
    source: lines(
      ...HEAD,
      `Content-Type: text/plain; charset=${charset}`,
      'Content-Transfer-Encoding: base64',
      '',
      bytes,
    ),
    right: { text },
  };
  if (charset.startsWith('utf-16')) return [body];
  return [
    body,
    {
      name: `subject in ${charset}`,
      source: lines(...HEAD, `Subject: =?${charset.toUpperCase()}?Q?${quoted}?=`, '', 'x'),
      right: { subject: text },
    },
  ];
}

function labelled(): readonly OddMail[] {
  const mail = (
    name: string,
    type: string | null,
    body: string,
    text: string,
    disputed?: string,
  ): OddMail => ({
    name,
    source: rawLines(
      ...HEAD,
      ...(type === null ? [] : [`Content-Type: ${type}`]),
      'Content-Transfer-Encoding: 8bit',
      '',
      body,
    ),
    right: { text },
    ...(disputed !== undefined && { disputed }),
  });
  const utf8 = Buffer.from('Café 🎨', 'utf8').toString('latin1');
  const guess = 'the second parser shows what it cannot decode as question marks';
  return [
    mail('UTF-8 that says nothing', null, utf8, 'Café 🎨'),
    mail('UTF-8 that says us-ascii', 'text/plain; charset=us-ascii', utf8, 'Café 🎨'),
    mail('UTF-8 that says "utf8"', 'text/plain; charset="utf8"', utf8, 'Café 🎨'),
    mail('UTF-8 that says UTF_8', 'text/plain; charset=UTF_8', utf8, 'Café 🎨'),
    mail('UTF-8 in quotes and spaces', "text/plain; charset = 'utf-8'", utf8, 'Café 🎨', guess),
    mail('Latin-1 that says nothing', null, 'Caf\xe9 \xe0 la cr\xe8me', 'Café à la crème', guess),
    mail('Latin-1 that says us-ascii', 'text/plain; charset=us-ascii', 'Caf\xe9', 'Café', guess),
    mail('Latin-1 that says text/plain alone', 'text/plain', 'Caf\xe9', 'Café', guess),
    mail(
      'windows-1252 that says iso-8859-1',
      'text/plain; charset=iso-8859-1',
      '\x93Caf\xe9\x94 \x80',
      '“Café” €',
    ),
    mail('a charset that nobody knows', 'text/plain; charset=x-unknown', 'Caf\xe9', 'Café', guess),
    mail('an empty charset', 'text/plain; charset=""', utf8, 'Café 🎨'),
    mail(
      'GBK that says gb2312',
      'text/plain; charset=gb2312',
      Buffer.from('5657464C', 'hex').toString('latin1'),
      'VWFL',
    ),
    {
      name: 'a subject of raw UTF-8',
      source: lines(...HEAD, 'Subject: Café 🎨', '', 'x'),
      right: { subject: 'Café 🎨' },
    },
    {
      name: 'a subject of raw Latin-1',
      source: rawLines(...HEAD, 'Subject: Caf\xe9 \xe0 Gen\xe8ve', '', 'x'),
      right: { subject: 'Café à Genève' },
      disputed: guess,
    },
    {
      name: 'a name of raw Latin-1',
      source: rawLines('From: Ren\xe9e <renee@x.test>', '', 'x'),
      right: { from: ['Renée <renee@x.test>'] },
      disputed: guess,
    },
    {
      name: 'UTF-8 in quoted-printable that says us-ascii',
      source: lines(
        ...HEAD,
        'Content-Type: text/plain; charset=us-ascii',
        'Content-Transfer-Encoding: quoted-printable',
        '',
        'Caf=C3=A9',
      ),
      right: { text: 'Café' },
    },
    {
      name: 'a byte order mark',
      source: lines(...HEAD, 'Content-Type: text/plain; charset=utf-8', '', '\ufeffCafé'),
      right: { text: 'Café' },
      disputed: 'the second parser keeps the mark',
    },
  ];
}
