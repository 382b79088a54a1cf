import type { SearchFigures } from './search.ts';

const AIM_MS = 150;

export function printSearch({ events, occurrences, searches }: SearchFigures): void {
  console.log(`\nsearch: ${events} events, ${occurrences} occurrences stored`);
  for (const { asked, found, more, p50, p95 } of searches) {
    const times = `p50 ${p50.toFixed(0)} ms, p95 ${p95.toFixed(0)} ms`;
    console.log(`  ${asked.padEnd(22)} ${times}; ${found} shown${more ? ' of very many' : ''}`);
  }
  const met = searches.every(({ p95 }) => p95 <= AIM_MS);
  console.log(`  ${(met ? 'aim, met' : 'aim, MISSED').padEnd(22)} every search within ${AIM_MS} ms (p95)`);
}
