import type { PageCost } from './measure-page.ts';
import type { WebResult } from './web.ts';

const ms = (value: number) => `${Math.round(value)} ms`;
const kB = (bytes: number) => `${Math.round(bytes / 1_000)} kB`;

export function printWeb({ events, calendars, atelier, plain }: WebResult): void {
  console.log(`\nweb: the month of ${events} events in ${calendars} calendars, beside FullCalendar alone`);
  const row = (name: string, key: keyof PageCost, unit: (value: number) => string) =>
    console.log(
      `  ${name.padEnd(26)} ${unit(atelier[key])}, alone ${unit(plain[key])}: ${(atelier[key] / plain[key]).toFixed(1)}x`,
    );
  row('first paint of the month', 'paintMs', ms);
  row('switch of the view, p50', 'switchP50', ms);
  row('switch of the view, p95', 'switchP95', ms);
  row('processor, first paint', 'paintCpuMs', ms);
  row('processor, a switch', 'switchCpuMs', ms);
  row('longest task', 'longestMs', ms);
  row('scripts, compressed', 'scriptBytes', kB);
  row('answers, compressed', 'dataBytes', kB);
  for (const [aim, met] of aims(atelier)) console.log(`  ${met ? 'aim, met' : 'aim, MISSED'}   ${aim}`);
}

function aims({ paintMs, switchP95, scriptBytes, dataBytes }: PageCost): readonly [string, boolean][] {
  return [
    ['the month within 0.8 s', paintMs <= 800],
    ['a switch within 100 ms (p95)', switchP95 <= 100],
    ['scripts of the route within 300 kB', scriptBytes <= 300_000],
    ['answers within 150 kB', dataBytes <= 150_000],
  ];
}
