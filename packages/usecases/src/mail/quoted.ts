import { plainText } from '../plain-text.ts';

/** What somebody wrote, each line behind a mark: it can never pass for words, or for a link, of ours. */
export function quoted(text: string): string {
  return plainText(text)
    .split('\n')
    .map((line) => `> ${line}`.trimEnd())
    .join('\n');
}
