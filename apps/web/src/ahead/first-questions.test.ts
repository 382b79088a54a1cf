import { describe, expect, it } from 'vitest';
import { createApiClient } from '../api/client.ts';
import { addressesOf, OF_EVERY_PAGE, shownFirst } from './first-questions.ts';

const ORIGIN = 'https://studio.test';
const range = { from: new Date('2027-02-22T00:00:00Z'), to: new Date('2027-04-13T00:00:00Z') };

/** Where tRPC itself asks. */
async function askedAt(): Promise<readonly string[]> {
  const addresses: string[] = [];
  const fetch = async (input: RequestInfo | URL) => {
    addresses.push(String(input));
    return new Response('{}', { status: 500 });
  };
  const client = createApiClient(ORIGIN, { fetch });
  const { people, studio, calendars, agenda } = client;
  const questions = {
    'people.me': () => people.me.query(),
    'studio.facts': () => studio.facts.query(),
    'calendars.list': () => calendars.list.query(),
  };
  await Promise.allSettled([
    ...OF_EVERY_PAGE.map((path) => questions[path]()),
    agenda.events.query({ from: range.from, to: range.to }),
  ]);
  return addresses;
}

describe('what is asked before the page is there', () => {
  it('I7 is asked at the very addresses at which the page asks, so that nothing is asked twice', async () => {
    expect(addressesOf(ORIGIN, range).toSorted()).toEqual((await askedAt()).toSorted());
  });

  it('I7 is the month of the address, or what the device usually shows of today', () => {
    const today = () => Temporal.PlainDate.from('2027-03-10');
    expect(shownFirst({ view: 'month', date: '2027-03-10' }, { phone: false, today })).toEqual(range);
    expect(shownFirst({}, { phone: true, today })).toEqual({
      from: new Date('2027-03-09T00:00:00Z'),
      to: new Date('2027-03-25T00:00:00Z'),
    });
  });
});
