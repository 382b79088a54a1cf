import type { BookingWords } from '@atelier/words/booking/en';
import type { Formats } from '../../../time/formats.ts';
import type { ShownSlot } from './slot-board.ts';

type Gone = Pick<ShownSlot, 'start' | 'end' | 'why'>;

/** How a time that has gone is marked, by why it has: what was not told is not guessed. */
export function goneMark({ why }: Gone, { time }: BookingWords): string {
  return why === null ? time.goneWhy.untold : time.goneWhy[why.reason];
}

/** All that has just gone in one sentence, however many times it is: ten that one booking takes are one thing. */
export function goneSentence(
  gone: readonly Gone[],
  { time: words }: BookingWords,
  formats: Formats,
  zone: string,
): string | null {
  // Time itself goes by: nobody has taken these.
  const taken = gone.filter(({ why }) => why?.reason !== 'NOTICE');
  const [first] = taken;
  const last = taken.at(-1);
  if (!first || !last) return null;
  const time = (at: Date) => formats.time(at, zone);
  const held = heldSpan(taken);
  if (held) return words.heldSaid({ from: time(held.start), to: time(held.end) });
  const closed = taken.every(({ why }) => why?.reason === 'CLOSED' || why?.reason === 'OFFGRID');
  if (closed) return words.closedSaid;
  const certain = taken.every(({ why }) => why?.reason === 'BUSY' || why?.reason === 'BUFFER');
  if (taken.length === 1) return (certain ? words.goneSaid : words.notFreeSaid)({ time: time(first.start) });
  return words.manyGoneSaid({ count: taken.length, from: time(first.start), to: time(last.end) });
}

/** What is being booked, where that alone is why all of them have gone. */
export function heldSpan(gone: readonly Gone[]): { readonly start: Date; readonly end: Date } | null {
  const holds = gone.map(({ why }) => why?.held ?? null);
  const [first] = holds;
  if (!first || holds.some((hold) => hold === null)) return null;
  const times = holds.flatMap((hold) => (hold ? [hold] : []));
  return {
    start: new Date(Math.min(...times.map(({ start }) => start.getTime()))),
    end: new Date(Math.max(...times.map(({ end }) => end.getTime()))),
  };
}

export function backSentence(
  back: readonly Gone[],
  { time: words }: BookingWords,
  formats: Formats,
  zone: string,
): string | null {
  const [first] = back;
  const last = back.at(-1);
  if (!first || !last) return null;
  const [from, to] = [formats.time(first.start, zone), formats.time(last.end, zone)];
  return back.length === 1
    ? words.backSaid({ time: from })
    : words.manyBackSaid({ count: back.length, from, to });
}
