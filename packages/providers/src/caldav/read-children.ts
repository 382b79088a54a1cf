import { setImmediate as nextTurn } from 'node:timers/promises';
import { SaxesParser } from 'saxes';
import { malformed, tooLarge } from '../http/classify.ts';
import type { DavElement } from './dav-element.ts';
import { decodeText } from './decode-text.ts';
import { createElementBuilder, type ElementLimits } from './element-builder.ts';

/**
 * The children of an XML document's root, each as soon as its bytes have arrived: memory holds one child
 * at a time, and the event loop gets a turn after each slice. `onRoot` may throw to refuse the document.
 * Throws ProviderFailure `malformed` when the XML is broken, cut short, or carries a DOCTYPE, and
 * `too-large` over the limits.
 */
export async function* readChildren(
  source: AsyncIterable<Uint8Array>,
  contentType: string | undefined,
  limits: ElementLimits,
  onRoot: (name: string) => void,
): AsyncGenerator<DavElement> {
  const children: DavElement[] = [];
  const parser = createParser(limits, onRoot, (element) => children.push(element));
  for await (const text of decodeText(source, contentType)) {
    parser.write(text);
    yield* children.splice(0);
    await nextTurn();
  }
  parser.close();
  yield* children;
}

interface SliceParser {
  write(text: string): void;
  close(): void;
}

/** The parser holds one run of text, comment or attribute whole, so its length is capped at this multiple of the text cap. */
const RUN_FACTOR = 4;

function createParser(
  limits: ElementLimits,
  onRoot: (name: string) => void,
  onChild: (element: DavElement) => void,
): SliceParser {
  const parser = new SaxesParser({ xmlns: true, position: false });
  const builder = createElementBuilder(limits, onRoot, onChild);
  let run = 0;
  const heard =
    <T>(handle: (event: T) => void) =>
    (event: T): void => {
      run = 0;
      handle(event);
    };
  parser.on('opentag', heard(builder.open));
  parser.on('closetag', heard(builder.close));
  parser.on('text', heard(builder.text));
  parser.on('cdata', heard(builder.text));
  parser.on('doctype', refuseDoctype);
  parser.on('error', unlessHarmless);
  return {
    write(text) {
      run += text.length;
      parser.write(text);
      if (run > limits.maxText * RUN_FACTOR) throw tooLarge();
    },
    close: () => void parser.close(),
  };
}

/** Entities are how small documents become huge; no DAV answer needs a DOCTYPE (RFC 4918 20.6). */
function refuseDoctype(): void {
  throw malformed('it carries a document type declaration');
}

/** Servers put control characters and stray entities of event texts into their XML; what can be read is read. */
const HARMLESS = [
  'disallowed character.',
  'malformed character entity',
  'undefined entity',
  'disallowed in char data',
];

function unlessHarmless(error: Error): void {
  if (!HARMLESS.some((text) => error.message.includes(text))) {
    throw malformed('its XML is broken or cut short');
  }
}
