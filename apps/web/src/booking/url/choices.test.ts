import { expect, test } from 'vitest';
import { readChoices, writeChoices } from './choices.ts';
import { linkTo } from './link-to.ts';
import { placeOf } from './place.ts';

const START = new Date('2026-11-24T09:00Z');

test('what is chosen is in the address, and comes back from it', () => {
  const search = writeChoices('?lang=fr', {
    service: 'a1',
    artist: 'any',
    date: '2026-11-24',
    time: START,
    step: 'review',
    zone: 'mine',
  });
  expect(search).toBe(
    '?lang=fr&service=a1&artist=any&date=2026-11-24&time=2026-11-24T09:00Z&step=review&zone=mine',
  );
  expect(readChoices(search)).toEqual({
    service: 'a1',
    artist: 'any',
    date: '2026-11-24',
    time: START,
    step: 'review',
    zone: 'mine',
  });
});

test('what is taken back leaves the address, and the rest stays', () => {
  expect(writeChoices('?service=a&time=x&embed=1', { time: null, zone: 'studio' })).toBe(
    '?service=a&embed=1',
  );
  expect(writeChoices('?time=x', { time: null })).toBe('');
});

test('nonsense in an address is no choice', () => {
  const none = { service: null, artist: null, date: null, time: null, step: null, zone: 'studio' };
  expect(readChoices('?date=2026-02-30&time=tomorrow&step=paid&zone=moon')).toEqual(none);
  expect(readChoices('?time=2026-13-45T99:99Z')).toEqual(none);
});

test('the second hour of an autumn night has an address of its own (case 2)', () => {
  const [summer, winter] = ['2026-10-25T00:30Z', '2026-10-25T01:30Z'].map((text) =>
    readChoices(writeChoices('', { time: new Date(text) })).time?.toISOString(),
  );
  expect(summer).not.toBe(winter);
});

test.each([
  ['/book', { page: 'book', artist: null }],
  ['/book/', { page: 'book', artist: null }],
  ['/book/lea', { page: 'book', artist: 'lea' }],
  ['/booking/abc', { page: 'booking', token: 'abc' }],
  ['/booking', { page: 'lost' }],
  ['/idea', { page: 'idea' }],
  ['/idea/abc', { page: 'inquiry', token: 'abc' }],
  ['/book/lea/more', { page: 'lost' }],
  ['/book/%E0%A4%A', { page: 'book', artist: '%E0%A4%A' }],
])('%s is a page', (path, place) => {
  expect(placeOf(path)).toEqual(place);
});

test('language and frame go along to other pages; choices do not', () => {
  expect(linkTo('/idea', '?lang=fr&service=a&embed=1', { artist: 'lea' })).toBe(
    '/idea?artist=lea&lang=fr&embed=1',
  );
  expect(linkTo('/book', '?service=a')).toBe('/book');
});
