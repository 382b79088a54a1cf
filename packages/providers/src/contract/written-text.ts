/** An event with everything that a careless server or client would lose (case 34), and more than one byte a letter. */
export const RICH_EVENT = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'PRODID:-//Elsewhere//Calendar 9//EN',
  'BEGIN:VEVENT',
  'UID:rich-7@elsewhere.example',
  'DTSTAMP:20260601T080000Z',
  'CREATED:20260501T080000Z',
  'SEQUENCE:3',
  'SUMMARY;LANGUAGE=de:Aufnahme „Grüße“ 🎙️ 録音\\, Teil 2',
  'DTSTART:20260704T100000Z',
  'DTEND:20260704T110000Z',
  'RRULE:FREQ=WEEKLY;COUNT=5',
  'EXDATE:20260711T100000Z',
  'LOCATION;ALTREP="http://studio.example/a;b":Studio A\\; oben',
  `DESCRIPTION:Erste Zeile\\nZweite Zeile\\\\ ${'sehr lang, mit Ü und 音 '.replaceAll(',', '\\,').repeat(12)}Ende`,
  'CATEGORIES:Mix,Mastering',
  'TRANSP:OPAQUE',
  'CLASS:PRIVATE',
  'X-APPLE-TRAVEL-DURATION;VALUE=DURATION:PT30M',
  'X-STUDIO-NOTE;X-LEVEL=2:leave me alone',
  'BEGIN:VALARM',
  'ACTION:DISPLAY',
  'DESCRIPTION:Bald',
  'TRIGGER:-PT15M',
  'END:VALARM',
  'END:VEVENT',
  'END:VCALENDAR',
  '',
]
  .flatMap(fold)
  .join('\r\n');

/** RFC 5545 3.1, by characters: no test depends on where exactly a line breaks. */
function fold(line: string): readonly string[] {
  return line.match(/^.{0,60}|.{1,59}/gsu)?.map((part, index) => (index === 0 ? part : ` ${part}`)) ?? [];
}

/**
 * What a calendar file says, whatever the order of its lines, their folding and their ends, as servers rewrite these.
 * PRODID names whoever wrote last.
 */
export function contentOf(text: string): readonly string[] {
  return text
    .replace(/\r?\n[ \t]/g, '')
    .split(/\r?\n/)
    .filter((line) => line !== '' && !line.startsWith('PRODID:'))
    .toSorted();
}
