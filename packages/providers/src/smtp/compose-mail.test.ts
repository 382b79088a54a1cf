import { readMessage } from '@atelier/mail/read/read-message';
import { expect, it } from 'vitest';
import { composeMail, withBlindCopies } from './compose-mail.ts';

const box = (address: string, name = '') => ({ name, address });
const mail = {
  from: box('info@studio.test', 'Studio Été'),
  to: [box('leo@x.test', 'Roux, "Léo"'), box('ana@x.test')],
  cc: [],
  subject: 'Rose\r\nBcc: evil@x.test 🎨',
  text: `Bonjour Léo,\n\n${'long '.repeat(300)}\n> quoted\n`,
  messageId: '1@studio.test',
  inReplyTo: '0@x.test',
  references: ['a@x.test', '0@x.test'],
  date: new Date('2026-03-10T09:00:00Z'),
  files: [{ name: 'idée.png', type: 'image/png', bytes: new Uint8Array([1, 2, 3]) }],
};

it('M5: what is composed is read again as it was written, and no header slips in', async () => {
  const source = await composeMail(mail);
  const read = await readMessage(source);
  expect(read).toMatchObject({
    from: [mail.from],
    to: mail.to,
    subject: 'Rose Bcc: evil@x.test 🎨',
    text: mail.text.trimEnd(),
    messageId: '1@studio.test',
    references: ['a@x.test', '0@x.test'],
    date: mail.date,
    attachments: [{ name: 'idée.png', type: 'image/png', size: 3 }],
  });
  const head = new TextDecoder().decode(source).split('\r\n\r\n')[0] ?? '';
  expect(head).not.toMatch(/^Bcc:/im);
  expect(head.split('\r\n').every((line) => line.length < 998)).toBe(true);
});

it('M3: the author’s copy is the same mail, with those who had blind copies', async () => {
  const source = await composeMail(mail);
  const copy = withBlindCopies(source, [box('max@x.test')]);
  expect(new TextDecoder().decode(copy)).toBe(`Bcc: max@x.test\r\n${new TextDecoder().decode(source)}`);
  expect(withBlindCopies(source, [])).toBe(source);
});
