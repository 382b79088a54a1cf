import { convert } from 'html-to-text';

/** What a message says, of HTML that was sanitised before: nested without bounds it would overflow the stack. */
export function htmlText(safeHtml: string): string {
  return convert(safeHtml, {
    wordwrap: false,
    limits: { maxInputLength: 1_000_000, maxDepth: 150, ellipsis: '…' },
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
