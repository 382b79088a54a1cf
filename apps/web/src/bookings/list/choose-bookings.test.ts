import { expect, test } from 'vitest';
import type { BookingState } from '../../api/answers.ts';
import { chooseBookings } from './choose-bookings.ts';

const now = new Date('2026-11-21T12:00:00Z');

function booking(name: string, state: BookingState, start: string, more: object = {}) {
  const startsAt = new Date(start);
  return {
    state,
    start: startsAt,
    end: new Date(startsAt.getTime() + 3_600_000),
    trouble: null,
    artist: 'lea',
    artistName: 'Léa',
    client: { name, email: `${name.toLowerCase()}@example.com`, phone: '079 123 45 67' },
    service: 'Small tattoo',
    note: null,
    ...more,
  };
}

const zoe = booking('Zoé', 'REQUESTED', '2026-11-25T09:00:00Z');
const max = booking('Max', 'CONFIRMED', '2026-11-23T09:00:00Z');
const ida = booking('Ida', 'CONFIRMED', '2026-11-20T09:00:00Z');
const eva = booking('Eva', 'CONFIRMED', '2026-11-24T09:00:00Z', {
  trouble: { code: 'time-claimed', given: null, message: 'Taken.' },
});
const all = [zoe, max, ida, eva];
const names = (tab: 'waiting' | 'upcoming' | 'past' | 'all', words = '') =>
  chooseBookings(all, tab, words, now).map(({ client }) => client.name);

test('what waits is a request, or an appointment that a person has to look at', () => {
  expect(names('waiting')).toEqual(['Eva', 'Zoé']);
});

test('what comes is by time, what has been is the latest first', () => {
  expect(names('upcoming')).toEqual(['Max', 'Eva']);
  expect(names('past')).toEqual(['Ida']);
  expect(names('all')).toEqual(['Zoé', 'Eva', 'Max', 'Ida']);
});

test('a search knows no accents and no spaces in numbers, and wants every word', () => {
  expect(names('all', 'zoe')).toEqual(['Zoé']);
  expect(names('all', '0791234567 max')).toEqual(['Max']);
  expect(names('all', 'lea tattoo')).toHaveLength(4);
  expect(names('all', 'lea piercing')).toEqual([]);
});
