import { describe, expect, it } from 'vitest';
import { messageDate } from './message-date.ts';
import { attachedFile, readMessage } from './read-message.ts';

const mail = (...lines: readonly string[]) => new TextEncoder().encode(lines.join('\r\n'));

const MIXED = mail(
  'From: =?UTF-8?Q?L=C3=A9o_Martin?= <leo@x.test>',
  'To: "Studio" <info@studio.test>, undisclosed-recipients:;',
  'Subject: =?iso-8859-1?Q?Rose_=E9t=E9?=',
  'Message-ID: <1@x.test>',
  'In-Reply-To: <0@studio.test>',
  'References: <a@studio.test> <0@studio.test>',
  'Date: Tue, 10 Mar 2026 09:00:00 +0100',
  'MIME-Version: 1.0',
  'Content-Type: multipart/mixed; boundary=b',
  '',
  '--b',
  'Content-Type: text/html; charset=utf-8',
  '',
  '<p>Salut</p><script>alert(1)</script><img src="cid:logo@x">',
  '--b',
  'Content-Type: image/png; name="../logo.png"',
  'Content-ID: <logo@x>',
  'Content-Disposition: inline; filename="../logo.png"',
  'Content-Transfer-Encoding: base64',
  '',
  'AQID',
  '--b',
  'Content-Type: application/pdf',
  'Content-Disposition: attachment; filename="idea.pdf"',
  'Content-Transfer-Encoding: base64',
  '',
  'BAUGBw==',
  '--b--',
);

describe('messages', () => {
  it('M5: are read with their headers, text, pictures and files', async () => {
    const read = await readMessage(MIXED);
    expect(read).toMatchObject({
      messageId: '1@x.test',
      references: ['a@studio.test', '0@studio.test'],
      from: [{ name: 'Léo Martin', address: 'leo@x.test' }],
      to: [{ name: 'Studio', address: 'info@studio.test' }],
      subject: 'Rose été',
      date: new Date('2026-03-10T08:00:00Z'),
      text: 'Salut',
      calendar: null,
      origin: { sender: null, checkedBy: null, dmarc: null },
      bulk: false,
    });
    expect(read.html?.html).not.toContain('script');
    expect(read.attachments).toEqual([
      { place: 0, name: 'logo.png', type: 'image/png', size: 3, contentId: 'logo@x' },
      { place: 1, name: 'idea.pdf', type: 'application/pdf', size: 4, contentId: null },
    ]);
    expect((await attachedFile(MIXED, 1))?.bytes).toEqual(new Uint8Array([4, 5, 6, 7]));
    expect(await attachedFile(MIXED, 2)).toBeNull();
  });

  it('M4: one that says nothing of itself is read all the same', async () => {
    const read = await readMessage(mail('Date: soon', 'From: "ceo@bank.test" <evil@x.test>', '', 'hello'));
    expect(read).toMatchObject({ messageId: null, date: null, subject: '', text: 'hello' });
    expect(read.from).toEqual([{ name: 'ceo@bank.test', address: 'evil@x.test' }]);
  });

  it('M4: a message in a message is a file, not words of whoever sent it on', async () => {
    const inner = ['--b', 'Content-Type: message/rfc822', '', 'Subject: inner', '', 'secret words', '--b--'];
    const read = await readMessage(mail('Content-Type: multipart/mixed; boundary=b', '', ...inner));
    expect(read.text).not.toContain('secret words');
    expect(read.attachments).toMatchObject([{ type: 'message/rfc822', name: 'file-1.eml' }]);
  });

  it('M4: nesting without end is refused, quickly', async () => {
    const nested = Array.from({ length: 400 }, (_, n) => [
      `Content-Type: multipart/mixed; boundary=b${n}`,
      '',
      `--b${n}`,
    ]).flat();
    await expect(readMessage(mail(...nested))).rejects.toThrow();
  });

  it('M10: an invitation, and what nobody waits for an answer to, are noticed', async () => {
    const calendar = mail(
      'Content-Type: text/calendar; method=REQUEST',
      '',
      'BEGIN:VCALENDAR',
      'END:VCALENDAR',
    );
    expect((await readMessage(calendar)).calendar).toMatch(/^BEGIN:VCALENDAR/);
    expect((await readMessage(mail('List-Id: <x>', '', 'a'))).bulk).toBe(true);
    expect((await readMessage(mail('Auto-Submitted: auto-replied', '', 'a'))).bulk).toBe(true);
    expect((await readMessage(mail('Auto-Submitted: no', '', 'a'))).bulk).toBe(false);
  });

  it('M5: are sorted by their date, unless it cannot be', () => {
    const arrived = new Date('2026-03-10T09:00:00Z');
    const before = new Date('2026-03-01T09:00:00Z');
    expect(messageDate(before, arrived)).toBe(before);
    expect(messageDate(null, arrived)).toBe(arrived);
    expect(messageDate(new Date('2030-01-01'), arrived)).toBe(arrived);
  });
});
