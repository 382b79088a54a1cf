import type { Exchange } from '../faults/exchange.ts';
import { escapedBody, type StoredObject } from '../store/stored-calendar.ts';
import { escapeXml } from '../wire/dav-name.ts';

/** Stands for the line break inside a letter until the answer is bytes. */
export const SPLIT = '\u{10FFFD}';

/** The text of an object as this reader gets it. */
export function servedBody({ effect }: Exchange, { body }: StoredObject): string {
  const masked = effect('masked');
  const text = masked && /^CLASS:CONFIDENTIAL\r?$/m.test(body) ? maskedBody(body, masked.form) : body;
  return effect('octet-folded') ? markedLetters(text) : text;
}

/** The same inside XML. */
export function servedData(exchange: Exchange, object: StoredObject): string {
  const body = servedBody(exchange, object);
  const text = exchange.effect('bare-lf') ? body.replaceAll('\r\n', '\n') : body;
  return text === object.body ? escapedBody(object) : escapeXml(text);
}

const TIMES =
  /^(?:BEGIN|END|VERSION|PRODID|UID|DTSTART|DTEND|DURATION|RRULE|RDATE|EXDATE|RECURRENCE-ID|CLASS)\b/;
const BUSY = /^(?:DTSTAMP|CREATED|LAST-MODIFIED|SEQUENCE|STATUS|TRANSP)\b/;

function maskedBody(body: string, form: 'busy' | 'bare'): string {
  const lines = body.replace(/\r?\n[ \t]/g, '').split(/\r?\n/);
  const kept = lines.filter((line) => TIMES.test(line) || (form === 'busy' && BUSY.test(line)));
  const shown = kept.flatMap((line) =>
    form === 'busy' && line === 'END:VEVENT' ? ['SUMMARY:Busy', line] : [line],
  );
  return `${shown.join('\r\n')}\r\n`;
}

/** The first letter of several octets on each line is to be split. */
function markedLetters(text: string): string {
  return text.replace(/^([^\P{ASCII}\r\n]*)([^\p{ASCII}])/gmu, `$1${SPLIT}$2`);
}

/** Breaks the letters that are marked: their first octet stays, the others begin a new line. */
export function splitLetters(bytes: Buffer): Buffer {
  const mark = Buffer.from(SPLIT);
  const parts: Buffer[] = [];
  let at = 0;
  for (let next = bytes.indexOf(mark); next >= 0; next = bytes.indexOf(mark, at)) {
    const letter = next + mark.length;
    parts.push(bytes.subarray(at, next), bytes.subarray(letter, letter + 1), Buffer.from('\r\n '));
    at = letter + 1;
  }
  return Buffer.concat([...parts, bytes.subarray(at)]);
}
