import { setImmediate as turn } from 'node:timers/promises';
import { rawValue } from '@atelier/calendar/text/value-start';

/** An .ics file cut into its components, each as it stands. */
export interface CutFeed {
  /** Of the calendar itself, by name in upper case: the first that is there. */
  readonly properties: ReadonlyMap<string, string>;
  readonly zones: readonly string[];
  readonly components: readonly CutComponent[];
  /** It begins and ends as a calendar does: nothing was lost on the way. */
  readonly whole: boolean;
}

export interface CutComponent {
  /** With its line ends, from BEGIN to END. */
  readonly text: string;
  /** Of the calendar around it (RFC 5546), in upper case. */
  readonly method: string | null;
}

/** Far below what anybody would feel (S13): then other work gets its turn. */
const SLICE_MS = 8;
const LINES_A_LOOK = 500;

/** Cuts a file of any length without holding the event loop for long. Reads no component. */
export async function cutFeed(text: string): Promise<CutFeed> {
  const cut = new Cut(text);
  let sliceEnds = performance.now() + SLICE_MS;
  while (cut.lines(LINES_A_LOOK)) {
    if (performance.now() < sliceEnds) continue;
    await turn();
    sliceEnds = performance.now() + SLICE_MS;
  }
  return cut.result();
}

class Cut {
  readonly #text: string;
  readonly #properties = new Map<string, string>();
  readonly #zones: string[] = [];
  readonly #components: CutComponent[] = [];
  #at = 0;
  /** The component that is open, and where it began. */
  #open: { readonly name: string; readonly from: number } | null = null;
  #method: string | null = null;
  #begun = false;
  #ended = false;

  constructor(text: string) {
    this.#text = text;
  }

  /** False at the end of the text. */
  lines(most: number): boolean {
    for (let count = 0; count < most && this.#at < this.#text.length; count += 1) {
      const end = this.#text.indexOf('\n', this.#at);
      const next = end < 0 ? this.#text.length : end + 1;
      this.#line(this.#at, next);
      this.#at = next;
    }
    return this.#at < this.#text.length;
  }

  result(): CutFeed {
    const whole = this.#begun && this.#ended && this.#open === null;
    return { properties: this.#properties, zones: this.#zones, components: this.#components, whole };
  }

  #line(from: number, to: number): void {
    if (this.#open !== null) {
      if (this.#isEnd(from, to, this.#open.name)) this.#close(to);
      return;
    }
    const line = this.#text.slice(from, to).trim();
    const [, verb = '', name = ''] = /^(BEGIN|END):\s*([A-Z0-9-]+)$/i.exec(line) ?? [];
    if (verb === '') this.#property(line);
    else if (name.toUpperCase() === 'VCALENDAR') this.#calendar(verb.toUpperCase());
    else if (verb.toUpperCase() === 'BEGIN') this.#open = { name: name.toUpperCase(), from };
  }

  #calendar(verb: string): void {
    this.#begun ||= verb === 'BEGIN';
    this.#ended = verb === 'END';
    this.#method = null;
  }

  /** The quick look first: nearly every line is something else. */
  #isEnd(from: number, to: number, name: string): boolean {
    const first = this.#text.charCodeAt(from);
    if (first !== 69 && first !== 101) return false;
    return this.#text.slice(from, to).trim().toUpperCase() === `END:${name}`;
  }

  #close(to: number): void {
    if (this.#open === null) return;
    const text = this.#text.slice(this.#open.from, to);
    if (this.#open.name === 'VTIMEZONE') this.#zones.push(text);
    else this.#components.push({ text, method: this.#method });
    this.#open = null;
  }

  #property(line: string): void {
    const name = /^[A-Za-z0-9-]+(?=[:;])/.exec(line)?.[0].toUpperCase();
    if (name === undefined || !this.#begun) return;
    if (name === 'METHOD') this.#method ??= rawValue(line).toUpperCase();
    if (!this.#properties.has(name)) this.#properties.set(name, rawValue(line));
  }
}
