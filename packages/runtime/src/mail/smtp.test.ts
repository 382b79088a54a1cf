import { describe, expect, it } from 'vitest';
import { mailServer } from '../testing/mail-server.ts';

const MAIL = {
  id: '5f0c2c1e-0000-4000-8000-000000000000',
  from: { name: 'Studio Nord', address: 'a@studio.test' },
  replyTo: null,
  to: 'nora@example.org',
  subject: 'Confirmé : Small, jeu. 12 mars',
  text: 'Bonjour Nora,\n\nVotre rendez-vous est confirmé.\n',
  calendar: null,
};
const FILE = 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nSUMMARY:Small avec Léa\r\nEND:VCALENDAR\r\n';

/** Of a message, or of a part: what stands between its boundaries. */
const partsOf = (text: string) => {
  const boundary = /boundary="?([^";\r\n]+)"?/i.exec(headersOf(text))?.[1] ?? '';
  return text
    .split(`--${boundary}`)
    .slice(1, -1)
    .map((part) => part.replace(/^\r\n/, ''));
};
const contentOf = (part: string) => {
  const body = part.slice(part.indexOf('\r\n\r\n') + 4).replace(/\r\n$/, '');
  if (/^content-transfer-encoding: base64$/im.test(headersOf(part)))
    return Buffer.from(body, 'base64').toString();
  // Quoted-printable (RFC 2045, 6.7).
  const octets = body
    .replaceAll('=\r\n', '')
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(octets, 'latin1').toString();
};
const headersOf = (text = '') => text.slice(0, text.indexOf('\r\n\r\n')).replaceAll(/\r\n[ \t]+/g, ' ');

describe('smtp', () => {
  it('B4: every try of a mail bears the same message id', async () => {
    await using server = await mailServer();
    await server.mailer.send(MAIL);
    await server.mailer.send(MAIL);
    const ids = server.received.map(({ text }) => /^message-id: (.*)$/im.exec(text)?.[1]);
    expect(ids).toEqual([`<${MAIL.id}@studio.test>`, `<${MAIL.id}@studio.test>`]);
  });

  it.each(['REQUEST', 'CANCEL', 'PUBLISH'])(
    'B14: what says %s is a part that says so too, beside the text, and a file for all others',
    async (method) => {
      await using server = await mailServer();
      const calendar = FILE.replace('VERSION:2.0', `VERSION:2.0\r\nMETHOD:${method}`);
      await server.mailer.send({ ...MAIL, calendar });
      const text = server.received[0]?.text ?? '';
      expect(headersOf(text)).toMatch(/^content-type: multipart\/mixed/im);
      const [alternative = '', file = ''] = partsOf(text);
      expect(headersOf(alternative)).toMatch(/^content-type: multipart\/alternative/im);
      const [plain = '', invitation = ''] = partsOf(alternative);
      expect(headersOf(plain)).toMatch(/^content-type: text\/plain; charset=utf-8$/im);
      expect(headersOf(invitation)).toMatch(
        new RegExp(`^content-type: text/calendar; charset=utf-8; method=${method}$`, 'im'),
      );
      expect(headersOf(invitation)).not.toMatch(/^content-disposition: attachment/im);
      expect(headersOf(file)).toMatch(/^content-disposition: attachment; filename=booking\.ics$/im);
      for (const part of [invitation, file]) expect(contentOf(part)).toBe(calendar);
    },
  );

  it('B14: one without a method is a file alone', async () => {
    await using server = await mailServer();
    await server.mailer.send({ ...MAIL, calendar: FILE });
    const text = server.received[0]?.text ?? '';
    const [, file = ''] = partsOf(text);
    expect(headersOf(file)).toMatch(/^content-type: text\/calendar; charset=utf-8; name=booking\.ics$/im);
    expect(headersOf(file)).toMatch(/^content-disposition: attachment; filename=booking\.ics$/im);
    expect(text).not.toMatch(/method=/i);
    expect(contentOf(file)).toBe(FILE);
  });

  it('B14: says that no person wrote it, who sends it, and where an answer goes', async () => {
    await using server = await mailServer();
    await server.mailer.send(MAIL);
    await server.mailer.send({ ...MAIL, replyTo: 'lea@studio.test' });
    const [plain = '', answered = ''] = server.received.map(({ text }) => headersOf(text));
    expect(plain).toMatch(/^from: Studio Nord <a@studio\.test>$/im);
    expect(plain).toMatch(/^auto-submitted: auto-generated$/im);
    expect(plain).not.toMatch(/^reply-to:/im);
    expect(answered).toMatch(/^reply-to: lea@studio\.test$/im);
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
