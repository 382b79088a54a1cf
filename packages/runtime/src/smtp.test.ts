import { describe, expect, it } from 'vitest';
import { mailServer } from './test-mail-server.ts';

const MAIL = {
  id: '5f0c2c1e-0000-4000-8000-000000000000',
  from: 'Atelier <a@studio.test>',
  to: 'nora@example.org',
  subject: 'Confirmé : Small, jeu. 12 mars',
  text: 'Bonjour Nora,\n\nVotre rendez-vous est confirmé.\n',
  calendar: null,
};
const FILE = 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nSUMMARY:Small avec Léa\r\nEND:VCALENDAR\r\n';

const headersOf = (text = '') => text.slice(0, text.indexOf('\r\n\r\n')).replaceAll(/\r\n[ \t]+/g, ' ');

describe('smtp', () => {
  it('B4: every try of a mail bears the same message id', async () => {
    await using server = await mailServer();
    await server.mailer.send(MAIL);
    await server.mailer.send(MAIL);
    const ids = server.received.map(({ text }) => /^message-id: (.*)$/im.exec(text)?.[1]);
    expect(ids).toEqual([`<${MAIL.id}@atelier>`, `<${MAIL.id}@atelier>`]);
  });

  it('B4: a calendar goes along as a file, octet for octet', async () => {
    await using server = await mailServer();
    await server.mailer.send({ ...MAIL, calendar: FILE });
    const text = server.received[0]?.text ?? '';
    expect(headersOf(text)).toMatch(/^content-type: multipart\/mixed/im);
    expect(text).toMatch(/content-type: text\/calendar; charset=utf-8; name=booking\.ics/i);
    expect(text).toMatch(/content-disposition: attachment; filename=booking\.ics/i);
    expect(text).not.toMatch(/method=/i);
    const [, part = ''] = /filename=booking\.ics[\s\S]*?\r\n\r\n([\s\S]*?)\r\n--/i.exec(text) ?? [];
    expect(Buffer.from(part, 'base64').toString()).toBe(FILE);
  });

  it('without one it is plain text alone', async () => {
    await using server = await mailServer();
    await server.mailer.send(MAIL);
    expect(headersOf(server.received[0]?.text)).toMatch(/^content-type: text\/plain; charset=utf-8$/im);
  });

  it('B10: a subject begins no header of its own', async () => {
    await using server = await mailServer();
    await server.mailer.send({ ...MAIL, subject: 'Small\r\nBcc: all@example.org\r\n\r\nHello' });
    expect(server.received.map(({ to }) => to)).toEqual([['nora@example.org']]);
    expect(headersOf(server.received[0]?.text)).not.toMatch(/^bcc:/im);
  });

  it.each([
    'nora@example.org\r\nBcc: all@example.org',
    'nora@example.org, all@example.org',
    'Nora <nora@example.org>',
    'group: nora@example.org;',
    'nora',
    '',
  ])('B10: %j is not one address, and nothing is sent', async (to) => {
    await using server = await mailServer();
    await expect(server.mailer.send({ ...MAIL, to })).rejects.toThrow(/not one plain address/);
    expect(server.received).toEqual([]);
  });
});
