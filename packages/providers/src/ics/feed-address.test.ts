import { expect, test } from 'vitest';
import { feedId, feedSecret, maskedAddress, storedFeed, typedFeed } from './feed-address.ts';
import { restSeconds } from './feed-calendar.ts';

const typed = (address: string, username = '', password = '') =>
  typedFeed({ kind: 'ics', address, credential: { kind: 'password', username, password } });

test.for([
  ['webcal://shop.example/a.ics?key=1', 'https://shop.example/a.ics?key=1'],
  ['webcals://shop.example/a.ics', 'https://shop.example/a.ics'],
  ['  <https://shop.example/a.ics>, ', 'https://shop.example/a.ics'],
  ['shop.example/a.ics', 'https://shop.example/a.ics'],
  ['http://shop.example:8080/a.ics#top', 'http://shop.example:8080/a.ics'],
])('reads %s', ([text = '', url]) => {
  expect(typed(text).url.href).toBe(url);
});

test.for(['', 'ftp://shop.example/a.ics', 'javascript://x', 'https://'])('refuses %j', (text) => {
  expect(() => typed(text)).toThrow(expect.objectContaining({ kind: 'bad-address' }));
});

test('S14: one secret stands for address and sign-in, and comes back as it was', () => {
  const feed = typed('https://shop.example/secret-key/a.ics', 'lea@shop', 'pä:ss/w?rd');
  const secret = feedSecret(feed);
  expect(secret.username).toBe('');
  expect(storedFeed(secret)).toEqual(feed);
  expect(typed('ignored', secret.username, secret.password)).toEqual(feed);
  expect(maskedAddress(feed) + feedId(feed)).not.toMatch(/secret-key|lea|ss/);
  expect(feedId(feed)).toBe(feedId(typed('webcal://shop.example/secret-key/a.ics')));
});

test('a publisher’s wish for its pace holds between a quarter of an hour and a day', () => {
  expect(['PT1M', 'PT12H', 'P30D', 'soon', null].map(restSeconds)).toEqual([900, 43_200, 86_400, 900, 900]);
});
