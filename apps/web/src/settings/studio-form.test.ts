import { describe, expect, it } from 'vitest';
import type { StudioSettings } from '../api/answers.ts';
import { studioForm, toldOf, typedOf } from './studio-form.ts';

const open: StudioSettings = {
  name: 'Atelier',
  address: null,
  phone: null,
  zone: 'Etc/UTC',
  language: 'en',
  sender: null,
  senderRead: true,
  replies: 'artist',
  url: 'http://localhost:4600',
  mail: 'no-server',
  standing: 'open',
  reach: 'machine',
  fixed: {},
  urlTold: false,
  artistsZone: null,
};
const guesses = { zone: 'Europe/Zurich', language: 'fr', origin: 'http://localhost:4600' } as const;

describe('what a first run suggests', () => {
  it('I5: the browser’s zone and language, never the machine’s', () => {
    expect(typedOf(open, guesses)).toMatchObject({
      name: '',
      zone: 'Europe/Zurich',
      language: 'fr',
      url: '',
    });
  });

  it('I5: the zone that all artists have already, where there are some', () => {
    expect(typedOf({ ...open, artistsZone: 'Asia/Tokyo' }, guesses).zone).toBe('Asia/Tokyo');
  });

  it('I5: this page’s address, unless it is this machine’s own', () => {
    expect(typedOf(open, { ...guesses, origin: 'http://192.168.1.4:4600' }).url).toBe(
      'http://192.168.1.4:4600',
    );
    expect(typedOf(open, { ...guesses, origin: 'http://127.0.0.1:4600' }).url).toBe('');
  });

  it('I5: what the environment has set, and sends none of it', () => {
    const fixed = { ...open, name: 'Nord', zone: 'Asia/Tokyo', fixed: { name: 'A', zone: 'B' } };
    const typed = typedOf(fixed, guesses);
    expect(typed).toMatchObject({ name: 'Nord', zone: 'Asia/Tokyo' });
    expect(Object.keys(toldOf(typed, fixed))).not.toEqual(expect.arrayContaining(['name']));
    expect(toldOf(typed, fixed)).not.toHaveProperty('zone');
  });

  it('what was told stays what it is', () => {
    const told: StudioSettings = {
      ...open,
      standing: 'told',
      name: 'Nord',
      zone: 'Asia/Tokyo',
      phone: '117',
    };
    expect(typedOf(told, guesses)).toMatchObject({
      name: 'Nord',
      zone: 'Asia/Tokyo',
      phone: '117',
      language: 'en',
    });
  });
});

describe('what may be typed', () => {
  const good = { ...typedOf(open, guesses), name: 'Nord' };
  it.each([
    {},
    { phone: '+41 22 555 01 02', sender: 'hello@nord.example', url: 'https://nord.example' },
    { sender: 'Nord <hello@nord.example>', address: 'Rue 1\n1200 Genève' },
  ])('%j', (more) => expect(studioForm.safeParse({ ...good, ...more }).success).toBe(true));

  it.each([
    { name: ' ' },
    { zone: 'Mars/Base' },
    { phone: 'call us' },
    { sender: 'nobody' },
    { url: 'nord.example' },
    { url: 'javascript:alert(1)' },
  ])('and not %j', (more) => expect(studioForm.safeParse({ ...good, ...more }).success).toBe(false));
});
