import { foldText } from '@atelier/calendar/text/fold-text';

/**
 * How well an entry fits what is typed, 0 to 1; 0: not at all. Each word that is typed begins a word of it, in any order,
 * or stands within one, which counts less.
 * @param more what it is called as well
 */
export function fit(name: string, typed: string, more: readonly string[] = []): number {
  const asked = wordsOf(typed);
  if (asked.length === 0) return 1;
  const own = wordsOf(name);
  const all = [...own, ...more.flatMap(wordsOf)];
  const found = asked.map((word) => {
    if (all.some((one) => one.startsWith(word))) return 1;
    return all.some((one) => one.includes(word)) ? 0.4 : 0;
  });
  if (found.includes(0)) return 0;
  const share = found.reduce((sum: number, one) => sum + one, 0) / found.length;
  // Whose name begins as it was typed goes first, and of those the shorter one.
  const begins = foldText(name).startsWith(foldText(typed.trim())) ? 1 : 0.7;
  return share * begins * (1 - Math.min(name.length, 80) / 1_000);
}

const wordsOf = (text: string): readonly string[] => foldText(text).match(/[\p{L}\p{N}]+/gu) ?? [];
