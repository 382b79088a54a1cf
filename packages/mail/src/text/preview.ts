import { cutText } from './storable.ts';

const MOST = 160;
/** What stands further down is no beginning, however long the quotes above it are. */
const MOST_READ = 20_000;

/** The beginning of what somebody wrote, in one line: quotes and signature are left out. */
export function preview(text: string): string {
  const own = withoutSignature(cutText(text, MOST_READ))
    .split('\n')
    .filter((line) => !/^\s*>/.test(line))
    .join(' ');
  const line = own
    .slice(0, 4_000)
    .replaceAll(/[\s\p{C}]+/gu, ' ')
    .trim();
  return line.length <= MOST
    ? line
    : `${[...line]
        .slice(0, MOST - 1)
        .join('')
        .trimEnd()}…`;
}

/** A line of two dashes and a space begins it (RFC 3676, 4.3). */
export function withoutSignature(text: string): string {
  const at = text.search(/^-- \r?$/m);
  return at === -1 ? text : text.slice(0, at);
}
