interface Stretch {
  readonly from: number;
  readonly to: number;
}

/**
 * The stretches of a text where they stand after it was typed in; one that was typed into is gone. Where letters repeat it
 * is not known which were typed: what keeps more of them is taken.
 */
export function movedSpans<Span extends Stretch>(
  spans: readonly Span[],
  before: string,
  after: string,
): readonly Span[] {
  const most = Math.min(before.length, after.length);
  const head = alike(most, (at) => before[at] === after[at]);
  const tail = alike(most, (at) => before.at(-1 - at) === after.at(-1 - at));
  const headFirst = kept(spans, { before, after, head, tail: Math.min(tail, most - head) });
  const tailFirst = kept(spans, { before, after, head: Math.min(head, most - tail), tail });
  return tailFirst.length > headFirst.length ? tailFirst : headFirst;
}

function alike(most: number, isAlike: (at: number) => boolean): number {
  let count = 0;
  while (count < most && isAlike(count)) count += 1;
  return count;
}

interface Edit {
  readonly before: string;
  readonly after: string;
  /** How many characters at either end were left alone. */
  readonly head: number;
  readonly tail: number;
}

function kept<Span extends Stretch>(
  spans: readonly Span[],
  { before, after, head, tail }: Edit,
): readonly Span[] {
  const by = after.length - before.length;
  return spans.flatMap((span) => {
    if (span.to <= head) return isWithinWord(after, span.to) ? [] : [span];
    const from = span.from + by;
    const isBehind = span.from >= before.length - tail && !isWithinWord(after, from);
    return isBehind ? [{ ...span, from, to: span.to + by }] : [];
  });
}

/** Of a word that was typed on, nobody has said what it does not mean. */
function isWithinWord(text: string, at: number): boolean {
  const isPart = (index: number) => /[\p{L}\p{N}]/u.test(text[index] ?? '');
  return isPart(at - 1) && isPart(at);
}
