import { CALDAV, caldav, DAV, type DavElement, dav, hrefsIn } from './dav-element.ts';
import { ELEMENT_LIMITS } from './element-limits.ts';
import { readChildren } from './read-children.ts';

/** What a DAV error body says (RFC 4918 16). */
export interface ErrorBody {
  /** `{namespace}name` of each condition. */
  readonly preconditions: ReadonlySet<string>;
  /** The object that has the UID already, as the server spells it (RFC 4791 5.3.2.1); null when it does not say. */
  readonly holder: string | null;
  /** What sabre/dav puts into words; null from other servers. */
  readonly message: string | null;
}

/** An error body that says anything says it in this many bytes. */
const ENOUGH = 64 * 1024;
const SABRE_MESSAGE = '{http://sabredav.org/ns}message';
const LONGEST_MESSAGE = 200;

/** A body that is no such document, or breaks off, yields what could be read of it: the status has said the main thing. */
export async function readErrorBody(
  source: AsyncIterable<Uint8Array>,
  contentType: string | undefined,
): Promise<ErrorBody> {
  const elements: DavElement[] = [];
  try {
    const children = readChildren(firstBytes(source), contentType, ELEMENT_LIMITS, () => undefined);
    for await (const element of children) elements.push(element);
  } catch {
    // An error page in HTML, or nothing at all.
  }
  return errorBody(elements);
}

/** The same from elements that were read already, those inside the `<d:error>` of a multistatus. */
export function errorBody(elements: readonly DavElement[]): ErrorBody {
  const conflict = elements.find(({ name }) => UID_CONDITIONS.has(name));
  const message = plainWords(elements.find(({ name }) => name === SABRE_MESSAGE)?.text ?? '');
  return {
    // sabre/dav has words of its own in there too, which are no conditions.
    preconditions: new Set(elements.map(({ name }) => name).filter(isCondition)),
    holder: hrefsIn(conflict)[0] ?? null,
    message: message === '' ? null : message,
  };
}

function isCondition(name: string): boolean {
  return name.startsWith(`{${DAV}}`) || name.startsWith(`{${CALDAV}}`);
}

/** People read it in Atelier: no markup, no paths of the server, nothing that might be a key, and not much of it. */
function plainWords(text: string): string {
  const words = text
    .slice(0, MOST_READ)
    .replace(/<[^>]*>/g, ' ')
    .split(/[\s\p{Cc}]+/u)
    .filter((word) => word !== '')
    .map((word) => (/[/\\]./.test(word) || word.length > LONGEST_WORD ? '…' : word))
    .join(' ');
  return words.length > LONGEST_MESSAGE ? `${words.slice(0, LONGEST_MESSAGE)}…` : words;
}

const LONGEST_WORD = 40;
/** Each opening bracket has the rest of the text searched for its closing one. */
const MOST_READ = 2_000;

/** RFC 4791 5.3.2.1; Cyrus says the second, of any calendar of the account (RFC 6638 3.2.4.1). */
export const UID_CONDITIONS: ReadonlySet<string> = new Set([
  caldav('no-uid-conflict'),
  caldav('unique-scheduling-object-resource'),
]);

export const NEED_PRIVILEGES = dav('need-privileges');

async function* firstBytes(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let left = ENOUGH;
  for await (const chunk of source) {
    yield chunk.subarray(0, left);
    left -= chunk.byteLength;
    if (left <= 0) return;
  }
}
