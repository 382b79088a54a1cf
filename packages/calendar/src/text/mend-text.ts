export interface MendedText {
  readonly text: string;
  readonly repaired: boolean;
}

// A byte order mark, also one that was read as Latin-1 on the way.
const BYTE_ORDER_MARK = /^(?:\uFEFF|ï»¿)+/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const CONTROL = /[\0-\x08\x0B\x0C\x0E-\x1F\x7F]/;

/** Takes away what iCalendar forbids everywhere (RFC 5545, 3.1) and what no reader can use. */
export function mendText(source: string): MendedText {
  const unmarked = source.replace(BYTE_ORDER_MARK, '');
  let text = unmarked.trimStart();
  const leading = unmarked.length - text.length;
  if (CONTROL.test(text)) text = text.replace(new RegExp(CONTROL, 'g'), '');
  // A lone CR ended lines on old systems. XML turns CRLF into LF on its way: that is nobody's mistake.
  if (/\r(?!\n)/.test(text)) text = text.replace(/\r\n?/g, '\n');
  return { text, repaired: text.length + leading !== source.length || /\r(?!\n)/.test(source) };
}
