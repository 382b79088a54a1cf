import { setImmediate as nextTurn } from 'node:timers/promises';
import { createBoundedParser } from './bounded-parser.ts';
import type { DavElement } from './dav-element.ts';
import { decodeText } from './decode-text.ts';
import { createElementBuilder } from './element-builder.ts';
import type { ElementLimits } from './element-limits.ts';

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
  const builder = createElementBuilder(limits, onRoot, (element) => children.push(element));
  const parser = createBoundedParser(builder, limits);
  for await (const text of decodeText(source, contentType)) {
    for (let at = 0; at < text.length; at += SLICE) {
      parser.write(text.slice(at, at + SLICE));
      yield* children.splice(0);
      await nextTurn();
    }
  }
  parser.close();
  yield* children;
}

/** Characters, few enough that even the costliest of them are read in a few milliseconds. */
const SLICE = 8 * 1024;
