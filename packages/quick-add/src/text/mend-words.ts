import type { Token } from './tokens.ts';

const SHORTEST = 5;

/** Words of the calendar with one slip of the finger in them: wendesday, dmeain. What is a word of its own stays. */
export function mendWords(tokens: readonly Token[], known: readonly string[]): readonly Token[] {
  return tokens.map((token) => {
    if (token.plain.length < SHORTEST || token.number !== null || known.includes(token.plain)) return token;
    const meant = known.find((word) => word.length > SHORTEST && isSlip(token.plain, word));
    return meant === undefined ? token : { ...token, plain: meant };
  });
}

/** Two neighbours exchanged, or one letter left out, doubled or struck wrongly; the first letter is right. */
function isSlip(typed: string, meant: string): boolean {
  if (Math.abs(typed.length - meant.length) > 1 || typed[0] !== meant[0]) return false;
  // A plural is another word.
  if (typed === `${meant}s`) return false;
  let at = 0;
  while (typed[at] === meant[at] && at < meant.length) at += 1;
  const [rest, wanted] = [typed.slice(at), meant.slice(at)];
  const swapped = `${rest[1] ?? ''}${rest[0] ?? ''}${rest.slice(2)}`;
  return (
    swapped === wanted ||
    rest.slice(1) === wanted ||
    rest === wanted.slice(1) ||
    rest.slice(1) === wanted.slice(1)
  );
}
