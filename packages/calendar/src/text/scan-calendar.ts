import { rawValue } from './value-start.ts';

/** A component as it stands in the source, found without understanding what it says. */
export interface ScannedComponent {
  /** Upper case: `VEVENT`, `VTIMEZONE`, `DAYLIGHT`. */
  readonly name: string;
  /** Its unfolded property lines, without those of the components inside it and only of the wanted names. */
  readonly lines: readonly string[];
  /** STANDARD and DAYLIGHT of a VTIMEZONE; nothing else that is nested matters to us. */
  readonly parts: readonly ScannedComponent[];
  /** Where it stands in the scanned text, from BEGIN to behind END. */
  readonly from: number;
  readonly to: number;
  /** METHOD of the calendar around it, in upper case (RFC 5546); null where it has none. */
  readonly method: string | null;
}

export interface ScannedCalendar {
  readonly components: readonly ScannedComponent[];
  /** Whether the structure had to be mended: lines that are none, a missing or stray END. */
  readonly repaired: boolean;
  /** Characters in all kept lines. */
  readonly keptLength: number;
}

/** Says whether a property is of interest, by its upper-case name. */
export type Wanted = (property: string) => boolean;

const TOP_LEVEL: ReadonlySet<string> = new Set([
  'VEVENT',
  'VTODO',
  'VJOURNAL',
  'VFREEBUSY',
  'VTIMEZONE',
  'VAVAILABILITY',
]);
const ZONE_PARTS: ReadonlySet<string> = new Set(['STANDARD', 'DAYLIGHT']);
const NAME = /^[A-Za-z0-9-]+(?=[:;])/;
// What a person reads is cut shorter still; a list of dates may be long.
const MAX_LINE = 262_144;

interface Building {
  name: string;
  lines: string[];
  parts: Building[];
  from: number;
  to: number;
  calendar: { method: string | null };
  readonly method: string | null;
}

/**
 * Finds the components of an iCalendar text whose line ends are LF or CRLF, without recursion and without
 * copying what nobody wants: an attachment of megabytes is passed over. Mends what is safely mended.
 */
export function scanCalendar(text: string, wanted: Wanted): ScannedCalendar {
  const scan = new Scan(wanted);
  forEachLine(text, (line, from, to) => scan.line(line, from, to));
  return scan.finish(text.length);
}

class Scan {
  readonly #wanted: Wanted;
  readonly #components: Building[] = [];
  /** Names of the components that are open, outermost first. */
  readonly #open: string[] = [];
  #calendar: Building['calendar'] = { method: null };
  #top: Building | null = null;
  #part: Building | null = null;
  #repaired = false;
  #keptLength = 0;

  constructor(wanted: Wanted) {
    this.#wanted = wanted;
  }

  line(line: LogicalLine, from: number, to: number): void {
    const name = line.name();
    if (name === null) this.#repaired ||= line.hasText();
    else if (name === 'BEGIN') this.#begin(line.value().toUpperCase(), from);
    else if (name === 'END') this.#end(line.value().toUpperCase(), from, to);
    else this.#property(name, line);
  }

  finish(length: number): ScannedCalendar {
    if (this.#open.length > 0) this.#repaired = true;
    this.#closeTo(0, length);
    return { components: this.#components, repaired: this.#repaired, keptLength: this.#keptLength };
  }

  #property(name: string, line: LogicalLine): void {
    const target = this.#part ?? this.#top;
    if (name === 'METHOD' && this.#open.length === 1) this.#calendar.method ??= line.value().toUpperCase();
    if (!target || this.#open.at(-1) !== target.name || !this.#wanted(name)) return;
    const text = line.text();
    this.#keptLength += text.length;
    target.lines.push(text);
  }

  #begin(name: string, from: number): void {
    // Nothing of the top level stands inside another: what is still open was never ended.
    if ((TOP_LEVEL.has(name) || name === 'VCALENDAR') && this.#top) {
      this.#repaired = true;
      this.#closeTo(this.#open.indexOf(this.#top.name), from);
    }
    if (name === 'VCALENDAR') this.#calendar = { method: null };
    const built = building(name, from, this.#calendar);
    if (TOP_LEVEL.has(name)) {
      if (!this.#open.includes('VCALENDAR')) this.#repaired = true;
      this.#top = built;
      this.#components.push(built);
    } else if (this.#top?.name === 'VTIMEZONE' && ZONE_PARTS.has(name)) {
      this.#part = built;
      this.#top.parts.push(built);
    }
    // Depth is only counted, never followed: past this nobody nests anything that we read.
    if (this.#open.length < 100) this.#open.push(name);
  }

  #end(name: string, from: number, to: number): void {
    const index = this.#open.lastIndexOf(name);
    if (index < 0) {
      this.#repaired = true;
      return;
    }
    if (index < this.#open.length - 1) {
      this.#repaired = true;
      this.#closeTo(index + 1, from);
    }
    this.#closeTo(index, to);
  }

  #closeTo(depth: number, at: number): void {
    while (this.#open.length > depth) {
      const name = this.#open.pop();
      if (this.#part && name === this.#part.name) {
        this.#part.to = at;
        this.#part = null;
      } else if (this.#top && name === this.#top.name) {
        this.#top.to = at;
        this.#top = null;
        this.#part = null;
      }
    }
  }
}

/** METHOD may stand behind what it is about. */
function building(name: string, from: number, calendar: Building['calendar']): Building {
  return {
    name,
    lines: [],
    parts: [],
    from,
    to: from,
    calendar,
    get method() {
      return calendar.method;
    },
  };
}

/** One content line with its continuation lines (RFC 5545, 3.1), put together only when somebody asks. */
class LogicalLine {
  readonly #source: string;
  #pieces: [from: number, to: number][] = [];

  constructor(source: string) {
    this.#source = source;
  }

  reset(from: number, to: number): void {
    this.#pieces = [[from, to]];
  }

  continue(from: number, to: number): void {
    this.#pieces.push([from, to]);
  }

  /** The property name in upper case; null where the line has none. */
  name(): string | null {
    const [from, to] = this.#pieces[0] ?? [0, 0];
    const found = NAME.exec(this.#source.slice(from, Math.min(to, from + 80)))?.[0];
    // A name that is itself folded is legal and very rare.
    return (found ?? NAME.exec(this.#joined(200))?.[0])?.toUpperCase() ?? null;
  }

  hasText(): boolean {
    return this.#joined(200).trim() !== '';
  }

  value(): string {
    return rawValue(this.#joined(1_000));
  }

  text(): string {
    return this.#joined(MAX_LINE);
  }

  #joined(limit: number): string {
    let text = '';
    for (const [from, to] of this.#pieces) {
      text += this.#source.slice(from, Math.min(to, from + limit - text.length));
      if (text.length >= limit) break;
    }
    return text;
  }
}

type OnLine = (line: LogicalLine, from: number, to: number) => void;

function forEachLine(text: string, onLine: OnLine): void {
  const line = new LogicalLine(text);
  let lineStart = -1;
  let position = 0;
  while (position < text.length) {
    const newline = text.indexOf('\n', position);
    const next = newline < 0 ? text.length : newline + 1;
    let end = newline < 0 ? text.length : newline;
    if (text.charCodeAt(end - 1) === 13 && end > position) end--;
    const first = text.charCodeAt(position);
    if (end === position) {
      // An empty line says nothing, and a million of them must cost nothing.
      if (lineStart >= 0) onLine(line, lineStart, position);
      lineStart = -1;
    } else if ((first === 32 || first === 9) && lineStart >= 0) line.continue(position + 1, end);
    else {
      if (lineStart >= 0) onLine(line, lineStart, position);
      line.reset(position, end);
      lineStart = position;
    }
    position = next;
  }
  if (lineStart >= 0) onLine(line, lineStart, text.length);
}
