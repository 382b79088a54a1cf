import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSource, type SourceComponent, writeSource } from './source-document.ts';

const CALENDAR = [
  'BEGIN:VCALENDAR',
  'X-ODD;A="b:c":1',
  'BEGIN:VEVENT',
  'SUMMARY:Long',
  '  line',
  '',
  'begin:valarm',
  'ACTION:DISPLAY',
  'END:VALARM',
  'END:VEVENT',
  'END:VTODO',
  'END:VCALENDAR',
  '',
];

describe('parseSource', () => {
  it.each(['\r\n', '\n'])('S6: gives every byte back, with %j between lines', (end) => {
    const text = CALENDAR.join(end);
    expect(writeSource(parseSource(text))).toBe(text);
  });

  it('S6: gives any text back, whatever it is', () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom(
        'BEGIN:VEVENT',
        'END:VEVENT',
        '\r\n',
        '\n',
        ' ',
        '\t',
        '\r',
        '\uFEFF',
        'SUMMARY:',
        ';',
        '"',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        expect(writeSource(parseSource(text))).toBe(text);
      }),
      { numRuns: 2_000 },
    );
  });

  it('nests components and unfolds lines', () => {
    const [calendar] = parseSource(CALENDAR.join('\r\n')).nodes as SourceComponent[];
    const event = calendar?.children.find((node) => node.kind === 'component');
    expect(event?.name).toBe('VEVENT');
    expect(event?.children.map((child) => [child.kind, child.name])).toEqual([
      ['line', 'SUMMARY'],
      ['line', ''],
      ['component', 'VALARM'],
    ]);
    expect(event?.children[0]).toMatchObject({ text: 'SUMMARY:Long line' });
  });
});
