import { convert } from 'html-to-text';
import { cutText } from '../text/storable.ts';

/** Of HTML, in characters; the library would say on the console that it cuts. */
const MOST = 1_000_000;

/** What a message says, of HTML that was sanitised before: nested without bounds it would overflow the stack. */
export function htmlText(safeHtml: string): string {
  return convert(cutText(safeHtml, MOST), {
    wordwrap: false,
    limits: { maxDepth: 150, ellipsis: '…' },
    selectors: [
      { selector: 'img', format: 'skip' },
      { selector: 'a', options: { ignoreHref: true } },
      ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({
        selector,
        options: { uppercase: false },
      })),
      { selector: 'table', format: 'block' },
    ],
  }).trim();
}
