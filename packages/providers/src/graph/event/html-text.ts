import { Parser } from 'htmlparser2';

const BLOCKS: ReadonlySet<string> = new Set(
  'address article aside blockquote div dl dt dd fieldset footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tr ul'.split(
    ' ',
  ),
);
const UNSEEN: ReadonlySet<string> = new Set(['head', 'style', 'script', 'title', 'template']);

/**
 * What a person reads in an HTML body, block by block on lines of their own. The parser keeps no tree, so no depth of
 * nesting costs more than its length.
 */
export function htmlText(html: string): string {
  let text = '';
  let hidden = 0;
  const newLine = (): void => {
    text = text.replace(/[ \t]+$/, '');
    if (text !== '' && !text.endsWith('\n')) text += '\n';
  };
  const parser = new Parser(
    {
      onopentag(name) {
        if (UNSEEN.has(name)) hidden += 1;
        if (name === 'br') text = `${text.replace(/[ \t]+$/, '')}\n`;
        else if (BLOCKS.has(name)) newLine();
      },
      ontext(piece) {
        if (hidden > 0) return;
        const plain = piece.replace(/[ \t\r\n\f]+/g, ' ');
        text += /(?:^|\s)$/.test(text) ? plain.trimStart() : plain;
      },
      onclosetag(name) {
        if (UNSEEN.has(name)) hidden -= 1;
        if (BLOCKS.has(name)) newLine();
      },
    },
    { decodeEntities: true },
  );
  parser.end(html);
  return text.replaceAll('\u00A0', ' ').trim();
}
