import { htmlText } from '@atelier/mail/html/html-text';
import { sanitiseHtml } from '@atelier/mail/html/sanitise-html';
import { oneLine } from '@atelier/mail/text/one-line';

/** So much of what a publisher writes is read for one line of ours. */
const MOST_READ = 20_000;
const MARKUP = /[<&]/;
const ENTITY = /&(?:[a-z][a-z0-9]*|#\d+|#x[0-9a-f]+);/i;

/** One line of plain text from HTML or text, entities read once more where they were written twice. */
export function plainText(written: string | null, most: number): string {
  const once = withoutMarkup((written ?? '').slice(0, MOST_READ));
  const text = oneLine(ENTITY.test(once) ? withoutMarkup(once) : once);
  const letters = [...text];
  if (letters.length <= most) return text;
  return `${letters
    .slice(0, most - 1)
    .join('')
    .trimEnd()}…`;
}

function withoutMarkup(text: string): string {
  return MARKUP.test(text) ? htmlText(sanitiseHtml(text).html) : text;
}
