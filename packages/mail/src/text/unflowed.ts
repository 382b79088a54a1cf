interface Line {
  readonly depth: number;
  readonly text: string;
}

/**
 * Paragraphs as they were typed, of a text that its program has broken into lines (RFC 3676). Quotes stay apart by their
 * depth, and a signature is never joined to what stands above it.
 * @param delSp the space at the end of a line belongs to the break, not to the text.
 */
export function unflowed(text: string, delSp: boolean): string {
  const whole: Line[] = [];
  let open: Line | null = null;
  for (const line of text.split(/\r?\n/).map(lineOf)) {
    const joined: Line =
      open && open.depth === line.depth && line.text !== SIGNATURE
        ? { ...line, text: open.text + line.text }
        : line;
    if (open && joined === line) whole.push(open);
    const flows: boolean = line.text !== SIGNATURE && line.text.endsWith(' ');
    open = flows ? { ...joined, text: delSp ? joined.text.slice(0, -1) : joined.text } : null;
    if (!flows) whole.push(joined);
  }
  if (open) whole.push(open);
  return whole.map(written).join('\n');
}

const SIGNATURE = '-- ';

/** One space at the beginning is there to keep the line apart from quotes and from old mailboxes. */
function lineOf(line: string): Line {
  const depth = /^>*/.exec(line)?.[0].length ?? 0;
  const text = line.slice(depth);
  return { depth, text: text.startsWith(' ') ? text.slice(1) : text };
}

function written({ depth, text }: Line): string {
  return depth > 0 ? `${'>'.repeat(depth)} ${text}`.trimEnd() : text;
}
