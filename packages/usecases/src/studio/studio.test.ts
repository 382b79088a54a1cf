import { describe, expect, it } from 'vitest';
import { reachOf } from './reach-of.ts';
import { addressOf, isSender, nameOfSender } from './sender.ts';
import { studioOf } from './studio.ts';
import { readStudioFields } from './studio-fields.ts';
import { givenStudio } from './testing/given.ts';

const row = {
  name: 'Studio Nord',
  address: 'Rue du Lac 1\n1201 Genève',
  phone: '+41 22 555 01 02',
  zone: 'Europe/Zurich',
  language: 'fr',
  sender: 'hello@nord.example',
  url: 'https://nord.example',
  senderRead: true,
  replies: 'artist',
  demo: false,
} as const;
const nothing = { name: null, zone: null, sender: null, url: null };

describe('what is known of the studio', () => {
  it('I5: before anybody has answered it is the machine’s guess, and says that it is one', () => {
    const studio = studioOf(null, givenStudio({ ...nothing, machineZone: 'Etc/UTC' }));
    expect(studio).toMatchObject({ standing: 'open', zone: 'Etc/UTC', url: 'http://localhost:4600' });
    expect([studio.phone, studio.address, studio.sender]).toEqual([null, null, null]);
  });

  it('I5: what the studio has told stands over the machine, and what the operator has set over both', () => {
    expect(studioOf(row, givenStudio(nothing))).toMatchObject({
      standing: 'told',
      name: 'Studio Nord',
      zone: 'Europe/Zurich',
      url: 'https://nord.example',
    });
    const given = { name: 'Süd', zone: 'Asia/Tokyo', sender: 'a@b.example', url: 'https://b.example' };
    expect(studioOf(row, givenStudio(given))).toMatchObject({
      name: 'Süd',
      zone: 'Asia/Tokyo',
      sender: 'a@b.example',
      url: 'https://b.example',
      phone: '+41 22 555 01 02',
    });
  });

  it('I4: mail leaves the house only with a server and a sender', () => {
    const mail = (server: boolean, sender: string) =>
      studioOf({ ...row, sender }, givenStudio({ ...nothing, mailServer: server })).mail;
    expect(mail(false, 'a@b.example')).toBe('no-server');
    expect(mail(true, '')).toBe('no-sender');
    expect(mail(true, 'a@b.example')).toBe('ready');
  });

  it('an empty text is one that was not told', () => {
    expect(studioOf({ ...row, phone: '', address: '' }, givenStudio(nothing))).toMatchObject({
      phone: null,
      address: null,
    });
  });
});

describe('who can open an address', () => {
  it.each([
    'http://localhost:4600',
    'http://127.0.0.1:4600',
    'http://127.8.0.1',
    'http://[::1]:4600',
    'http://0.0.0.0:80',
    'http://book.localhost',
    'nonsense',
  ])('I5: %s opens on this machine only', (url) => expect(reachOf(url)).toBe('machine'));

  it.each([
    'http://192.168.1.4:4600',
    'http://10.0.0.2',
    'http://172.20.0.3',
    'http://169.254.1.1',
    'http://100.64.0.1',
    'http://[fd00::1]:80',
    'http://[fe80::1]',
    'http://studio.local',
    'http://desk',
    'http://nas.lan',
    'http://nas.home.arpa',
  ])('I5: %s opens in its network only', (url) => expect(reachOf(url)).toBe('network'));

  it.each([
    'https://book.example.org',
    'http://93.184.215.14',
    'https://[2606:2800:21f::1]',
    'https://xn--bcher-kva.example',
  ])('I5: %s may open anywhere', (url) => expect(reachOf(url)).toBe('anywhere'));
});

describe('a sender', () => {
  it('is an address, with or without a name', () => {
    expect(addressOf('Studio Nord <hello@nord.example>')).toBe('hello@nord.example');
    expect(addressOf(' hello@nord.example ')).toBe('hello@nord.example');
    expect(nameOfSender('"Studio Nord" <hello@nord.example>')).toBe('Studio Nord');
    expect(nameOfSender('hello@nord.example')).toBe('');
  });

  it.each(['hello', 'a@b, c@d', 'A <a@b>, B <c@d>', 'A <a@b>\r\nBcc: c@d', 'a b@c', '<>', ''])(
    'B10: %j is none',
    (text) => expect(isSender(text)).toBe(false),
  );
});

describe('what a person types', () => {
  const told = (typed: object) => readStudioFields(typed);

  it('is kept trimmed, and what was left out stays', () => {
    expect(
      told({ name: ' Nord ', address: ' Rue 1\r\n1200 Genève ', url: 'https://nord.example/book/' }),
    ).toEqual({
      ok: true,
      value: { name: 'Nord', address: 'Rue 1\n1200 Genève', url: 'https://nord.example' },
    });
    expect(told({ phone: '', sender: '', url: '' })).toMatchObject({ ok: true });
  });

  it.each([
    { name: '' },
    { name: 'a\nb' },
    { name: 'x'.repeat(81) },
    { phone: 'call us' },
    { phone: '+41;ext=1' },
    { zone: 'Mars/Base' },
    { zone: '' },
    { language: 'de' },
    { sender: 'not an address' },
    { url: 'nord.example' },
    { url: 'javascript:alert(1)' },
    { url: 'ftp://nord.example' },
  ])('is refused when it cannot be right: %j', (typed) => expect(told(typed).ok).toBe(false));

  it.each(['+41 22 555 01 02', '022/555 01 02', '(022) 555-0102', '0041.22.555.01.02', '117'])(
    'a telephone number may be written as %s',
    (phone) => expect(told({ phone }).ok).toBe(true),
  );
});
