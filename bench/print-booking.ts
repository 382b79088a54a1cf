import type { BookingFigures, Spread } from './booking.ts';

const MONTH_AIM_MS = 50;
const PUSH_AIM_MS = 1_000;

export function printBooking(figures: BookingFigures): void {
  const { busy, slots, month, sweep, plainRead, submit, submitsPerSecond, pages, push } = figures;
  console.log(`\nbooking: 10 artists, 31 days, ${busy} busy intervals, ${slots} free times of any artist`);
  line('month over HTTP', spread(month));
  line('the sweep alone', spread(sweep));
  line(
    'a plain indexed read',
    `${spread(plainRead)}; the month takes ${ratio(month.p50, plainRead.p50)} times that`,
  );
  line('submits', `${submitsPerSecond.toFixed(0)} a second, 20 at once; each ${spread(submit)}`);
  line(`push to ${pages} pages`, spread(push));
  aim('the month within 50 ms (p95)', month.p95 <= MONTH_AIM_MS);
  aim('every open page is told within a second', push.longest <= PUSH_AIM_MS);
}

const line = (name: string, text: string) => console.log(`  ${name.padEnd(22)} ${text}`);
const aim = (text: string, met: boolean) => line(met ? 'aim, met' : 'aim, MISSED', text);
const ms = (value: number) => `${value.toFixed(value < 10 ? 2 : 0)} ms`;
const spread = ({ p50, p95, longest }: Spread) => `p50 ${ms(p50)}, p95 ${ms(p95)}, longest ${ms(longest)}`;
const ratio = (one: number, other: number) => (one / other).toFixed(1);
