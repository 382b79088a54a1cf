import { expect, test } from 'vitest';
import { readChoices } from '../../booking/url/choices.ts';
import { offerText } from './offer-text.ts';

test('M10 each offered time has an address at which the booking page has it chosen', () => {
  const start = new Date('2027-03-12T23:30:00Z');
  const text = offerText({
    lead: 'Free:',
    origin: 'https://studio.example',
    artist: { slug: 'léa', zone: 'Europe/Zurich' },
    serviceId: 'a1',
    times: [{ start, said: 'Sat 13 Mar, 00:30 – 01:30' }],
  });
  const [, , said = '', link = ''] = text.split('\n');
  expect(said).toBe('• Sat 13 Mar, 00:30 – 01:30');
  const url = new URL(link.trim());
  expect(url.pathname).toBe('/book/l%C3%A9a');
  expect(readChoices(url.search)).toMatchObject({ service: 'a1', date: '2027-03-13', time: start });
});
