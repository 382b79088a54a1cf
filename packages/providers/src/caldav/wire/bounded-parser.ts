import { SaxesParser } from 'saxes';
import { malformed, tooLarge } from '../../http/classify.ts';
import type { ElementBuilder } from './element-builder.ts';
import type { ElementLimits } from './element-limits.ts';

/** Takes a document in slices. Throws ProviderFailure as soon as a slice breaks the rules or the limits. */
export interface BoundedParser {
  write(slice: string): void;
  close(): void;
}

/**
 * The only XML parser that foreign bytes reach. It tells of a tag, a text or a comment only when that has ended, and
 * holds it whole until then, so that the length of each is counted here, slice by slice.
 */
export function createBoundedParser(builder: ElementBuilder, limits: ElementLimits): BoundedParser {
  const parser = new LenientParser(limits.maxRepairs);
  const progress = { run: 0, joined: 0, inTag: false, pieces: 0 };
  const heard =
    <T>(handle: (event: T) => void, inTag = false) =>
    (event: T): void => {
      progress.run = 0;
      progress.joined = 0;
      progress.inTag = inTag;
      progress.pieces += 1;
      handle(event);
    };
  parser.on('opentagstart', heard(ignore, true));
  parser.on('opentag', heard(builder.open));
  parser.on('closetag', heard(builder.close));
  parser.on('text', heard(builder.text));
  parser.on('cdata', heard(builder.text));
  parser.on('comment', heard(ignore));
  parser.on('processinginstruction', heard(ignore));
  parser.on('doctype', refuseDoctype);
  return {
    write(slice) {
      progress.run += slice.length;
      parser.write(slice);
      const most = limits.maxTag + (progress.inTag ? 0 : builder.mostText * WRITTEN_OUT);
      if (progress.run > most || progress.pieces > limits.maxPieces) throw tooLarge();
      if (progress.run - progress.joined < JOIN_EVERY) return;
      joinPieces(parser);
      progress.joined = progress.run;
    },
    close: () => void parser.close(),
  };
}

/** A text with its entities written out (`&#13;` ends every line of sabre/dav) is longer than what it says. */
const WRITTEN_OUT = 2;

/** Each time all of the text is copied, so that it must not be done for every slice. */
const JOIN_EVERY = 256 * 1024;

function ignore(): void {}

/**
 * The parser strings a text together from as many pieces as it has entities, brackets or line ends, each of which
 * weighs more than a character; to read one character makes it one piece again.
 */
function joinPieces(parser: SaxesParser): void {
  const text: unknown = Reflect.get(parser, 'text');
  if (typeof text === 'string') text.charCodeAt(0);
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

/** An error object for each wrong character would cost more than all the rest. */
class LenientParser extends SaxesParser<{ xmlns: true; position: false }> {
  #repairsLeft: number;

  constructor(maxRepairs: number) {
    super({ xmlns: true, position: false });
    this.#repairsLeft = maxRepairs;
  }

  override fail(message: string): this {
    if (!HARMLESS.some((text) => message.includes(text))) throw malformed('its XML is broken or cut short');
    this.#repairsLeft -= 1;
    if (this.#repairsLeft < 0) throw malformed('it is full of wrong characters');
    return this;
  }
}
