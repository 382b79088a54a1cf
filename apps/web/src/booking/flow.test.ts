import { describe, expect, test } from 'vitest';
import { flowOf, stepBack } from './flow.ts';
import { readChoices } from './url/choices.ts';

const service = (id: string, name: string, minutes: number, price: string) => ({
  id,
  name,
  minutes,
  price,
  description: '',
  deposit: 'CHF 50',
  confirmsAtOnce: false,
  questions: [],
});
const artist = (slug: string, zone: string, services: ReturnType<typeof service>[]) => ({
  slug,
  name: slug,
  bio: '',
  cutOffMinutes: 1_440,
  zone,
  picture: null,
  services,
});
const offer = {
  name: 'Atelier',
  address: null,
  phone: null,
  language: 'en' as const,
  mails: true,
  writeTo: null,
  zone: 'Europe/Zurich',
  artists: [
    artist('lena', 'Europe/Zurich', [
      service('l1', 'Small', 60, 'CHF 150'),
      service('l2', 'Day', 360, 'CHF 900'),
    ]),
    artist('marco', 'Europe/London', [service('m1', 'Small', 60, 'CHF 180')]),
  ],
};
const flow = (search: string, fixed: string | null = null) => flowOf(offer, fixed, readChoices(search));

describe('services', () => {
  test('of the same name and length are one entry, without a price that is not everybody’s', () => {
    expect(flow('').entries.map(({ name, price, deposit }) => [name, price, deposit])).toEqual([
      ['Small', null, 'CHF 50'],
      ['Day', 'CHF 900', 'CHF 50'],
    ]);
  });
  test('of one artist are theirs alone', () => {
    expect(flow('', 'marco').entries.map(({ price }) => price)).toEqual(['CHF 180']);
  });
  test('that are gone are said to be (case 55)', () => {
    expect(flow('?service=old')).toMatchObject({ step: 'service', gone: true });
  });
});

describe('the steps', () => {
  test('go from service to artist to time', () => {
    expect(flow('').step).toBe('service');
    expect(flow('?service=l1')).toMatchObject({ step: 'artist', artist: null });
    expect(flow('?service=l1&artist=any')).toMatchObject({ step: 'time', artist: 'any', serviceId: 'l1' });
  });
  test('leave the artist out where only one offers it, or it is their own page', () => {
    expect(flow('?service=l2')).toMatchObject({ step: 'time', artist: { slug: 'lena' }, serviceId: 'l2' });
    expect(flow('?service=m1', 'marco')).toMatchObject({ step: 'time', serviceId: 'm1' });
    expect(flow('?service=m1', 'marco').steps).not.toContain('artist');
  });
  test('go no further than what has been chosen', () => {
    expect(flow('?service=l1&artist=lena&step=review').step).toBe('time');
    expect(flow('?service=l1&artist=lena&step=review&time=2026-11-24T09:00Z').step).toBe('review');
  });
});

test('one step back takes back one choice', () => {
  const before = (search: string, fixed: string | null = null) => stepBack(flow(search, fixed));
  expect(before('?service=l1&artist=lena')).not.toHaveProperty('service');
  expect(before('?service=l1&artist=lena')).toMatchObject({ artist: null, time: null });
  expect(before('?service=m1', 'marco')).toMatchObject({ service: null });
  expect(before('?service=l1')).toMatchObject({ service: null });
  expect(before('?service=l1&artist=lena&time=2026-11-24T09:00Z&step=review')).toEqual({ step: 'details' });
});

test('an artist’s own service is asked for, whichever one of the entry was linked to', () => {
  expect(flow('?service=l1&artist=lena').serviceId).toBe('l1');
  expect(flow('?service=m1&artist=marco')).toMatchObject({ serviceId: 'm1', zone: 'Europe/London' });
});
