import type { StudioBooking } from '../../api/answers.ts';
import type { BookingTab } from '../booking-search.ts';

type Listed = Pick<
  StudioBooking,
  'state' | 'start' | 'end' | 'trouble' | 'artist' | 'artistName' | 'client' | 'service' | 'note'
>;

/** Whether a booking belongs under a tab. What needs a person's look waits for them, whatever its state. */
export function belongsTo({ state, end, trouble }: Listed, tab: BookingTab, now: Date): boolean {
  if (tab === 'all') return true;
  if (tab === 'waiting') return state === 'REQUESTED' || trouble !== null;
  if (tab === 'upcoming') return state === 'CONFIRMED' && end > now;
  return end <= now;
}

/** The bookings under a tab that match, by time: what comes next first, of what has been the latest first. */
export function chooseBookings<Booking extends Listed>(
  bookings: readonly Booking[],
  tab: BookingTab,
  words: string,
  now: Date,
): readonly Booking[] {
  const wanted = plain(words).split(/\s+/).filter(Boolean);
  const order = tab === 'past' || tab === 'all' ? -1 : 1;
  return bookings
    .filter((booking) => belongsTo(booking, tab, now))
    .filter((booking) => wanted.every((word) => searched(booking).includes(word)))
    .toSorted((a, b) => order * (a.start.getTime() - b.start.getTime()));
}

function searched({ client, service, artistName, note }: Listed): string {
  // People type numbers with and without the spaces.
  const phone = client.phone ? `${client.phone} ${client.phone.replaceAll(/[^+\d]/g, '')}` : '';
  return plain([client.name, client.email, phone, service, artistName, note ?? ''].join(' '));
}

/** Lower case without accents. */
function plain(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
