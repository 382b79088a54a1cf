import { isWord } from '../text/tokens.ts';
import type { Reading } from './reading.ts';

/** Not a mark that belongs to what follows it: `/work`, of a calendar that is not known. */
const BEFORE = /^(?:[\s,;:.)\]–—|>-]|\/(?![\p{L}\p{N}]))+/u;
const BEHIND = /[\s,;:([–—/|<-]+$/;

/** What is left of a sentence: its words in their order, without the glue of what was taken out. */
export function titleOf(reading: Reading, claimed: (at: number) => boolean): string {
  const { tokens, sentence } = reading;
  const runs = runsOf(tokens.length, (at) => !claimed(at)).map((run, index) =>
    trimmed(reading, run, index === 0),
  );
  return runs
    .flatMap(({ at, to }) => {
      const [first, last] = [tokens[at], tokens[to - 1]];
      return first && last && to > at ? [{ at, to, text: sentence.slice(first.from, last.to) }] : [];
    })
    .map(({ at, to, text }) => {
      const left = at === 0 ? text : text.replace(BEFORE, '');
      return to === tokens.length ? left : left.replace(BEHIND, '');
    })
    .filter((text) => text !== '')
    .join(' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

interface Run {
  readonly at: number;
  readonly to: number;
}

function runsOf(count: number, isIn: (at: number) => boolean): readonly Run[] {
  const runs: Run[] = [];
  for (let at = 0; at < count; at += 1) {
    if (!isIn(at)) continue;
    const before = runs.at(-1);
    if (before?.to === at) runs[runs.length - 1] = { at: before.at, to: at + 1 };
    else runs.push({ at, to: at + 1 });
  }
  return runs;
}

/** Glue goes where something was taken out beside it; in front, where nothing is left before it. */
function trimmed({ tokens, habits }: Reading, { at, to }: Run, isFirst: boolean): Run {
  let [first, last] = [at, to];
  while (to < tokens.length && last > first && isGlue(tokens[last - 1], habits.trailing)) last -= 1;
  if (at > 0 && isFirst) while (first < last && isGlue(tokens[first], habits.leading)) first += 1;
  return { at: first, to: last };
}

function isGlue(token: Reading['tokens'][number] | undefined, glue: ReadonlySet<string>): boolean {
  return (
    token !== undefined &&
    !(token.glued && isWord(token)) &&
    glue.has(token.plain) &&
    !(isWord(token) && token.capital && token.text.length > 1 && token.from > 0)
  );
}
