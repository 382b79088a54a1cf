import { spansOf } from '@atelier/calendar/text/fold-text';

/** A text in which the words that were looked for are marked, whatever their accents. */
export function MarkedText({ text, words }: { readonly text: string; readonly words: readonly string[] }) {
  const spans = spansOf(text, words);
  const ends = [0, ...spans.map(({ to }) => to)];
  return (
    <>
      {spans.map(({ from, to }, n) => (
        <span key={from}>
          {text.slice(ends[n], from)}
          <mark className="rounded-sm bg-accent/25 text-inherit">{text.slice(from, to)}</mark>
        </span>
      ))}
      {text.slice(ends.at(-1))}
    </>
  );
}
